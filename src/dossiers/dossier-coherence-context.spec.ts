// What does not fit by the date of the assessment or by the scoring model, which a dossier does not hold itself.
import { codesAfter } from '../../test/factories/incoherences';

describe('Records that do not fit what is known beside them', () => {
  it('include facts from after the date of the assessment, where a date is given', () => {
    expect(codesAfter(() => undefined, { asOf: '2026-06-29' })).toEqual([
      '/checklists/0/answers/0/answeredOn dated-in-the-future',
      '/checklists/0/answers/1/answeredOn dated-in-the-future',
      '/adjustments/0/decidedOn dated-in-the-future',
      '/soc2Reports/0/periodEnd dated-in-the-future',
      '/soc2Reports/0/review/reviewedOn dated-in-the-future',
      '/clinicalValidations/0/publishedOn dated-in-the-future',
      '/financialStandings/0/asOf dated-in-the-future',
      '/exitTerms/0/exportTestedOn dated-in-the-future',
      '/questionnaires/0/issuedOn dated-in-the-future',
      '/questionnaires/0/submittedOn dated-in-the-future',
      '/safeguards/0/confirmedOn dated-in-the-future',
      '/incidents/0/happenedOn dated-in-the-future',
      '/incidents/0/happenedUntil dated-in-the-future',
      '/incidents/0/knownOn dated-in-the-future',
      '/incidents/0/vendorDiscoveredOn dated-in-the-future',
      '/incidents/0/vendorToldOn dated-in-the-future',
      '/incidents/0/notices/0/doneOn dated-in-the-future',
      '/locations/0/reviewedOn dated-in-the-future',
      '/assets/0/reviewedOn dated-in-the-future',
      '/assets/1/disposal/on dated-in-the-future',
      '/assetConnections/0/reviewedOn dated-in-the-future',
      '/biasAudits/0/periodEnd dated-in-the-future',
      '/biasAudits/0/doneOn dated-in-the-future',
      '/logReviews/0/periodEnd dated-in-the-future',
      '/logReviews/0/doneOn dated-in-the-future',
      '/disputedDecisions/0/receivedOn dated-in-the-future',
      '/disputedDecisions/0/decidedOn dated-in-the-future',
      '/performanceMeasurements/0/periodEnd dated-in-the-future',
      '/performanceMeasurements/0/creditClaimedOn dated-in-the-future',
      '/vendorReviews/0/doneOn dated-in-the-future',
      '/exitPlans/0/trials/0/triedOn dated-in-the-future',
      '/obligationCompletions/0/doneOn dated-in-the-future',
      '/obligationSettings/0/decidedOn dated-in-the-future',
      '/consentForms/0/review/reviewedOn dated-in-the-future',
      '/policyVersions/0/adoptedOn dated-in-the-future',
      '/policyAcknowledgements/0/acknowledgedOn dated-in-the-future',
      '/training/0/completedOn dated-in-the-future',
      '/riskAcceptances/0/acceptedOn dated-in-the-future',
      '/findings/0/foundOn dated-in-the-future',
      '/findings/0/actions/0/startedOn dated-in-the-future',
      '/findings/0/actions/0/doneOn dated-in-the-future',
      '/findings/0/reviews/0/on dated-in-the-future',
      '/practiceDecisions/0/decidedOn dated-in-the-future',
    ]);
    expect(codesAfter(() => undefined)).toEqual([]);
    expect(codesAfter(() => undefined, { asOf: '2026-10-14', today: '2026-11-22' })).toEqual([]);
  });

  it('include adjustments of threats that the scoring model does not have', () => {
    expect(codesAfter(() => undefined, { knownThreats: [{ id: 'T-01', scope: 'practice' }] })).toEqual([
      '/adjustments/0/threat unknown-threat',
      '/riskAcceptances/0/threat unknown-threat',
      '/findings/0/sourceId unknown-source',
    ]);
  });
});
