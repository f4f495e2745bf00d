// What the record of plans and model providers says about training, against an answer that client data is kept out of it.
import { planInUse } from '../../vendors/plan-in-use';
import type { ServiceFacts } from './service-facts';

export interface TrainingOnRecord {
  readonly id: string;
  readonly record: string;
  readonly because: string;
}

/** Every plan in use and every model provider on record as training; the plan first. */
export function trainingOnRecord({ service }: Pick<ServiceFacts, 'service'>): readonly TrainingOnRecord[] {
  const found: TrainingOnRecord[] = [];
  const plan = planInUse(service);
  if (plan?.trainsByDefault === 'yes')
    found.push({
      id: 'plan',
      record: `service ${service.key}, plan ${plan.key}`,
      because: `The plan ${plan.name} trains on data by default`,
    });
  const providers = [...(service.modelProviders ?? [])].filter(({ trainsOnData }) => trainsOnData === 'yes');
  for (const { key, name } of providers.sort((first, second) => (first.key < second.key ? -1 : 1)))
    found.push({
      id: `model-provider-${key}`,
      record: `service ${service.key}, model provider ${key}`,
      because: `The model provider ${name} trains on data`,
    });
  return found;
}
