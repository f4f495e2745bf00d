import { ChoiceField, IdField, InstantField, KeyField, RecordField, TextField } from '../../common/fields';
import { ROLE_NAMES, type Role } from '../../permissions/roles';
import { SECTION_IDS, type SectionId } from '../assessment-sections';

const LONGEST = 2000;
const TEXT = {
  description: 'What there is to say. Never anything about a client.',
  example: 'The agreement of March covers audio; does it cover transcripts too?',
  maxLength: LONGEST,
} as const;

export class AnswerCommentDto {
  @TextField(TEXT)
  text: string;
}

export class CreateCommentDto {
  @ChoiceField(SECTION_IDS, { description: 'The section that is commented on.', example: 'agreements' })
  section: SectionId;

  @KeyField({
    description: 'In the section of services, the one that is meant, by its key in the assessment.',
    optional: true,
  })
  service?: string | null;

  @TextField(TEXT)
  text: string;
}

/** Who wrote or resolved: as they were called, and what they were in the organization, at that moment. */
export class CommentingPerson {
  @IdField({ description: 'The person.' })
  personId: string;

  @TextField({ description: 'Name.', example: 'Dana Whitfield', maxLength: 200 })
  name: string;

  @ChoiceField(ROLE_NAMES, { description: 'Role in the organization.' })
  role: Role;
}

export class CommentResponse {
  @IdField()
  id: string;

  @IdField({ description: 'The assessment.' })
  assessmentId: string;

  @ChoiceField(SECTION_IDS, { description: 'The section that is commented on.' })
  section: SectionId;

  @KeyField({ description: 'The service that is meant, where one is.', optional: true })
  service: string | null;

  @IdField({
    description: 'The comment that this one answers; null where it begins a thread.',
    optional: true,
  })
  answerTo: string | null;

  @TextField(TEXT)
  text: string;

  @RecordField(() => CommentingPerson, { description: 'Who wrote it.' })
  author: CommentingPerson;

  @InstantField({ description: 'When it was written.' })
  createdAt: Date;

  @InstantField({
    description: 'When it was resolved; null while it is open. Answers are neither.',
    optional: true,
  })
  resolvedAt: Date | null;

  @RecordField(() => CommentingPerson, { description: 'Who resolved it.', optional: true })
  resolvedBy: CommentingPerson | null;
}
