import { Inject, Injectable } from '@nestjs/common';
import { dateInTimeZone, type CalendarDate } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { incidentFacts, type IncidentFactsRow, type IncidentOnRecord } from './incident-facts.query';

export interface ReadIncidents {
  facts: IncidentFactsRow;
  /** today where the practice is: all clocks are calendar dates there */
  today: CalendarDate;
}

export interface ReadIncident extends ReadIncidents {
  incident: IncidentOnRecord;
}

/** The incidents of a practice with all that their pages show. */
@Injectable()
export class IncidentReader {
  constructor(
    private readonly tenancy: Tenancy,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError not-found */
  async all(organizationId: string): Promise<ReadIncidents> {
    return this.read(organizationId, null);
  }

  /** @throws DomainError not-found */
  async one(organizationId: string, id: string): Promise<ReadIncident> {
    const read = await this.read(organizationId, id);
    const [incident] = read.facts.incidents;
    if (!incident) throw new DomainError('not-found', 'There is no incident with this id.');
    return { ...read, incident };
  }

  private async read(organizationId: string, id: string | null): Promise<ReadIncidents> {
    const [facts] = await this.tenancy.readOne<IncidentFactsRow>(
      organizationId,
      incidentFacts(organizationId, id),
    );
    if (!facts) throw new DomainError('not-found', 'There is no organization with this id.');
    return { facts, today: dateInTimeZone(this.clock.now(), facts.timeZone) };
  }
}
