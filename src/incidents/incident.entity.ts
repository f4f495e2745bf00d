import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../common/calendar-date';
import type { YesNoUnknown } from '../common/words';
import { KeyedRecord } from '../records/keyed-record.entity';
import type {
  BreachConclusionFields,
  FactorFindingFields,
  IncidentNoticeFields,
  LawEnforcementDelayFields,
  ResidentCountFields,
} from './breach-assessment.fields';
import type { BreachException, IncidentKind } from './incident-words';

@Entity('incident')
export class Incident extends KeyedRecord {
  @Column('text')
  title: string;

  @Column('text')
  kind: IncidentKind;

  @Column('text', { nullable: true })
  summary: string | null;

  @Column('date', { name: 'happened_on', nullable: true })
  happenedOn: CalendarDate | null;

  @Column('date', { name: 'happened_until', nullable: true })
  happenedUntil: CalendarDate | null;

  @Column('date', { name: 'known_on' })
  knownOn: CalendarDate;

  @Column('date', { name: 'should_have_been_known_on', nullable: true })
  shouldHaveBeenKnownOn: CalendarDate | null;

  @Column('text', { name: 'vendor_key', nullable: true })
  vendor: string | null;

  @Column('date', { name: 'vendor_discovered_on', nullable: true })
  vendorDiscoveredOn: CalendarDate | null;

  @Column('date', { name: 'vendor_told_on', nullable: true })
  vendorToldOn: CalendarDate | null;

  @Column('text', { name: 'vendor_is_agent', nullable: true })
  vendorIsAgent: YesNoUnknown | null;

  @Column('text', { name: 'impermissible_use' })
  impermissibleUse: YesNoUnknown;

  @Column('text', { name: 'data_secured' })
  dataSecured: YesNoUnknown;

  @Column('integer', { name: 'affected_individuals', nullable: true })
  affectedIndividuals: number | null;

  @Column('jsonb', { name: 'affected_by_state', nullable: true })
  affectedByState: ResidentCountFields[] | null;

  @Column('text', { nullable: true })
  exception: BreachException | null;

  @Column('text', { name: 'exception_reason', nullable: true })
  exceptionReason: string | null;

  @Column('jsonb', { nullable: true })
  factors: FactorFindingFields[] | null;

  @Column('jsonb', { nullable: true })
  conclusion: BreachConclusionFields | null;

  @Column('jsonb', { name: 'law_enforcement_delay', nullable: true })
  lawEnforcementDelay: LawEnforcementDelayFields | null;

  @Column('jsonb', { nullable: true })
  notices: IncidentNoticeFields[] | null;

  @Column('text', { nullable: true })
  mitigation: string | null;

  @Column('text', { nullable: true })
  outcome: string | null;

  @Column('text', { name: 'evidence_keys', array: true, nullable: true })
  evidenceKeys: string[] | null;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: CalendarDate | null;
}
