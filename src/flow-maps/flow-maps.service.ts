import { Inject, Injectable } from '@nestjs/common';
import { dateInTimeZone, type CalendarDate } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import {
  loadGraphLayout,
  type GraphLayout,
} from '../reports/security-risk-assessment/data-flow-diagram/draw-diagram';
import { flowFactsOf, type FlowFactsRow } from './flow-facts.query';
import { flowMap, type FlowMap } from './flow-map.presenter';

export interface MappedFlows {
  facts: FlowFactsRow;
  /** today where the practice is */
  today: CalendarDate;
  map: FlowMap;
}

@Injectable()
export class FlowMaps {
  private layout: Promise<GraphLayout> | null = null;

  constructor(
    private readonly tenancy: Tenancy,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param serviceId of the only service asked about, or null for all. @throws DomainError not-found */
  async of(organizationId: string, serviceId: string | null): Promise<MappedFlows> {
    const [facts] = await this.tenancy.readOne<FlowFactsRow>(
      organizationId,
      flowFactsOf(organizationId, serviceId),
    );
    if (!facts) throw new DomainError('not-found', 'There is no organization with this id.');
    const today = dateInTimeZone(this.clock.now(), facts.timeZone);
    this.layout ??= loadGraphLayout();
    return { facts, today, map: flowMap(facts, today, await this.layout, 'where-data-goes') };
  }
}
