import { MODEL } from '../../../../test/factories/scored';
import {
  AS_OF,
  agreement,
  favourableProvisions,
  flow,
  scribe,
  serviceFields,
} from '../../../../test/factories/service-facts.factory';
import type { ProvisionId, ProvisionVerdict } from '../../../business-associate-agreements/provision.fields';
import type { ServiceFacts } from '../service-facts';
import { groundOf, viewOn } from '../service-view';
import {
  readAgreementInForce,
  readBreachNotice,
  readProvision,
  readRequiredProvisions,
} from './agreement.readings';

type AgreementChanges = Parameters<typeof agreement>[0];

const viewOf = (facts: ServiceFacts, asOf = AS_OF) => viewOn(groundOf(facts, MODEL), asOf);
const withAgreements = (...changes: AgreementChanges[]) =>
  scribe({ agreements: changes.map((one, index) => agreement({ key: `baa-${index}`, ...one })) });
const judged = (provision: ProvisionId, ...verdicts: ProvisionVerdict[]) =>
  readProvision(
    viewOf(withAgreements(...verdicts.map((verdict) => ({ provisions: [{ provision, verdict }] })))),
    provision,
    null,
  ).met;

describe('what a verdict counts as', () => {
  it.each<[ProvisionId, string, Record<ProvisionVerdict, string>]>([
    ['BAA-R07', 'a required element', counts('fully', 'partly', 'not_met', 'not_met', 'not_met')],
    ['BAA-D02', 'a duty that binds by rule', counts('fully', 'partly', 'partly', 'not_met', 'not_met')],
    ['BAA-P03', 'a permission', counts('not_met', 'partly', 'fully', 'not_met', 'not_met')],
    ['BAA-A18', 'a recommended clause', counts('fully', 'partly', 'not_met', 'not_met', 'not_met')],
  ])('on %s, %s', (provision, _, expected) => {
    for (const [verdict, met] of Object.entries(expected))
      expect([verdict, judged(provision, verdict as ProvisionVerdict)]).toEqual([verdict, met]);
  });

  it('of several agreements is the best of a clause and the worst of a permission', () => {
    expect(judged('BAA-A18', 'missing', 'present')).toBe('fully');
    expect(judged('BAA-P03', 'missing', 'present')).toBe('not_met');
    expect(judged('BAA-P03', 'missing', 'weak')).toBe('partly');
  });

  it('is not known of a permission while one agreement in force has not been read for it', () => {
    const facts = withAgreements(
      { provisions: [{ provision: 'BAA-P03', verdict: 'missing' }] },
      { provisions: [] },
    );
    expect(readProvision(viewOf(facts), 'BAA-P03', null)).toMatchObject({ met: 'unknown', known: false });
  });
});

describe('an amendment', () => {
  const amended = withAgreements({
    breachNoticeHours: 240,
    provisions: [{ provision: 'BAA-A18', verdict: 'missing' }],
    amendments: [
      {
        key: 'first',
        title: 'First Amendment',
        signedOn: '2026-09-01',
        effectiveOn: '2026-10-01',
        breachNoticeHours: 24,
        provisions: [{ provision: 'BAA-A18', verdict: 'present' }],
      },
    ],
  });

  it.each([
    ['2026-09-30', 'not_met', null, 'partly', '2026-01-15'],
    ['2026-10-01', 'fully', '2026-10-01', 'fully', '2026-10-01'],
  ])('on %s, its clause counts %s and its notice %s', (date, clause, since, notice, noticeSince) => {
    const view = viewOf(amended, date);
    expect(readProvision(view, 'BAA-A18', null)).toMatchObject({ met: clause, countsFrom: since });
    expect(readBreachNotice(view)).toMatchObject({ met: notice, countsFrom: noticeSince });
    expect(readAgreementInForce(view)).toMatchObject({ met: 'fully', countsFrom: '2026-01-15' });
  });

  it('that takes back a contradiction ends the exposure on its day', () => {
    const facts = withAgreements({
      provisions: [{ provision: 'BAA-A01', verdict: 'contradicted' }],
      amendments: [
        {
          key: 'first',
          title: 'First Amendment',
          signedOn: '2026-10-01',
          provisions: [{ provision: 'BAA-A01', verdict: 'present' }],
        },
      ],
    });
    expect(readProvision(viewOf(facts, '2026-09-30'), 'BAA-A01', null).met).toBe('not_met');
    expect(readProvision(viewOf(facts), 'BAA-A01', null)).toMatchObject({
      met: 'fully',
      countsFrom: '2026-10-01',
    });
  });
});

