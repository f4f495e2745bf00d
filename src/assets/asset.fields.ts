// An asset: a device, a system, a medium, a paper file that may hold or carry client data (45 CFR 164.308(a)(1)(ii)(A), 164.310(d)). What of it is not known is a
// value of its own and is never read as yes. No serial numbers, nothing about clients.
import type { CalendarDate } from '../common/calendar-date';
import { ChoiceField, ChoicesField, DateField, KeyField, RecordField, TextField } from '../common/fields';
import { YES_NO_UNKNOWN, type YesNoUnknown } from '../common/words';
import { DATA_CLASSES, type DataClass } from '../data-flows/data-flow.fields';
import {
  ASSET_KINDS,
  CLIENT_VOLUMES,
  DISPOSAL_METHODS,
  type AssetKind,
  type ClientVolume,
  type DisposalMethod,
} from './asset-words';

export class DisposalFields {
  @DateField({ description: 'Day on which it left.', example: '2026-08-14' })
  on: CalendarDate;

  @ChoiceField(DISPOSAL_METHODS, {
    description: 'What was done so that no client data left with it (45 CFR 164.310(d)(2)(i) and (ii)).',
    example: 'destroyed',
  })
  method: DisposalMethod;

  @KeyField({
    description: 'Key of the evidence that shows it, such as a certificate of destruction.',
    optional: true,
    example: 'recycler-certificate-2026',
  })
  evidenceKey?: string | null;
}

export class AssetFields {
  @TextField({
    description: 'What you call it. No serial number, and nothing about a client.',
    example: 'Laptop of the front desk',
    maxLength: 120,
  })
  name: string;

  @ChoiceField(ASSET_KINDS, { description: 'What kind of thing it is. Tools with AI are services.' })
  kind: AssetKind;

  @TextField({
    description: 'Role of the person who answers for it; leave out while nobody does.',
    example: 'Office manager',
    optional: true,
    maxLength: 120,
  })
  responsible?: string | null;

  @KeyField({
    description: 'Key of the place where it is mostly; leave out when it is with a company, or not known.',
    optional: true,
    example: 'main-office',
  })
  location?: string | null;

  @KeyField({
    description: 'Key of the vendor that runs it, for a system that is not at the practice.',
    optional: true,
    example: 'northlight-notes',
  })
  hostedBy?: string | null;

  @ChoiceField(YES_NO_UNKNOWN, {
    description:
      'Is client data made, kept, opened or sent with it? Of paper: does it stand on it? Not known counts as yes.',
  })
  handlesClientData: YesNoUnknown;

  @ChoicesField(DATA_CLASSES, {
    description: 'Kinds of client data; leave out while not known.',
    optional: true,
    example: ['progress_notes', 'billing'],
  })
  dataClasses?: DataClass[] | null;

  @ChoiceField(CLIENT_VOLUMES, {
    description: 'Of how many clients, roughly.',
    optional: true,
    example: '100_to_499',
  })
  clientVolume?: ClientVolume | null;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: 'Is what it stores encrypted? Left out counts as unknown.',
    optional: true,
  })
  encryptedAtRest?: YesNoUnknown | null;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: 'Does its screen lock by itself, and open only with a password, a code or a finger?',
    optional: true,
  })
  locksItself?: YesNoUnknown | null;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: 'Can the practice lock or wipe it from afar?',
    optional: true,
  })
  managed?: YesNoUnknown | null;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: 'Does it belong to a person and not to the practice?',
    optional: true,
    example: 'no',
  })
  personallyOwned?: YesNoUnknown | null;

  @DateField({
    description:
      'Last day on which its maker mends faults of its operating system or software; leave out when not known.',
    optional: true,
    example: '2028-10-10',
  })
  supportedUntil?: CalendarDate | null;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: 'Is there a copy of what it holds that can be fetched back?',
    optional: true,
  })
  backedUp?: YesNoUnknown | null;

  @KeyField({
    description: 'Key of the asset that holds the copy.',
    optional: true,
    example: 'office-backup',
  })
  backedUpTo?: string | null;

  @RecordField(() => DisposalFields, {
    description: 'How it left the practice; leave out while it is in use.',
    optional: true,
  })
  disposal?: DisposalFields | null;

  @TextField({
    description: 'Why it is left out of the risk analysis: only for what handles no client data.',
    optional: true,
    example: 'A music player in the waiting room without any network.',
    maxLength: 500,
  })
  excludedBecause?: string | null;

  @DateField({
    description: 'When somebody last checked that all this still holds.',
    optional: true,
    example: '2026-09-14',
  })
  reviewedOn?: CalendarDate | null;
}
