import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogs } from '../../../catalogs/load-catalogs';
import { PROJECT_ROOT } from '../../../common/project-root';
import type { Dossier } from '../../../dossiers/dossier.document';
import { readDossier } from '../../../dossiers/read-dossier';
import { oversightSheet } from '../../registers-workbook/sheets/oversight.sheet';
import { oversightView } from './oversight.presenter';
import type { AssessmentDocument } from '../../../assessments/assessment.document';
import { oversightRegister } from '../../../assessments/registers/oversight-register';

const catalogs = loadCatalogs();
const dossier = readDossier(readFileSync(join(PROJECT_ROOT, 'examples', 'practice.yaml')));
const at = (asOf: string, changes: Partial<Dossier> = {}) =>
  oversightRegister({ ...dossier, ...changes }, asOf, catalogs);
const register = at('2026-11-22');
const told = (key: string, of = register) => of.entries.find((one) => one.key === key);
const due = (kind: string, about: string, of = register) =>
  of.due.filter((one) => one.kind === kind && (one.service ?? one.vendor) === about);

describe('The oversight of AI in use, as an assessment freezes it', () => {
  it.each([
    ['scribe-drafts-2026-q3', 'A difference was found'],
    ['scribe-decisions-2026-09', '1 thing of 5 not cleared up'],
    ['claims-access-2026-08', 'Nothing odd'],
    ['d-2026-03', 'It was taken back as a whole'],
    ['d-2026-04', 'Open'],
    ['scribe-uptime-2026-10', 'Promise not kept'],
    ['rooms-uptime-2026-q3', 'Not comparable: the promise counts over another stretch of time'],
    ['scribe-edits-2026-q3', 'Nothing was promised'],
    ['fernhill-review-2026-11', 'Go on, with conditions'],
    ['scribe-exit-plan', 'Ready'],
    ['claims-exit-plan', 'Not ready'],
  ])('%s: %s', (key, verdict) => expect(told(key)?.verdict.words).toBe(verdict));

  it('says what is late, what was left out and what is not known', () => {
    const remarks = (key: string) => told(key)?.remarks.map(({ words }) => words);
    expect(remarks('d-2026-03')).toContain('Answered after 18 days, later than promised');
    expect(remarks('fernhill-review-2026-11')).toContain('Agreed and not done: 2, 1 of them overdue');
    expect(remarks('rooms-uptime-2026-q3')).toContain('Known from the vendor’s own word only');
    expect(remarks('claims-exit-plan')).toContain('The last export was not complete');
  });

  it('tells nothing that had not happened by its date', () => {
    const before = at('2026-09-30');
    expect(told('scribe-drafts-2026-q3', before)).toBeUndefined();
    expect(told('d-2026-03', before)?.verdict.words).toBe('Under appeal');
    expect(due('vendor_review', 'fernhill', before).map(({ state }) => state)).toContain('never_done');
  });

  it('takes intervals from the obligations, as the practice set them', () => {
    expect(due('vendor_review', 'fernhill').find(({ obligation }) => obligation === 'OB-25')).toMatchObject({
      ...{ months: 6, intervalFrom: 'practice', dueOn: '2027-02-09', state: 'due' },
    });
    expect(due('bias_audit', 'fernhill-scribe')).toEqual([
      expect.objectContaining({ dueOn: '2027-01-11', intervalFrom: 'seed', months: 1 }),
    ]);
    const left = (dossier.obligationSettings ?? []).map((one) => ({
      ...{ ...one, obligation: 'OB-40', decision: 'not_applicable', months: null },
    })) as NonNullable<Dossier['obligationSettings']>;
    expect(at('2026-11-22', { obligationSettings: left }).due.some(({ kind }) => kind === 'bias_audit')).toBe(
      false,
    );
  });

  it('asks it of tools with AI, and of others only what was done before', () => {
    expect(due('bias_audit', 'tidebook-scheduler')).toEqual([]);
    expect(due('log_review', 'pennyfold-claims').map(({ what }) => what)).toEqual(['Who may open what']);
    expect(due('bias_audit', 'quipmarsh-free').map(({ state }) => state)).toEqual(['never_done']);
  });

  it('shows a count that is small in no report and no sheet', () => {
    const document = { dossier, oversightRegister: register } as unknown as AssessmentDocument;
    const [audits] = oversightView(document).registers;
    const row = audits?.entries[0]?.table?.rows.find(([, group]) => group === 'Other languages');
    expect(row).toEqual(['Language', 'Other languages', 'fewer than 11', 'not shown', '', 'too few']);
    const sheet = oversightSheet('bias_audit')(document);
    expect(sheet.rows.flat()).not.toContain(9);
    expect(sheet.rows).toHaveLength(5);
  });

  it('of a document of before says that it was not worked out', () => {
    const old = { dossier } as unknown as AssessmentDocument;
    expect(oversightView(old).isNotWorkedOut).toBe(true);
    expect(oversightSheet('exit_plan')(old).emptyLine).toMatch(/not worked out/);
  });

  it('says of an empty register what that means, and hangs on no order', () => {
    const empty = at('2026-11-22', { exitPlans: null });
    const document = { dossier, oversightRegister: empty } as unknown as AssessmentDocument;
    expect(oversightView(document).registers.at(-1)).toMatchObject({
      entries: [],
      none: expect.stringContaining('No plan for leaving'),
    });
    const turned = Object.fromEntries(
      Object.entries(dossier).map(([name, list]) => [
        name,
        Array.isArray(list) ? [...(list as unknown[])].reverse() : list,
      ]),
    ) as unknown as Dossier;
    expect(oversightRegister(turned, '2026-11-22', catalogs)).toEqual(register);
  });
});