describe('an agreement limited to flows', () => {
  const drafts = flow({ key: 'drafts', dataClasses: ['progress_notes'] });
  const forAudio = { coverageLimits: [{ service: 'scribe', flows: ['audio'] }] };
  const forDrafts = { coverageLimits: [{ service: 'scribe', flows: ['drafts'] }] };

  it('leaves every clause unmet while another flow has none', () => {
    const facts = { ...withAgreements(forAudio), dataFlows: [flow(), drafts] };
    expect(readAgreementInForce(viewOf(facts))).toMatchObject({ met: 'not_met' });
    expect(readProvision(viewOf(facts), 'BAA-R05', null).because).toContain('drafts');
    expect(readBreachNotice(viewOf(facts)).met).toBe('not_met');
  });

  it('beside another counts for each flow by itself, the flow that is covered worst deciding', () => {
    const facts = {
      ...withAgreements(
        { ...forAudio, breachNoticeHours: 24 },
        {
          ...forDrafts,
          signedOn: '2026-03-01',
          breachNoticeHours: 200,
          provisions: [{ provision: 'BAA-R05', verdict: 'weak' }],
        },
      ),
      dataFlows: [flow(), drafts],
    };
    const view = viewOf(facts);
    expect(readAgreementInForce(view)).toMatchObject({ met: 'fully', countsFrom: '2026-03-01' });
    expect(readProvision(view, 'BAA-R05', null)).toMatchObject({ met: 'partly', countsFrom: '2026-03-01' });
    expect(readProvision(view, 'BAA-R12', null)).toMatchObject({ met: 'unknown' });
    expect(readBreachNotice(view)).toMatchObject({ met: 'partly' });
  });
});

describe('an agreement limited to plans', () => {
  const limits = { coverageLimits: [{ service: 'scribe', plans: ['clinic'] }] };

  it.each([
    ['clinic', 'fully'],
    ['free', 'not_met'],
    [null, 'not_met'],
  ])('with the plan %s in use is met %s', (plan, met) => {
    const facts = { ...withAgreements(limits), service: serviceFields({ plan }) };
    expect(readAgreementInForce(viewOf(facts)).met).toBe(met);
  });
});

describe('the required elements of 45 CFR 164.504(e)(2) and 164.314(a)(2)', () => {
  const without = (provision: ProvisionId, verdict: ProvisionVerdict | null) =>
    readRequiredProvisions(
      viewOf(
        withAgreements({
          provisions: favourableProvisions().flatMap((one) =>
            one.provision !== provision ? [one] : verdict ? [{ provision, verdict }] : [],
          ),
        }),
      ),
    );

  it.each<[string, ProvisionId, ProvisionVerdict | null, string]>([
    ['all there', 'BAA-A18', 'present', 'fully'],
    ['one weak', 'BAA-R07', 'weak', 'partly'],
    ['one missing', 'BAA-R07', 'missing', 'not_met'],
    ['one contradicted', 'BAA-R12', 'contradicted', 'not_met'],
    ['one not read', 'BAA-R18', null, 'unknown'],
    ['only a recommended clause missing', 'BAA-A01', 'missing', 'fully'],
  ])('with %s', (_, provision, verdict, met) => {
    const found = without(provision, verdict);
    expect(found.met).toBe(met);
    if (met !== 'fully') expect(found.because).toContain(provision);
  });

  it('an agreement with one missing is no better off when nobody reads it for that one', () => {
    const [unread, missing] = [without('BAA-R07', null), without('BAA-R07', 'missing')];
    expect([unread.met, unread.known, missing.met, missing.known]).toEqual([
      'unknown',
      false,
      'not_met',
      true,
    ]);
  });
});

function counts(
  present: string,
  weak: string,
  missing: string,
  contradicted: string,
  needs_counsel: string,
): Record<ProvisionVerdict, string> {
  return { present, weak, missing, contradicted, needs_counsel };
}
