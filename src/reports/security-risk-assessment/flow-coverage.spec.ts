import { harborLightDossier } from '../../../test/factories/harbor-light-dossier.factory';
import type { DossierAgreement, DossierDataFlow, DossierService } from '../../dossiers/dossier.document';
import { coverageOf } from './flow-coverage';

const dossier = harborLightDossier();
const audio = dossier.dataFlows?.find(({ key }) => key === 'scribe-audio') as DossierDataFlow;
const service = dossier.services.find(({ key }) => key === audio.service) as DossierService;
const agreement = dossier.agreements?.[0] as DossierAgreement;

describe('whether a flow has an agreement in force', () => {
  it.each<[string, Partial<DossierAgreement>, string, string]>([
    ['on the day after its last day', {}, '2027-01-01', 'uncovered'],
    ['on its last day', {}, '2026-12-31', 'covered'],
    ['on the day of its signature', {}, '2026-01-15', 'covered'],
    ['on the day before its signature', {}, '2026-01-14', 'uncovered'],
    ['while it is unsigned', { signedOn: null }, '2026-11-20', 'uncovered'],
    ['before it takes effect', { effectiveOn: '2026-12-01' }, '2026-11-20', 'uncovered'],
    ['on the day of its termination', { terminatedOn: '2026-11-20' }, '2026-11-20', 'uncovered'],
    ['when it covers another tool', { services: ['other'] }, '2026-11-20', 'uncovered'],
    [
      'when it covers another flow only',
      { coverageLimits: [{ service: audio.service, flows: ['other'] }] },
      '2026-11-20',
      'uncovered',
    ],
    [
      'when it covers another plan only',
      { coverageLimits: [{ service: audio.service, plans: ['other'] }] },
      '2026-11-20',
      'uncovered',
    ],
    [
      'when an amendment extends it',
      {
        amendments: [
          { key: 'first', title: 'First Amendment', signedOn: '2026-06-01', endsOn: '2027-12-31' },
        ],
      },
      '2027-06-01',
      'covered',
    ],
  ])('is judged %s', (_, over, asOf, expected) => {
    expect(coverageOf(audio, [{ ...agreement, ...over }], asOf, service).state).toBe(expected);
  });

  it('is not asked of a flow between clients and the practice', () => {
    const flow: DossierDataFlow = { ...audio, to: { party: 'practice' } };
    expect(coverageOf(flow, [], '2026-11-20', service).state).toBe('no_vendor');
  });

  it('names the exception where one is relied on', () => {
    const flow: DossierDataFlow = {
      ...audio,
      recipientRole: 'exception',
      exceptionCitation: '45 CFR 164.502(e)(1)(ii)(A)',
    };
    expect(coverageOf(flow, [agreement], '2026-11-20', service)).toEqual({
      state: 'exception',
      citation: '45 CFR 164.502(e)(1)(ii)(A)',
    });
  });
});
