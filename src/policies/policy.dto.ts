import { ChoiceField, KeyField, PartialFields } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { PolicyFields } from './policy.fields';
import { POLICY_TEMPLATE_IDS, type PolicyTemplateId } from './policy-template';

export class CreatePolicyDto extends PolicyFields {
  @KeyField({ example: 'keeping-and-deleting' })
  key: string;

  @ChoiceField(POLICY_TEMPLATE_IDS, {
    description: 'Template that it is made from; left out for a text of the practice’s own. Given once.',
    example: 'keeping-and-deleting',
    optional: true,
  })
  template?: PolicyTemplateId | null;
}

export class UpdatePolicyDto extends PartialFields(PolicyFields) {}

export class PolicyResponse extends AsResponse(CreatePolicyDto) {}
