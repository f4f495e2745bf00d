import { planInUse, planInWords } from './plan-in-use';
import type { ServicePlanFields } from './service.fields';

const plan = (key: string, name: string): ServicePlanFields => ({
  key,
  name,
  audience: 'healthcare',
  agreementOffered: 'yes',
  trainsByDefault: 'no',
});
const plans = [plan('business', 'Business'), plan('clinic', 'Clinic')];

describe('The plan that a service is judged on', () => {
  it('is the one of the listed plans that has its key', () => {
    expect(planInUse({ plan: 'clinic', plans })).toMatchObject({ name: 'Clinic', audience: 'healthcare' });
    expect(planInWords({ plan: 'clinic', plans })).toBe('Clinic');
  });

  it.each([
    ['no plans are listed', { plan: 'Business', plans: null }, 'Business'],
    ['the plans listed do not have it', { plan: 'Free', plans }, 'Free'],
    ['nothing is said', {}, null],
  ])('is known in words only when %s', (_what, service, words) => {
    expect([planInUse(service), planInWords(service)]).toEqual([null, words]);
  });
});
