import { PersonFields } from '../adjustments/adjustment.fields';
import {
  BooleanField,
  ChoiceField,
  IdField,
  IntegerField,
  KeyField,
  PatternField,
  RecordField,
  RecordListField,
  TextListField,
} from '../common/fields';
import { RECORD_LISTS } from '../dossiers/record-lists';

/** Why text is taken out. A closed list: a typed reason could repeat what should not have been there. */
export const REDACTION_REASONS = ['client_data', 'data_of_another_person', 'secret'] as const;
export type RedactionReason = (typeof REDACTION_REASONS)[number];

export const PRACTICE = 'practice';
export const ASSESSMENT = 'assessment';
export const COMMENT = 'comment';
const PLACES_IN = [...RECORD_LISTS.map(({ list }) => list), PRACTICE, ASSESSMENT, COMMENT];

const LONGEST_POINTER = 500;
const MOST_PLACES = 50;
const LARGEST = 2147483647;

export class RedactedPlaceFields {
  @ChoiceField(PLACES_IN, {
    description:
      'The list of the dossier that holds the record, the profile of the practice, an assessment, or a comment on one.',
    example: 'vendors',
  })
  in: string;

  @KeyField({
    description: 'Key of the record, where it is in a list.',
    optional: true,
    example: 'northlight',
  })
  key?: string | null;

  @IdField({ description: 'The assessment, where the text is in one.', optional: true })
  assessment?: string | null;

  @IdField({ description: 'The comment on an assessment, where the text is in one.', optional: true })
  comment?: string | null;

  @PatternField({
    description:
      'JSON Pointer (RFC 6901) to the text within the record, or within the document of the assessment; in a comment /text.',
    example: '/description',
    pattern: '^(/([^/~]|~[01])*)+$',
    message: 'must be a JSON Pointer such as /description',
    maxLength: LONGEST_POINTER,
  })
  pointer: string;

  @IntegerField({
    description: 'The first character to go, counted from 0; the whole text goes when left out.',
    optional: true,
    minimum: 0,
    maximum: LARGEST,
    example: 14,
  })
  start?: number | null;

  @IntegerField({
    description: 'The character after the last one to go; up to the end of the text when left out.',
    optional: true,
    minimum: 1,
    maximum: LARGEST,
    example: 22,
  })
  end?: number | null;
}

export class RedactDto {
  @RecordListField(() => RedactedPlaceFields, {
    description:
      'Where the text stands that has to go. Never the text itself. It is then looked for in every record and every assessment.',
    maxItems: MOST_PLACES,
    minItems: 1,
  })
  places: RedactedPlaceFields[];

  @ChoiceField(REDACTION_REASONS, { description: 'What the text is.' })
  reason: RedactionReason;

  @RecordField(() => PersonFields, {
    description: 'Who has it taken out: named in the documents that take the place of those that held it.',
  })
  by: PersonFields;

  @BooleanField({
    description: 'Only say what would be taken out, and take out nothing. It cannot be put back: look first.',
    optional: true,
    example: true,
  })
  preview?: boolean | null;
}

const POINTERS = { maxItems: 100_000, maxLength: LONGEST_POINTER } as const;

export class RedactedRecord {
  @ChoiceField([...RECORD_LISTS.map(({ list }) => list), PRACTICE], { description: 'Where the record is.' })
  in: string;

  @KeyField({ description: 'Key of the record.' })
  key: string;

  @TextListField({ description: 'Where text was taken out, within the record.', ...POINTERS })
  pointers: string[];

  @TextListField({
    description:
      'Where the text still seems to stand: in a key, in a field with a form of its own, or written in a way that is not sought. Change those by hand.',
    ...POINTERS,
  })
  left: string[];
}

export class RedactedAssessment {
  @IdField({ description: 'The assessment that held the text. Its document is gone.' })
  id: string;

  @PatternField({
    description: 'SHA-256 of the document that is gone, hex.',
    pattern: '^[0-9a-f]{64}$',
    message: 'must be a SHA-256 digest in hex',
    maxLength: 64,
  })
  digest: string;

  @IdField({ description: 'The assessment that took its place; null in a preview.', optional: true })
  supersededBy: string | null;

  @TextListField({ description: 'Where text was taken out, within the document.', ...POINTERS })
  pointers: string[];

  @TextListField({
    description:
      'Where the text still seems to stand: in a key or word, or written in a way that is not sought.',
    ...POINTERS,
  })
  left: string[];
}

export class RedactedReport {
  @IdField({ description: 'A report that was printed from such an assessment. What was printed is gone.' })
  id: string;

  @IdField({ description: 'That assessment.' })
  assessmentId: string;
}

export class RedactedComment {
  @IdField({ description: 'A comment on an assessment that held the text.' })
  id: string;

  @IdField({ description: 'That assessment.' })
  assessmentId: string;

  @TextListField({ description: 'Where text was taken out, within the comment.', ...POINTERS })
  pointers: string[];

  @TextListField({
    description: 'Where the text still seems to stand, written in a way that is not sought.',
    ...POINTERS,
  })
  left: string[];
}

export class RedactedFile {
  @IdField({ description: 'A file whose name held the text. What is in files is not searched.' })
  id: string;
}

export class RedactedVendorLink {
  @IdField({ description: 'A link by which a vendor said what held the text.' })
  id: string;
}

export class RedactionOutcome {
  @BooleanField({ description: 'True when nothing was taken out yet.', example: false })
  preview: boolean;

  @RecordListField(() => RedactedRecord, { description: 'Records that held the text.', maxItems: LARGEST })
  records: RedactedRecord[];

  @RecordListField(() => RedactedAssessment, {
    description: 'Assessments that held the text, oldest first.',
    maxItems: LARGEST,
  })
  assessments: RedactedAssessment[];

  @RecordListField(() => RedactedComment, {
    description: 'Comments on assessments that held the text.',
    maxItems: LARGEST,
  })
  comments: RedactedComment[];

  @RecordListField(() => RedactedReport, { description: 'Reports on those assessments.', maxItems: LARGEST })
  reports: RedactedReport[];

  @RecordListField(() => RedactedFile, {
    description: 'Files whose name held the text. What is in files is not searched.',
    maxItems: LARGEST,
  })
  files: RedactedFile[];

  @RecordListField(() => RedactedVendorLink, {
    description: 'Links of vendors in which something was said that held the text.',
    maxItems: LARGEST,
  })
  vendorLinks: RedactedVendorLink[];
}
