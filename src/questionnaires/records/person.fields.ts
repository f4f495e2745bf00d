import { TextField } from '../../common/fields';

/** Who submitted, reviewed or withdrew, on the practice's or the vendor's side. */
export class QuestionnairePersonFields {
  @TextField({ description: 'Name.', example: 'Robin Achterberg', maxLength: 200 })
  name: string;

  @TextField({ description: 'Role.', example: 'Head of security at the vendor', maxLength: 200 })
  role: string;
}
