import { loadCatalogs } from '../../catalogs/load-catalogs';
import { fulfilmentsOf, showingPlaces, type ShowingCatalogs, type ShowingRecords } from './fulfilments';

const { aiOversight: oversight, obligations } = loadCatalogs();
const CATALOGS: ShowingCatalogs = { oversight, obligations };
const TODAY = '2026-11-22';

/** Obligation, what it is about and the day of each. */
const told = (records: ShowingRecords): string[] =>
  fulfilmentsOf(records, CATALOGS, TODAY).map(
    ({ obligation, subject, doneOn }) => `${obligation} ${subject?.key ?? 'practice'} ${doneOn}`,
  );
const on = { service: 'scribe', doneOn: '2026-10-14' };
const review = { vendor: 'northlight', services: ['scribe', 'chat'], doneOn: '2026-10-14' };
const covers = { key: 'old', services: ['scribe', 'chat'] };

describe('What is on record elsewhere', () => {
  it.each<[string, ShowingRecords, string[]]>([
    ['a bias audit, of its tool', { biasAudits: [on] }, ['OB-40 scribe 2026-10-14']],
    [
      'a review of what the AI put out, of its tool',
      { logReviews: [{ ...on, log: 'ai_decisions' }] },
      ['OB-41 scribe 2026-10-14'],
    ],
    [
      'who opened what in one tool, not the logs of the practice',
      { logReviews: [{ ...on, log: 'access' }] },
      [],
    ],
    [
      'a talk with the vendor, of the vendor',
      { vendorReviews: [{ ...review, kind: 'business_review' }] },
      ['OB-25 northlight 2026-10-14'],
    ],
    [
      'an audit of how it processes data, of each tool that it was about',
      { vendorReviews: [{ ...review, kind: 'processing_audit' }] },
      ['OB-24 scribe 2026-10-14', 'OB-24 chat 2026-10-14'],
    ],
    [
      'each export that was tried',
      { exitPlans: [{ service: 'scribe', trials: [{ triedOn: '2025-09-01' }, { triedOn: '2026-09-01' }] }] },
      ['OB-29 scribe 2025-09-01', 'OB-29 scribe 2026-09-01'],
    ],
    [
      'an assessment that is sealed, of the practice',
      { sealedAsOf: ['2026-11-01'] },
      ['OB-01 practice 2026-11-01'],
    ],
    ['nothing that is to come', { biasAudits: [{ ...on, doneOn: '2026-11-23' }] }, []],
    [
      'certificates for all tools of an agreement that ended, from the last of them',
      {
        agreements: [covers],
        exitPlans: [
          { service: 'scribe', certificateOn: '2026-11-02' },
          { service: 'chat', certificateOn: '2026-10-02' },
        ],
      },
      ['OB-30 old 2026-11-02'],
    ],
    [
      'not a certificate for one of two',
      { agreements: [covers], exitPlans: [{ service: 'scribe', certificateOn: '2026-11-02' }] },
      [],
    ],
    ['not an agreement about no tool', { agreements: [{ key: 'old', services: [] }] }, []],
  ])('counts: %s', (_what, records, expected) => expect(told(records)).toEqual(expected));

  it('is told for the obligations that it can count for', () => {
    expect(Object.fromEntries(showingPlaces(CATALOGS))).toEqual({
      'OB-01': ['assessments'],
      'OB-40': ['bias-audits'],
      'OB-41': ['log-reviews'],
      'OB-25': ['vendor-reviews'],
      'OB-26': ['vendor-reviews'],
      'OB-24': ['vendor-reviews'],
      'OB-28': ['vendor-reviews'],
      'OB-29': ['exit-plans'],
      'OB-30': ['exit-plans'],
    });
  });
});
