import { MODEL } from '../../../../test/factories/scored';
import {
  AS_OF,
  agreement,
  flow,
  scribe,
  serviceFields,
} from '../../../../test/factories/service-facts.factory';
import { turnsAfter, type Turn } from '../dated-inputs';
import { bitOf } from '../dated-records';
import type { ServiceFacts } from '../service-facts';
import { groundOf, viewOn } from '../service-view';
import { agreementRequired, part2 } from './agreement.gates';

const ofAgreements = ({ records }: Turn) => (records & bitOf('agreements')) !== 0;
const gateOf = (facts: ServiceFacts, asOf = AS_OF) => agreementRequired(viewOn(groundOf(facts, MODEL), asOf));
const drafts = flow({ key: 'drafts', dataClasses: ['progress_notes'] });

describe('client data to a business associate with no agreement in force that covers the flow', () => {
  it('an agreement for one flow leaves the other uncovered, and says which', () => {
    const facts = scribe({
      agreements: [agreement({ coverageLimits: [{ service: 'scribe', flows: ['audio'] }] })],
      dataFlows: [flow(), drafts],
    });
    expect(gateOf(facts)).toMatchObject({
      state: 'fired',
      because: expect.stringContaining('Uncovered flows: drafts.'),
    });
  });

  it('two agreements that share the flows cover both, counting from the later', () => {
    const facts = scribe({
      agreements: [
        agreement({ key: 'a', coverageLimits: [{ service: 'scribe', flows: ['audio'] }] }),
        agreement({
          key: 'b',
          signedOn: '2026-11-01',
          coverageLimits: [{ service: 'scribe', flows: ['drafts'] }],
        }),
      ],
      dataFlows: [flow(), drafts],
    });
    expect(gateOf(facts)).toMatchObject({ state: 'cleared', countsFrom: '2026-11-01' });
    expect(gateOf(facts, '2026-10-31').state).toBe('fired');
  });

  it.each<[string, string | null, string]>([
    ['the plan that it covers', 'clinic', 'cleared'],
    ['another plan', 'free', 'fired'],
    ['nobody knows which plan', null, 'open'],
  ])('with %s in use', (_, plan, state) => {
    const facts = scribe({
      service: serviceFields({ plan }),
      agreements: [agreement({ coverageLimits: [{ service: 'scribe', plans: ['clinic'] }] })],
    });
    expect(gateOf(facts).state).toBe(state);
    if (state === 'open') expect(gateOf(facts).missing?.task).toContain('plan in use');
  });

  it('the plan may be named by its key or by its name', () => {
    const plans = [
      {
        key: 'clinic',
        name: 'Clinic plan',
        audience: 'healthcare',
        agreementOffered: 'yes',
        trainsByDefault: 'no',
      },
    ] as const;
    const facts = scribe({
      service: serviceFields({ plan: 'Clinic plan', plans: [...plans] }),
      agreements: [agreement({ coverageLimits: [{ service: 'scribe', plans: ['clinic'] }] })],
    });
    expect(gateOf(facts).state).toBe('cleared');
  });

  it('an amendment that adds the tool covers it from its day, and one that takes it away ends that', () => {
    const facts = scribe({
      agreements: [
        agreement({
          services: ['other'],
          amendments: [
            { key: 'adds', title: 'First', signedOn: '2026-06-01', addsServices: ['scribe'] },
            { key: 'takes', title: 'Second', signedOn: '2026-12-01', removesServices: ['scribe'] },
          ],
        }),
      ],
    });
    expect(
      ['2026-05-31', '2026-06-01', '2026-11-30', '2026-12-01'].map((date) => gateOf(facts, date).state),
    ).toEqual(['fired', 'open', 'cleared', 'fired']);
    expect(gateOf(facts, '2026-11-22').countsFrom).toBe('2026-10-01');
    const turns = [...turnsAfter(groundOf(facts, MODEL), '2026-01-01')].filter(ofAgreements);
    expect(turns.map(({ on }) => on)).toEqual(['2026-06-01', '2026-12-01']);
  });

  it('one that renews by itself holds after its term, and its renewals are no turns', () => {
    const facts = scribe({
      agreements: [agreement({ endsOn: '2027-01-14', autoRenews: true, renewalTermMonths: 12 })],
    });
    expect(gateOf(facts, '2027-01-15').state).toBe('cleared');
    const turns = [...turnsAfter(groundOf(facts, MODEL), AS_OF)];
    expect(turns.filter(ofAgreements)).toEqual([]);
  });

  it('another agreement in its place ends it on the day recorded', () => {
    const facts = scribe({ agreements: [agreement({ supersededBy: 'new', supersededOn: '2026-11-22' })] });
    expect([gateOf(facts, '2026-11-21').state, gateOf(facts).state]).toEqual(['cleared', 'fired']);
  });
});

describe('the terms of a qualified service organization', () => {
  const records = flow({ key: 'records', dataClasses: ['substance_use_records'] });
  const stateOf = (changes: Parameters<typeof agreement>[0]) =>
    part2(viewOn(groundOf(scribe({ agreements: [agreement(changes)], dataFlows: [records] }), MODEL), AS_OF))
      .state;

  it.each<[string, Parameters<typeof agreement>[0], string]>([
    [
      'may stand in an agreement of their own',
      { kind: 'qualified_service_organization_agreement' },
      'cleared',
    ],
    ['may stand in the business associate agreement', { includesQsoaTerms: true }, 'cleared'],
    ['are not there by themselves', {}, 'fired'],
    [
      'must cover the flow',
      { includesQsoaTerms: true, coverageLimits: [{ service: 'scribe', flows: ['other'] }] },
      'fired',
    ],
  ])('%s', (_, changes, state) => {
    expect(stateOf(changes)).toBe(state);
  });
});
