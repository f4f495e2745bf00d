import { Inject, Injectable } from '@nestjs/common';
import { dateInTimeZone, type CalendarDate } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { assetFacts, type AssetFactsRow } from './asset-facts.query';

export interface ReadAssets {
  facts: AssetFactsRow;
  /** today where the practice is */
  today: CalendarDate;
}

/** The inventory of a practice with all that its pages show. */
@Injectable()
export class AssetReader {
  constructor(
    private readonly tenancy: Tenancy,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError not-found */
  async of(organizationId: string): Promise<ReadAssets> {
    const [facts] = await this.tenancy.readOne<AssetFactsRow>(organizationId, assetFacts(organizationId));
    if (!facts) throw new DomainError('not-found', 'There is no organization with this id.');
    return { facts, today: dateInTimeZone(this.clock.now(), facts.timeZone) };
  }
}
