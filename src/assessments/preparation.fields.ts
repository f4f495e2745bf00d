// Who prepared an assessment with what knowledge, for whom, and whether counsel had it made: what a cover of a risk analysis says beside the names.
import { TextField } from '../common/fields';

export class PreparationFields {
  @TextField({
    description: 'What the assessor knows of such work: training, years, other help.',
    example: 'Security official for four years; course on risk analysis in 2025.',
    optional: true,
    maxLength: 500,
  })
  competence?: string | null;

  @TextField({
    description: 'Who may have it. Left out: the practice, and whom its owner gives it to.',
    example: 'Owner, security official, counsel. Not for vendors.',
    optional: true,
    maxLength: 300,
  })
  distribution?: string | null;

  @TextField({
    description: 'The lawyer who had it made for legal advice, where one did. It is then marked so.',
    example: 'Marta Ellison, attorney',
    optional: true,
    maxLength: 200,
  })
  counsel?: string | null;
}
