import { draftAssessment, sealedAssessment } from '../../../test/factories/assessment-document.factory';
import { obligationRegister } from '../../assessments/registers/obligation-register';
import { loadCatalogs } from '../../catalogs/load-catalogs';
import { obligationsSheet } from '../registers-workbook/sheets/obligations.sheet';
import { narrowedToService } from './narrowed-to-service';
import { nextReviewDay, obligationsView } from './obligations.presenter';

const catalogs = loadCatalogs();
const AS_OF = '2026-11-20';
const DONE_BY = { name: 'Dana Whitfield', role: 'Security official' };
const [tool] = sealedAssessment().document.dossier.services;
if (!tool) throw new Error('the example lost its tools');
const dossier = {
  ...sealedAssessment().document.dossier,
  obligationSettings: [],
  obligationCompletions: [
    {
      ...{ key: 'review-2026', obligation: 'OB-01', period: 'first', doneOn: '2026-03-02' },
      ...{ doneBy: DONE_BY, proof: 'Risk analysis, folder Security' },
    },
    {
      ...{ key: 'log-2026', obligation: 'OB-41', period: 'first', doneOn: '2026-11-02', doneBy: DONE_BY },
      ...{ subject: { kind: 'service' as const, key: tool.key }, proof: 'Minutes' },
    },
  ],
};
const register = obligationRegister(dossier, AS_OF, catalogs, {
  practice: '2025-01-15',
  sealedAsOf: [],
  lists: { services: { [tool.key]: '2026-09-01' } },
});
const DOCUMENT = draftAssessment({ asOf: AS_OF, dossier, obligationRegister: register });

describe('Obligations in the report', () => {
  const view = obligationsView(DOCUMENT, true);

  it('names the next review, who watches and what brings it about sooner', () => {
    expect(view.nextReview).toMatchObject({
      due: 'November 20, 2027. Every year: our suggestion; the rule sets no interval',
      watches: 'Security official',
    });
    expect(view.nextReview?.triggers).toMatch(/^A new AI tool or feature, a new vendor/);
  });

  it('tells what was done, late or not, with what shows it', () => {
    expect(view.done).toEqual([
      expect.objectContaining({
        title: 'Look at your risks again',
        when: 'Nov 20, 2026',
        shownBy: 'This assessment, once it is sealed',
      }),
      expect.objectContaining({
        about: tool.name,
        when: expect.stringMatching(/^Nov 2, 2026(, \d+ days late)? by Dana Whitfield, Security official$/),
        shownBy: 'Minutes',
      }),
      expect.objectContaining({
        title: 'Look at your risks again',
        when: 'Mar 2, 2026, 46 days late by Dana Whitfield, Security official',
      }),
    ]);
  });

  it('lists what is late before what is due, and says of each how binding it is', () => {
    const headings = view.open.map(({ heading }) => heading);
    expect(headings[0]).toBe('Late');
    const rows = view.open.flatMap(({ rows: list }) => list);
    for (const { under } of rows) expect(under).toMatch(/^(Law|Good practice)/);
    expect(rows.some(({ under }) => under.includes('Not checked against a text'))).toBe(true);
  });

  it('says that it was not worked out in a document of before', () => {
    const older = draftAssessment();
    delete older.obligationRegister;
    expect(obligationsView(older, true).isNotWorkedOut).toBe(true);
    expect(obligationsSheet(older).emptyLine).toMatch(/not worked out/);
  });

  it('leaves a vendor’s file what is about the tool, and nothing of the practice as a whole', () => {
    const sealed = sealedAssessment({ dossier, obligationRegister: register });
    const narrowed = narrowedToService(sealed, tool.key)?.document;
    if (!narrowed) throw new Error('the tool has no result');
    expect(narrowed.obligationRegister?.occurrences.every(({ subject }) => subject !== null)).toBe(true);
    const own = obligationsView(narrowed, false);
    expect(own.nextReview).toBeNull();
    expect(own.done.map(({ shownBy }) => shownBy)).toEqual(['Minutes']);
  });

  it('is a sheet with a row for each time', () => {
    expect(obligationsSheet(DOCUMENT).rows).toHaveLength(register.occurrences.length);
  });

  it.each([
    [null, '2027-11-20'],
    ['2026-11-01', '2027-11-20'],
    ['2026-11-20', '2027-11-20'],
    ['2027-02-01', '2027-02-01'],
    ['2028-02-01', '2027-11-20'],
  ])('holds the next review of what is due on %s on %s', (dueOn, day) => {
    expect(nextReviewDay(dueOn, AS_OF)).toBe(day);
  });
});
