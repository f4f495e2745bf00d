import { aDossier } from '../../../test/factories/dossier.factory';
import { findIncoherences, type CoherenceContext } from '../dossier-coherence';
import type { Dossier } from '../dossier.document';

type Whole = Required<{ [Kind in keyof Dossier]: NonNullable<Dossier[Kind]> }>;
type Change = (dossier: Whole) => void;

function codesAfter(change: Change, context?: CoherenceContext): string[] {
  const dossier = aDossier();
  change(dossier as Whole);
  return findIncoherences(dossier, context).map(({ pointer, code }) => `${pointer} ${code}`);
}

function first<T>(list: readonly T[] | null | undefined): T {
  const [entry] = list ?? [];
  if (entry === undefined) throw new Error('no such entry');
  return entry;
}

const IN_USE = [{ model: 'Northlight Notewriter', version: '2026.2' }];

describe('What is recorded of vendors fits together', () => {
  it.each<[string, Change]>([
    [
      'when a service names the model version that its card describes',
      (d) => (first(d.services).modelVersions = IN_USE),
    ],
    [
      'when no plans are listed, whatever the plan is called',
      (d) => {
        first(d.services).plans = null;
        first(d.services).plan = 'Business';
      },
    ],
    ['when the list of plans is empty', (d) => (first(d.services).plans = [])],
    [
      'when an integration leads to another service of the practice',
      (d) => {
        const { integrations, ...service } = first(d.services);
        d.services.push({ ...service, key: 'records' });
        first(integrations).service = 'records';
      },
    ],
    [
      'when an exception is cited by hand only, as files did before grounds were listed',
      (d) =>
        Object.assign(first(d.dataFlows), {
          recipientRole: 'exception',
          exceptionCitation: '45 CFR 164.506(c)(1)',
        }),
    ],
    ['when a promise stands in no agreement on file', (d) => (first(d.serviceLevels).agreement = null)],
    ['when exactly all of the time is promised', (d) => (first(d.serviceLevels).promised = 100)],
    [
      'when a vendor has one standing a year',
      (d) => d.financialStandings.push({ ...first(d.financialStandings), key: 'before', asOf: '2025-09-30' }),
    ],
  ])('%s', (_what, change) => expect(codesAfter(change)).toEqual([]));
});

