import { KeyField, PartialFields, PatternField, RecordListField } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { EarlierDecisionFields, ENTRY_PATTERN, SafeguardFields } from './safeguard.fields';

export class CreateSafeguardDto extends SafeguardFields {
  @KeyField({
    description:
      'Key of this record; it follows from the entry, letters in lower case and all else as hyphens.',
    example: '164-308-a-2',
  })
  key: string;

  @PatternField({
    description:
      'Entry of the Security Rule, by its citation without "45 CFR", as in the catalog security-rule; one record an entry.',
    example: '164.308(a)(2)',
    pattern: ENTRY_PATTERN,
    message: 'must be an entry of the Security Rule such as 164.308(a)(1)(ii)(A)',
    maxLength: 30,
  })
  entry: string;
}

/** The record with what Duecare keeps of it: nobody sets that by hand, and an import only adds to it. */
export class SafeguardRecordDto extends CreateSafeguardDto {
  @RecordListField(() => EarlierDecisionFields, {
    description:
      'Decisions on the specification that were replaced or taken back, the oldest first, each with the day until which it was in effect.',
    optional: true,
    ordered: true,
    maxItems: 200,
  })
  earlierDecisions?: EarlierDecisionFields[] | null;
}

export class UpdateSafeguardDto extends PartialFields(SafeguardFields) {}

export class SafeguardResponse extends AsResponse(SafeguardRecordDto) {}
