import { harborLightDossier } from '../../test/factories/harbor-light-dossier.factory';
import type { DossierAgreement } from './dossier.document';
import { findIncoherences } from './dossier-coherence';

const FIRST = harborLightDossier().agreements?.[0] as DossierAgreement;
const SERVICE = FIRST.services[0] as string;
const amendment = (changes: object) => ({
  key: 'first',
  title: 'First Amendment',
  signedOn: '2026-06-01',
  ...changes,
});

/** Faults of the dossier with the first agreement changed, and others added to it. */
function faultsWith(
  changes: Partial<DossierAgreement>,
  others: Partial<DossierAgreement>[] = [],
): string[][] {
  const dossier = harborLightDossier();
  const [, ...rest] = dossier.agreements ?? [];
  const added = others.map((one) => ({ ...FIRST, ...one }));
  return findIncoherences({ ...dossier, agreements: [{ ...FIRST, ...changes }, ...rest, ...added] })
    .filter(({ pointer }) => pointer.startsWith('/agreements/0/'))
    .map(({ pointer, code }) => [pointer.replace('/agreements/0/', ''), code]);
}

describe('an agreement that cannot be so', () => {
  it('is found by nothing when it can', () => {
    expect(
      faultsWith({ requestedOn: '2025-12-01', sentOn: '2025-12-05', negotiatingSince: '2025-12-05' }),
    ).toEqual([]);
    expect(faultsWith({ amendments: [amendment({ endsOn: '2027-12-31' })] })).toEqual([]);
  });

  it.each<[string, Partial<DossierAgreement>, string, string]>([
    [
      'a term that ends before it starts',
      { effectiveOn: '2026-02-01', endsOn: '2026-01-20' },
      'endsOn',
      'dates-reversed',
    ],
    ['a termination before the start', { terminatedOn: '2026-01-01' }, 'terminatedOn', 'dates-reversed'],
    [
      'a termination after the term',
      { endsOn: '2026-06-30', terminatedOn: '2026-07-01' },
      'terminatedOn',
      'dates-reversed',
    ],
    [
      'a termination of what nobody signed',
      { signedOn: null, terminatedOn: '2026-07-01' },
      'signedOn',
      'signature-missing',
    ],
    ['a signature before the request', { requestedOn: '2026-02-01' }, 'signedOn', 'dates-reversed'],
    ['a signature before the draft was sent', { sentOn: '2026-02-01' }, 'signedOn', 'dates-reversed'],
    ['a signature before the negotiation', { negotiatingSince: '2026-02-01' }, 'signedOn', 'dates-reversed'],
    [
      'a draft sent before it was asked for',
      { requestedOn: '2025-12-02', sentOn: '2025-12-01' },
      'sentOn',
      'dates-reversed',
    ],
    [
      'a renewal without the end of a term',
      { autoRenews: true, renewalTermMonths: 12, endsOn: null },
      'endsOn',
      'renewal-term-missing',
    ],
    [
      'a renewal without its months',
      { autoRenews: true, endsOn: '2026-12-31' },
      'renewalTermMonths',
      'renewal-term-missing',
    ],
    ['a successor without a day', { supersededBy: 'other' }, 'supersededOn', 'successor-missing'],
    ['a day without a successor', { supersededOn: '2026-06-01' }, 'supersededBy', 'successor-missing'],
    [
      'a successor that is not there',
      { supersededBy: 'nobody', supersededOn: '2026-06-01' },
      'supersededBy',
      'unknown-agreement',
    ],
    [
      'itself as successor',
      { supersededBy: FIRST.key, supersededOn: '2026-06-01' },
      'supersededBy',
      'successor-unfit',
    ],
    [
      'two amendments of one key',
      { amendments: [amendment({}), amendment({})] },
      'amendments/1/key',
      'duplicate-key',
    ],
    [
      'an amendment signed before it',
      { amendments: [amendment({ signedOn: '2026-01-01' })] },
      'amendments/0/signedOn',
      'dates-reversed',
    ],
    [
      'an amendment of what nobody signed',
      { signedOn: null, amendments: [amendment({})] },
      'amendments/0/signedOn',
      'signature-missing',
    ],
    [
      'an amendment that ends before it starts',
      { amendments: [amendment({ endsOn: '2026-05-31' })] },
      'amendments/0/endsOn',
      'dates-reversed',
    ],
    [
      'an amendment after its termination',
      { terminatedOn: '2026-05-01', amendments: [amendment({})] },
      'amendments/0/signedOn',
      'dates-reversed',
    ],
    [
      'a provision with two verdicts in an amendment',
      { amendments: [amendment({ provisions: [verdict('present'), verdict('weak')] })] },
      'amendments/0/provisions/1/provision',
      'read-twice',
    ],
    [
      'an added service that is not there',
      { amendments: [amendment({ addsServices: ['nothing'] })] },
      'amendments/0/addsServices/0',
      'unknown-service',
    ],
    [
      'a service taken away that it does not name',
      { amendments: [amendment({ removesServices: ['nothing'] })] },
      'amendments/0/removesServices/0',
      'service-not-named',
    ],
    [
      'a limit for a service that it does not name',
      { coverageLimits: [{ service: 'other' }] },
      'coverageLimits/0/service',
      'service-not-named',
    ],
    [
      'two limits for one service',
      { coverageLimits: [{ service: SERVICE }, { service: SERVICE }] },
      'coverageLimits/1/service',
      'second-for-service',
    ],
    [
      'a limit to a plan that the service does not have',
      { coverageLimits: [{ service: SERVICE, plans: ['gold'] }] },
      'coverageLimits/0/plans/0',
      'unknown-plan',
    ],
    [
      'a limit to a flow that the service does not have',
      { coverageLimits: [{ service: SERVICE, flows: ['nothing'] }] },
      'coverageLimits/0/flows/0',
      'unknown-flow',
    ],
    ['evidence that is not on file', { evidenceKeys: ['nothing'] }, 'evidenceKeys/0', 'unknown-evidence'],
    [
      'a limit that covers nothing',
      { coverageLimits: [{ service: SERVICE, flows: [] }] },
      'coverageLimits/0/flows',
      'nothing-covered',
    ],
  ])('%s is found at its place', (_, changes, place, code) => {
    expect(faultsWith(changes)).toContainEqual([place, code]);
  });

  it.each<[string, Partial<DossierAgreement>, boolean]>([
    ['in force by then', { signedOn: '2026-05-01' }, true],
    ['unsigned', { signedOn: null, endsOn: null }, false],
    ['in force only later', { signedOn: '2026-07-01' }, false],
    ['of another kind', { signedOn: '2026-05-01', kind: 'qualified_service_organization_agreement' }, false],
    ['with another vendor', { signedOn: '2026-05-01', vendor: 'another' }, false],
  ])('a successor %s fits or does not', (_, successor, fits) => {
    const faults = faultsWith({ supersededBy: 'next', supersededOn: '2026-06-01' }, [
      { key: 'next', ...successor },
    ]);
    expect(faults).toEqual(fits ? [] : [['supersededBy', 'successor-unfit']]);
  });

  it('one that renews by itself may be terminated after its first term', () => {
    const renewing = {
      autoRenews: true,
      renewalTermMonths: 12,
      endsOn: '2026-12-31',
      terminatedOn: '2029-03-01',
    };
    expect(faultsWith(renewing)).toEqual([]);
  });
});

function verdict(found: 'present' | 'weak') {
  return { provision: 'BAA-A18', verdict: found } as const;
}
