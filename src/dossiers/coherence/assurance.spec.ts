// What a SOC 2 report or an attestation cannot say, each fault by its pointer.
import { aDossier } from '../../../test/factories/dossier.factory';
import { findIncoherences } from '../dossier-coherence';
import type { DossierAttestation, DossierSoc2Report } from '../dossier.document';

function faults(changes: {
  report?: Partial<DossierSoc2Report>;
  attestation?: Partial<DossierAttestation>;
}): string[] {
  const dossier = aDossier();
  Object.assign(dossier.soc2Reports?.[0] ?? {}, changes.report);
  Object.assign(dossier.attestations?.[0] ?? {}, changes.attestation);
  return findIncoherences(dossier, { asOf: '2026-11-22' }).map(({ pointer, code }) => `${pointer} ${code}`);
}

const control = { key: 'cuec-1', text: 'Do it.', topic: 'access' as const };
const company = { name: 'Example Cloud Hosting', service: 'hosting', method: 'carve_out' as const };
const review = { reviewer: { name: 'Dana Whitfield', role: 'Security official' }, reviewedOn: '2026-10-01' };

describe('SOC 2 reports', () => {
  it.each<[string, Partial<DossierSoc2Report>, string]>([
    [
      'a control that is done without its day',
      { userEntityControls: [{ ...control, status: 'done' }] },
      '/userEntityControls/0/doneSince day-missing',
    ],
    [
      'a control that is done in the future',
      { userEntityControls: [{ ...control, status: 'done', doneSince: '2027-01-01' }] },
      '/userEntityControls/0/doneSince dated-in-the-future',
    ],
    [
      'a control that is not applicable without a reason',
      { userEntityControls: [{ ...control, status: 'not_applicable' }] },
      '/userEntityControls/0/notApplicableReason reason-missing',
    ],
    [
      'a control twice',
      {
        userEntityControls: [
          { ...control, status: 'planned' },
          { ...control, status: 'planned' },
        ],
      },
      '/userEntityControls/1/key duplicate-key',
    ],
    [
      'a letter that ends before it begins',
      {
        bridgeLetters: [
          {
            from: '2026-09-30',
            to: '2026-07-01',
            issuedOn: '2026-10-01',
            signedByManagement: 'yes',
            changesReported: 'no',
          },
        ],
      },
      '/bridgeLetters/0/to dates-reversed',
    ],
    [
      'more failures than the sample has',
      { exceptions: [{ criterion: 'CC6.1', summary: 'found', sampleSize: 25, failures: 26 }] },
      '/exceptions/0/failures number-out-of-range',
    ],
    ['an issue before the end of the period', { issuedOn: '2026-06-29' }, '/issuedOn dates-reversed'],
    [
      'conditions that are not named',
      { review: { ...review, conclusion: 'rely_with_conditions' } },
      '/review/conditions conditions-missing',
    ],
    [
      'a report of a company behind that is not there',
      { subserviceOrganizations: [{ ...company, reviewedOn: '2026-09-01', reviewedReport: 'nothing' }] },
      '/subserviceOrganizations/0/reviewedReport unknown-report',
    ],
    [
      'a readiness report with an opinion',
      { kind: 'readiness', opinion: 'unqualified', qualifiedCriteria: null },
      '/opinion opinion-not-expected',
    ],
  ])('refuse %s', (_case, report, fault) => {
    expect(faults({ report })).toEqual([`/soc2Reports/0${fault}`]);
  });

  it('need no category where the document is no SOC 2 report', () => {
    expect(
      faults({
        report: { kind: 'readiness', opinion: 'not_found', qualifiedCriteria: null, categories: [] },
      }),
    ).toEqual([]);
  });
});

describe('attestations', () => {
  it.each<[string, Partial<DossierAttestation>, string]>([
    ['that end before they are issued', { validUntil: '2026-05-19' }, '/validUntil dates-reversed'],
    [
      'that were reviewed before they were issued',
      { surveillanceOn: '2026-05-19' },
      '/surveillanceOn dates-reversed',
    ],
    ['that are to be issued', { issuedOn: '2026-12-01' }, '/issuedOn dated-in-the-future'],
    ['of an unknown service', { services: ['nothing'] }, '/services/0 unknown-service'],
  ])('refuse %s', (_case, attestation, fault) => {
    expect(faults({ attestation })).toEqual([`/attestations/0${fault}`]);
  });
});
