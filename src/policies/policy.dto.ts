import { ChoiceField, KeyField, PartialFields, RecordField } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { PolicyFields, PolicyRetirementFields } from './policy.fields';
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

/** The policy with what only whoever may adopt it says. */
export class PolicyRecordDto extends CreatePolicyDto {
  @RecordField(() => PolicyRetirementFields, {
    description: 'That it no longer holds; its versions stay on record. Said once, by an official.',
    optional: true,
  })
  retirement?: PolicyRetirementFields | null;
}

export class RetirePolicyDto extends PolicyRetirementFields {}

export class UpdatePolicyDto extends PartialFields(PolicyFields) {}

export class PolicyResponse extends AsResponse(PolicyRecordDto) {}
