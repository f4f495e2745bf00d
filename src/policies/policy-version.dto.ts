import { KeyField, PatternField } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { AdoptionFields, PolicyVersionFields } from './policy-version.fields';

/** As a dossier holds it. */
export class CreatePolicyVersionDto extends PolicyVersionFields {
  @KeyField({ example: 'keeping-and-deleting-1' })
  key: string;
}

/** As the API takes it: number, title, text and digest follow from the policy as it stands. */
export class AdoptPolicyDto extends AdoptionFields {
  @KeyField({ description: 'Key of the policy to adopt as it stands.', example: 'keeping-and-deleting' })
  policy: string;

  @PatternField({
    description:
      'Digest of the text that the approver read; when the text has changed since, nothing is adopted. Left out to adopt whatever stands now.',
    optional: true,
    example: 'a3f1c0d2e4b59687a3f1c0d2e4b59687a3f1c0d2e4b59687a3f1c0d2e4b59687',
    pattern: '^[0-9a-f]{64}$',
    message: 'must be 64 hexadecimal digits',
    maxLength: 64,
  })
  digest?: string | null;
}

export class PolicyVersionResponse extends AsResponse(CreatePolicyVersionDto) {}
