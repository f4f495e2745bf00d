import { aDossier } from '../../../../test/factories/dossier.factory';
import { draftAssessment } from '../../../../test/factories/assessment-document.factory';
import { incidentRegister } from '../../../assessments/registers/incident-register';
import { loadCatalogs } from '../../../catalogs/load-catalogs';
import { incidentsView } from './incidents.presenter';
import { incidentsSheet } from '../../registers-workbook/sheets/incidents.sheet';

const { breachNotification } = loadCatalogs();
const dossier = aDossier();
const register = incidentRegister(dossier, '2026-11-22', breachNotification);
const DOCUMENT = { ...draftAssessment(), dossier, incidentRegister: register };

describe('The register of incidents in an assessment', () => {
  it('is frozen with the words and days of the date', () => {
    expect(register[0]).toMatchObject({
      ...{
        key: 'draft-shown-2026-09',
        discoveredOn: '2026-09-28',
        ground: 'known',
        verdict: 'presumed_breach',
      },
    });
    expect(register[0]?.duties.map(({ title, standing, dueOn }) => [title, standing, dueOn])).toEqual([
      ['Write down what happened and how it ended', 'open', null],
      ['Judge the four factors', 'not_due', null],
      ['Tell each person concerned', 'done', '2026-11-27'],
      ['Report it to HHS after the end of the year', 'open', '2027-03-01'],
      ['Tell the media of the state', 'not_due', null],
      ['Look up what the state asks', 'open', null],
      ['The vendor tells you', 'done', '2026-11-24'],
      ['The vendor keeps the time of the agreement', 'done', '2026-09-28'],
    ]);
  });

  it('does not hang on the order of anything', () => {
    const { incidents } = dossier;
    const other = { ...incidents![0]!, key: 'another' };
    const both = (list: typeof incidents) =>
      incidentRegister({ ...dossier, incidents: list }, '2026-11-22', breachNotification);
    expect(both([other, ...incidents!])).toEqual(both([...incidents!, other]));
  });
});

describe('Incidents in the report', () => {
  it('tell what happened, what was found and how each notice stands', () => {
    const [row] = incidentsView(DOCUMENT).rows;
    expect(row).toMatchObject({
      title: 'Draft notes shown to another practice',
      verdict: 'Counts as a breach until you show otherwise',
      discovered:
        'Counts as discovered on Sep 28, 2026, the first day on which somebody of the practice knew.',
      told: [
        'Happened on Sep 24, 2026',
        'known since Sep 28, 2026',
        'at Northlight Notes, Inc.',
        'about Northlight Scribe',
        '3 people (IL 3)',
        'open',
      ],
      found: [
        'Who received: it points to a low probability. Staff of a practice that is itself bound to keep health data private.',
      ],
    });
    expect(row?.duties[2]).toMatchObject({
      standing: 'Done',
      days: 'Done on Oct 1, 2026; last day Nov 27, 2026',
    });
  });

  it('tell the factors in the order of the rule', () => {
    const [incident] = dossier.incidents ?? [];
    const factors = (['mitigated', 'nature_of_data'] as const).map((factor) => ({
      ...{ factor, finding: 'points_to_low' as const, reason: 'It came back.' },
    }));
    const turned = { ...dossier, incidents: [{ ...incident!, factors }] };
    expect(incidentsView({ ...DOCUMENT, dossier: turned }).rows[0]?.found).toEqual([
      'Nature of data: it points to a low probability. It came back.',
      'Mitigated: it points to a low probability. It came back.',
    ]);
  });

  it('say of a document of before that it was not worked out, and of an empty register that it is empty', () => {
    const { incidentRegister: _register, ...before } = DOCUMENT;
    expect(incidentsView(before)).toEqual({ isNotWorkedOut: true, rows: [] });
    expect(incidentsView({ ...DOCUMENT, incidentRegister: [] })).toEqual({ isNotWorkedOut: false, rows: [] });
    expect(incidentsSheet(before).emptyLine).toBe(
      'What incidents there were was not worked out in this assessment.',
    );
  });

  it('are a row a duty in the workbook', () => {
    const { rows, columns } = incidentsSheet(DOCUMENT);
    expect([rows.length, columns.length]).toEqual([8, 14]);
    expect(rows[3]?.slice(5, 12)).toEqual([
      ...['Report it to HHS after the end of the year', null, 'Practice', '45 CFR 164.408(c)'],
      ...['Open', 'Presumed breach', { date: '2027-03-01' }],
    ]);
  });
});
