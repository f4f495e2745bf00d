// A version of a policy as it was adopted: frozen, with its digest. It stays readable for six years after it last held (45 CFR 164.316(b)(2)(i)).
import {
  DateField,
  IntegerField,
  KeyField,
  PatternField,
  RecordField,
  RecordListField,
  TextField,
  TextListField,
} from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';
import { PolicyPersonFields } from './policy.fields';

export class PolicySectionFields {
  @TextField({ description: 'Heading.', example: 'Deleting once the note stands', maxLength: 200 })
  heading: string;

  @TextListField({
    description: 'Paragraphs; one that begins with "- " is an entry of a list.',
    example: ['- The clinician signs the note in the record.'],
    ordered: true,
    maxLength: 8000,
    maxItems: 200,
  })
  paragraphs: string[];
}

/** What whoever adopts a version says of it; the rest follows from the policy. */
export class AdoptionFields {
  @DateField({ description: 'Day from which it holds.', example: '2026-10-01' })
  adoptedOn: CalendarDate;

  @RecordField(() => PolicyPersonFields, { description: 'Who approved it.' })
  approvedBy: PolicyPersonFields;

  @TextField({
    description:
      'Why there is a new version; of the first, why there is one at all. Never the name of a client.',
    example: 'We began to use a tool that drafts notes.',
    maxLength: 1000,
  })
  reason: string;

  @KeyField({
    description: 'Key of the evidence that holds the text, where the practice wrote its own.',
    example: 'own-privacy-policy',
    optional: true,
  })
  evidence?: string | null;
}

export class PolicyVersionFields extends AdoptionFields {
  @KeyField({ description: 'Key of the policy.', example: 'keeping-and-deleting' })
  policy: string;

  @IntegerField({ description: 'Number of the version, from 1.', example: 1, minimum: 1, maximum: 1000 })
  number: number;

  @TextField({ description: 'Title at that time.', example: 'Keeping and deleting', maxLength: 200 })
  title: string;

  @RecordListField(() => PolicySectionFields, {
    description: 'The text as adopted, in its order; left out where evidence holds it.',
    ordered: true,
    optional: true,
    maxItems: 60,
  })
  text?: PolicySectionFields[] | null;

  @PatternField({
    description:
      'SHA-256 in hex of title and text as canonical JSON (RFC 8785); left out where evidence holds the text.',
    example: 'a3f1c0d2e4b59687a3f1c0d2e4b59687a3f1c0d2e4b59687a3f1c0d2e4b59687',
    optional: true,
    pattern: '^[0-9a-f]{64}$',
    message: 'must be 64 hexadecimal digits',
    maxLength: 64,
  })
  digest?: string | null;
}
