// A place where the practice works or keeps things: an office, a home office, a storage room. No address: its kind and what it is exposed to is what a risk
// analysis asks (45 CFR 164.308(a)(1)(ii)(A), 164.310(a) to (c)).
import type { CalendarDate } from '../common/calendar-date';
import { ChoiceField, ChoicesField, DateField, TextField } from '../common/fields';
import {
  HAZARDS,
  LOCATION_ACCESS,
  LOCATION_KINDS,
  SHARED_WITH,
  type Hazard,
  type LocationAccess,
  type LocationKind,
  type SharedWith,
} from './asset-words';

export class LocationFields {
  @TextField({
    description: 'What you call it. Not its address.',
    example: 'Main office',
    maxLength: 120,
  })
  name: string;

  @ChoiceField(LOCATION_KINDS, { description: 'What kind of place it is.' })
  kind: LocationKind;

  @TextField({
    description: 'Role of the person who answers for it; leave out while nobody does.',
    example: 'Office manager',
    optional: true,
    maxLength: 120,
  })
  responsible?: string | null;

  @ChoiceField(LOCATION_ACCESS, {
    description:
      'Who gets in: only those who belong there (locked), others once somebody has received them, or anybody.',
  })
  access: LocationAccess;

  @ChoiceField(SHARED_WITH, { description: 'With whom it is shared.' })
  sharedWith: SharedWith;

  @ChoicesField(HAZARDS, {
    description:
      'What it is exposed to. An empty list says that somebody looked; leave it out while nobody has.',
    optional: true,
    example: ['storm', 'power_outage'],
  })
  hazards?: Hazard[] | null;

  @TextField({
    description: 'Why it is left out of the risk analysis; leave out for a place within its scope.',
    optional: true,
    example: 'Only furniture is kept there.',
    maxLength: 500,
  })
  excludedBecause?: string | null;

  @DateField({
    description: 'Last day on which it was used; leave out while it is.',
    optional: true,
    example: '2026-08-31',
  })
  closedOn?: CalendarDate | null;

  @DateField({
    description: 'When somebody last checked that all this still holds.',
    optional: true,
    example: '2026-09-14',
  })
  reviewedOn?: CalendarDate | null;
}