describe('What is recorded of vendors does not fit together', () => {
  it.each<[string, Change, string[]]>([
    [
      'two contacts with one key',
      (d) => first(d.vendors).contacts?.push(first(first(d.vendors).contacts)),
      ['/vendors/0/contacts/1/key duplicate-key'],
    ],
    [
      'two plans with one key',
      (d) => first(d.services).plans?.push(first(first(d.services).plans)),
      ['/services/0/plans/2/key duplicate-key'],
    ],
    [
      'two model providers with one key',
      (d) => first(d.services).modelProviders?.push(first(first(d.services).modelProviders)),
      ['/services/0/modelProviders/1/key duplicate-key'],
    ],
    [
      'two integrations with one key',
      (d) => first(d.services).integrations?.push(first(first(d.services).integrations)),
      ['/services/0/integrations/1/key duplicate-key'],
    ],
    [
      'two model cards with one key and version',
      (d) => d.modelCards.push(first(d.modelCards)),
      ['/modelCards/1/key duplicate-key', '/modelCards/1/modelVersion described-twice'],
    ],
    [
      'a plan that is not listed',
      (d) => (first(d.services).plan = 'free'),
      ['/services/0/plan unknown-plan'],
    ],
    [
      'plans of which none is judged',
      (d) => (first(d.services).plan = null),
      ['/services/0/plan plan-missing'],
    ],
    [
      'a model version that does not exist',
      (d) => (first(d.services).modelVersions = [{ ...first(IN_USE), version: '2026.1' }]),
      ['/services/0/modelVersions/0/version unknown-model-version'],
    ],
    [
      "a model version of which only another service's card tells",
      (d) => {
        d.services.push({ ...first(d.services), key: 'other' });
        first(d.services).modelVersions = IN_USE;
        first(d.modelCards).service = 'other';
      },
      [
        '/services/0/modelVersions/0/version unknown-model-version',
        '/clinicalValidations/0/modelCard unknown-model-card',
      ],
    ],
    [
      'a model version named twice',
      (d) => (first(d.services).modelVersions = [...IN_USE, ...IN_USE]),
      ['/services/0/modelVersions/1 described-twice'],
    ],
    [
      'a study of a model of another key',
      (d) => (first(d.clinicalValidations).modelCard = 'nothing'),
      ['/clinicalValidations/0/modelCard unknown-model-card'],
    ],
    [
      'a promise in an unknown agreement',
      (d) => (first(d.serviceLevels).agreement = 'nothing'),
      ['/serviceLevels/0/agreement unknown-agreement'],
    ],
    [
      "exit terms in another vendor's agreement",
      (d) => {
        d.vendors.push({ key: 'other', name: 'Other' });
        d.agreements.push({ ...first(d.agreements), key: 'theirs', vendor: 'other', services: [] });
        first(d.exitTerms).agreement = 'theirs';
      },
      ['/exitTerms/0/agreement agreement-of-another-vendor'],
    ],
    [
      'a second set of exit terms of a service',
      (d) => d.exitTerms.push({ ...first(d.exitTerms), key: 'b' }),
      ['/exitTerms/1/service second-for-service'],
    ],
    [
      'facts about an unknown service and vendor',
      (d) => {
        first(d.exitTerms).service = 'nothing';
        first(d.financialStandings).vendor = 'nobody';
      },
      ['/financialStandings/0/vendor unknown-vendor', '/exitTerms/0/service unknown-service'],
    ],
    [
      'an integration with an unknown service',
      (d) => (first(first(d.services).integrations).service = 'nothing'),
      ['/services/0/integrations/0/service unknown-service'],
    ],
    [
      'an integration of a service with itself',
      (d) => (first(first(d.services).integrations).service = 'northlight-scribe'),
      ['/services/0/integrations/0/service integration-with-itself'],
    ],
    [
      'more than all of the time promised',
      (d) => (first(d.serviceLevels).promised = 100.1),
      ['/serviceLevels/0/promised number-out-of-unit'],
    ],
    [
      'an answer of support promised in percent',
      (d) => (first(d.serviceLevels).measure = 'support_response'),
      ['/serviceLevels/0/unit unit-not-expected'],
    ],
    [
      'models of a service that is said not to use AI',
      (d) => (first(d.services).usesAi = false),
      ['/services/0/usesAi model-not-expected'],
    ],
    [
      'a ground of exception without a reason',
      (d) =>
        Object.assign(first(d.dataFlows), {
          recipientRole: 'exception',
          exceptionGround: 'treatment_disclosure',
        }),
      ['/dataFlows/0/exceptionReason reason-missing'],
    ],
    [
      'a business associate with a ground of exception',
      (d) =>
        Object.assign(first(d.dataFlows), {
          exceptionGround: 'treatment_disclosure',
          exceptionReason: 'So.',
        }),
      [
        '/dataFlows/0/exceptionGround citation-not-expected',
        '/dataFlows/0/exceptionReason citation-not-expected',
      ],
    ],
    ...(
      [
        ['an AI service as a conduit', 'conduit'],
        ['identified data as de-identified', 'deidentified'],
        ['a flow to a vendor as a disclosure to the client', 'disclosure_to_individual'],
      ] as const
    ).map(([what, exceptionGround]): [string, Change, string[]] => [
      what,
      (d) =>
        Object.assign(first(d.dataFlows), {
          recipientRole: 'exception',
          exceptionGround,
          exceptionReason: 'So.',
        }),
      ['/dataFlows/0/exceptionGround exception-contradicted'],
    ]),
    [
      'a conduit that keeps the data',
      (d) => {
        Object.assign(first(d.services), { usesAi: false, modelProviders: null });
        d.modelCards.splice(0);
        d.clinicalValidations.splice(0);
        Object.assign(first(d.dataFlows), {
          recipientRole: 'exception',
          exceptionGround: 'conduit',
          exceptionReason: 'So.',
          retentionDays: 1,
        });
      },
      ['/dataFlows/0/exceptionGround exception-contradicted'],
    ],
  ])('%s', (_what, change, expected) => expect(codesAfter(change)).toEqual(expected));

  it('when it was written or tried after the date of the assessment', () => {
    const late = codesAfter(() => undefined, { asOf: '2026-06-01' });
    expect(late).toEqual(
      expect.arrayContaining([
        '/modelCards/0/datedOn dated-in-the-future',
        '/clinicalValidations/0/publishedOn dated-in-the-future',
        '/financialStandings/0/asOf dated-in-the-future',
        '/exitTerms/0/exportTestedOn dated-in-the-future',
      ]),
    );
  });
});
