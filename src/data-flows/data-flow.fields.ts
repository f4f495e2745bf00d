// A data flow: what client data goes from where to where for one service, why, how protected and how long it stays.
import {
  CountryField,
  ChoiceField,
  ChoicesField,
  DateField,
  IntegerField,
  KeyField,
  RecordField,
  TextField,
} from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';
import { YES_NO_UNKNOWN, type YesNoUnknown } from '../common/words';
import { EXCEPTION_GROUNDS, type ExceptionGround } from './exception-grounds';

/** Kinds of client data. `psychotherapy_notes` are those of 45 CFR 164.501, kept apart from the record; `substance_use_records` are those of 42 CFR Part 2. */
export const DATA_CLASSES = [
  'psychotherapy_notes',
  'session_audio',
  'session_video',
  'transcripts',
  'progress_notes',
  'substance_use_records',
  'minors',
  'reproductive_care',
  'immigration_status',
  'billing',
  'contact_and_appointment',
] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

/** How far the data points at a person: the two ways of de-identification are 45 CFR 164.514(b)(1) and (b)(2). */
export const IDENTIFIABILITIES = [
  'identified',
  'limited_data_set',
  'deidentified_expert_determination',
  'deidentified_safe_harbor',
] as const;
export type Identifiability = (typeof IDENTIFIABILITIES)[number];

export const PARTIES = ['practice', 'clients', 'service', 'subcontractor'] as const;
export type Party = (typeof PARTIES)[number];

/** How data gets across: picked up while people speak, over a connection between two systems, as a file that somebody sends or uploads, or copied by hand. */
export const TRANSFERS = ['live_capture', 'connection', 'file', 'copying'] as const;
export type Transfer = (typeof TRANSFERS)[number];

/** Whether the vendor receives the data as a business associate (45 CFR 160.103) or under an exception that has to be cited. */
export const RECIPIENT_ROLES = ['business_associate', 'exception'] as const;
export type RecipientRole = (typeof RECIPIENT_ROLES)[number];

export class FlowEndFields {
  @ChoiceField(PARTIES, { description: 'Who is at this end of the flow.', example: 'service' })
  party: Party;

  @KeyField({
    description: 'Key of the subcontractor, when the party is a subcontractor of this service.',
    optional: true,
  })
  subcontractor?: string | null;
}

export class DataFlowFields {
  @RecordField(() => FlowEndFields, { description: 'Where the data comes from.' })
  from: FlowEndFields;

  @RecordField(() => FlowEndFields, { description: 'Where the data goes.' })
  to: FlowEndFields;

  @ChoicesField(DATA_CLASSES, {
    description: 'Kinds of client data in the flow.',
    example: ['session_audio'],
    minItems: 1,
  })
  dataClasses: DataClass[];

  @TextField({ description: 'Why the data flows.', example: 'Drafting progress notes', maxLength: 300 })
  purpose: string;

  @ChoiceField(TRANSFERS, {
    description: 'How the data gets across; leave out when unknown.',
    example: 'live_capture',
    optional: true,
  })
  transfer?: Transfer | null;

  @TextField({
    description: 'Who or what carries the data, by job or system, and by which steps where people take them.',
    example: 'The treating clinician: signs in, checks the draft, copies it into the record',
    optional: true,
    maxLength: 300,
  })
  carriedBy?: string | null;

  @ChoiceField(IDENTIFIABILITIES, { description: 'How far the data points at a person.' })
  identifiability: Identifiability;

  @TextField({
    description:
      'Evidence of de-identification (the expert determination, or how the 18 identifiers are removed).',
    optional: true,
    maxLength: 500,
  })
  deidentificationEvidence?: string | null;

  @ChoiceField(RECIPIENT_ROLES, { description: 'Does the vendor receive the data as a business associate?' })
  recipientRole: RecipientRole;

  @ChoiceField(EXCEPTION_GROUNDS, {
    description: 'The ground on which the recipient is no business associate; each stands for a citation.',
    optional: true,
  })
  exceptionGround?: ExceptionGround | null;

  @TextField({
    description: 'Why that ground holds for this flow. Needed beside exceptionGround.',
    example: 'The recipient is the psychiatrist who treats the same clients.',
    optional: true,
    maxLength: 1000,
  })
  exceptionReason?: string | null;

  @TextField({
    description:
      'The exception to business-associate status relied on, by a citation of your own where exceptionGround names none.',
    example: '45 CFR 164.502(e)(1)(ii)(A)',
    optional: true,
    maxLength: 200,
  })
  exceptionCitation?: string | null;

  @CountryField({
    description: 'Country where the data comes to rest; leave out when unknown.',
    optional: true,
  })
  country?: string | null;

  @IntegerField({
    description: 'Days the recipient keeps the data (0: not kept); leave out when unknown or without limit.',
    example: 30,
    optional: true,
    minimum: 0,
    maximum: 36500,
  })
  retentionDays?: number | null;

  @ChoiceField(YES_NO_UNKNOWN, { description: 'Encrypted on the way?' })
  encryptedInTransit: YesNoUnknown;

  @ChoiceField(YES_NO_UNKNOWN, { description: 'Encrypted where it rests?' })
  encryptedAtRest: YesNoUnknown;

  @IntegerField({
    description: "Clients whose data flows in a year; the practice's clients a year when left out.",
    example: 180,
    optional: true,
    minimum: 0,
    maximum: 10000000,
  })
  clientsPerYear?: number | null;

  @DateField({
    description:
      'First day on which this data flowed; leave out when unknown (days without an agreement then count from as far back as records are kept).',
    optional: true,
    example: '2026-02-01',
  })
  since?: CalendarDate | null;
}
