// A plan of a service: agreements and training terms differ between the plans of one product, so a vendor is judged per plan.
import { ChoiceField, KeyField, TextField } from '../common/fields';
import { YES_NO_UNKNOWN, type YesNoUnknown } from '../common/words';

export const PLAN_AUDIENCES = ['consumer', 'business', 'enterprise', 'healthcare'] as const;
export type PlanAudience = (typeof PLAN_AUDIENCES)[number];

export class ServicePlanFields {
  @KeyField({ description: 'Key of the plan within this service.', example: 'business' })
  key: string;

  @TextField({
    description: 'Name of the plan, as the vendor sells it.',
    example: 'Business',
    maxLength: 100,
  })
  name: string;

  @ChoiceField(PLAN_AUDIENCES, { description: 'For whom the plan is made.', example: 'business' })
  audience: PlanAudience;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: 'Does the vendor offer a business associate agreement on this plan?',
  })
  agreementOffered: YesNoUnknown;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: 'Do the terms of this plan let customer data train models unless somebody objects?',
    example: 'no',
  })
  trainsByDefault: YesNoUnknown;
}
