// An incident: something that happened, or may have happened, to the security or privacy of client data (45 CFR 164.304, 164.308(a)(6)(ii), 164.402).
// Facts and dates only: what there is to do, and by when, follows from them in duties.ts and is never typed in. Clients are counted, never named.
import type { CalendarDate } from '../common/calendar-date';
import {
  ChoiceField,
  DateField,
  IntegerField,
  KeyField,
  KeyListField,
  RecordField,
  RecordListField,
  TextField,
} from '../common/fields';
import { YES_NO_UNKNOWN, type YesNoUnknown } from '../common/words';
import {
  BreachConclusionFields,
  FactorFindingFields,
  IncidentNoticeFields,
  LawEnforcementDelayFields,
  MOST_INDIVIDUALS,
  ResidentCountFields,
} from './breach-assessment.fields';
import {
  BREACH_EXCEPTIONS,
  BREACH_FACTORS,
  INCIDENT_KINDS,
  JURISDICTIONS,
  type BreachException,
  type IncidentKind,
} from './incident-words';

export class IncidentFields {
  @TextField({
    description: 'What happened, in a few words. Never the name of a client.',
    example: 'Draft note shown to another practice',
    maxLength: 200,
  })
  title: string;

  @ChoiceField(INCIDENT_KINDS, { description: 'What kind of incident it is.', example: 'use_not_allowed' })
  kind: IncidentKind;

  @TextField({
    description:
      'What happened, what data was involved and how it came out. Say how many, never who: no names, dates of birth or numbers of clients.',
    example: 'For two hours a fault of the vendor showed drafts of one practice to the staff of another.',
    optional: true,
    maxLength: 4000,
  })
  summary?: string | null;

  @DateField({
    description: 'First day on which it happened; leave out when not known.',
    example: '2026-09-24',
    optional: true,
  })
  happenedOn?: CalendarDate | null;

  @DateField({ description: 'Last day, where it went on.', example: '2026-09-24', optional: true })
  happenedUntil?: CalendarDate | null;

  @DateField({
    description: 'First day on which anybody of the practice knew of it, other than whoever did it.',
    example: '2026-09-28',
  })
  knownOn: CalendarDate;

  @DateField({
    description:
      'Earlier day on which reasonable diligence would have found it (45 CFR 164.404(a)(2)); leave out when there is none.',
    example: '2026-09-26',
    optional: true,
  })
  shouldHaveBeenKnownOn?: CalendarDate | null;

  @KeyListField({
    description: 'Keys of the services that it concerns; none when it concerns none.',
    example: ['northlight-scribe'],
    maxItems: 50,
  })
  services: string[];

  @KeyField({
    description: 'Key of the vendor with which it happened; leave out when it happened at the practice.',
    example: 'northlight-notes',
    optional: true,
  })
  vendor?: string | null;

  @DateField({
    description: 'Day on which the vendor discovered it; leave out when the vendor has not said.',
    example: '2026-09-25',
    optional: true,
  })
  vendorDiscoveredOn?: CalendarDate | null;

  @DateField({
    description: 'Day on which the vendor told the practice; leave out when it has not.',
    example: '2026-09-28',
    optional: true,
  })
  vendorToldOn?: CalendarDate | null;

  @ChoiceField(YES_NO_UNKNOWN, {
    description:
      'Does the vendor act as an agent of the practice, under its control? What an agent knows, the practice knows (45 CFR 164.404(a)(2)). Not known counts as yes.',
    example: 'no',
    optional: true,
  })
  vendorIsAgent?: YesNoUnknown | null;

  @ChoiceField(YES_NO_UNKNOWN, {
    description:
      'Was client data acquired, seen, used or disclosed as the privacy rule does not allow? Not known counts as yes.',
    example: 'yes',
  })
  impermissibleUse: YesNoUnknown;

  @ChoiceField(YES_NO_UNKNOWN, {
    description:
      'Was the data unreadable to whoever had it: encrypted or destroyed as guidance of HHS asks (45 CFR 164.402, unsecured protected health information), with the key kept apart? Not known counts as no.',
    example: 'no',
  })
  dataSecured: YesNoUnknown;

  @IntegerField({
    description: 'How many people it concerns; leave out while not known.',
    example: 3,
    optional: true,
    minimum: 1,
    maximum: MOST_INDIVIDUALS,
  })
  affectedIndividuals?: number | null;

  @RecordListField(() => ResidentCountFields, {
    description: 'In which states they live, once a state.',
    optional: true,
    maxItems: JURISDICTIONS.length,
  })
  affectedByState?: ResidentCountFields[] | null;

  @ChoiceField(BREACH_EXCEPTIONS, {
    description: 'Exception by which it is no breach (45 CFR 164.402 (breach, paragraph (1))).',
    optional: true,
  })
  exception?: BreachException | null;

  @TextField({
    description: 'Why the exception holds. Never the name of a client.',
    example: 'The letter came back unopened.',
    optional: true,
    maxLength: 2000,
  })
  exceptionReason?: string | null;

  @RecordListField(() => FactorFindingFields, {
    description: 'What was found of the four factors, each once.',
    optional: true,
    maxItems: BREACH_FACTORS.length,
  })
  factors?: FactorFindingFields[] | null;

  @RecordField(() => BreachConclusionFields, {
    description:
      'What follows from the factors. Without it, data used as is not allowed counts as breached (45 CFR 164.402 (breach, paragraph (2))).',
    optional: true,
  })
  conclusion?: BreachConclusionFields | null;

  @RecordField(() => LawEnforcementDelayFields, {
    description: 'Delay of the notices that a law enforcement official asked for (45 CFR 164.412).',
    optional: true,
  })
  lawEnforcementDelay?: LawEnforcementDelayFields | null;

  @RecordListField(() => IncidentNoticeFields, {
    description: 'Notices that the practice has given, each once.',
    optional: true,
    maxItems: 2 + 2 * (JURISDICTIONS.length + 1),
  })
  notices?: IncidentNoticeFields[] | null;

  @TextField({
    description: 'What was done to limit the harm. Never the name of a client.',
    example: 'The vendor shut the fault off and had the other practice confirm that nothing was kept.',
    optional: true,
    maxLength: 4000,
  })
  mitigation?: string | null;

  @TextField({
    description:
      'How it ended and what changes because of it (45 CFR 164.308(a)(6)(ii)). Never the name of a client.',
    example: 'The vendor tests the separation of practices with each release and sends the result.',
    optional: true,
    maxLength: 4000,
  })
  outcome?: string | null;

  @KeyListField({
    description: 'Keys of the evidence that shows what is said here.',
    example: ['northlight-incident-letter'],
    optional: true,
    maxItems: 50,
  })
  evidenceKeys?: string[] | null;

  @DateField({
    description: 'Day on which it was closed: only once nothing that the practice owes is left to do.',
    example: '2026-11-02',
    optional: true,
  })
  closedOn?: CalendarDate | null;
}
