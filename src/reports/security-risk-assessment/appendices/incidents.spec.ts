import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aDossier } from '../../../../test/factories/dossier.factory';
import { scored } from '../../../../test/factories/scored';
import { agreement, answers, scribe } from '../../../../test/factories/service-facts.factory';
import { draftAssessment } from '../../../../test/factories/assessment-document.factory';
import { buildAssessment } from '../../../assessments/build-assessment';
import { incidentRegister } from '../../../assessments/registers/incident-register';
import { loadCatalogs } from '../../../catalogs/load-catalogs';
import { PROJECT_ROOT } from '../../../common/project-root';
import { readDossier } from '../../../dossiers/read-dossier';
import { AGREEMENT_GATE, isDisclosure } from '../../../incidents/disclosure-to-judge';
import { flowsToJudge } from '../disclosures.presenter';
import { numberedFlows } from '../flows.presenter';
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

describe('Flows without an agreement in force', () => {
  const catalogs = loadCatalogs();
  const EXAMPLE = readDossier(readFileSync(join(PROJECT_ROOT, 'examples', 'practice.yaml'), 'utf8'));
  const built = (changes: object) => {
    const document = buildAssessment({
      ...{ dossier: { ...EXAMPLE, ...changes }, asOf: '2026-11-22' as const, catalogs },
      ...{ createdAt: new Date('2026-11-22T12:00:00Z') },
      ...{ assessmentId: null, organizationId: null, assessor: null },
    });
    const keys = document.results.map(({ service }) => service.key);
    return { document, flows: numberedFlows(document, keys) };
  };
  const told = (changes: object) => {
    const { document, flows } = built(changes);
    return flowsToJudge(document, flows);
  };

  it('are named by tool and number until an incident is on record for them', () => {
    const all = told({});
    expect(all).toMatch(/^Cobblemere Recorder \(F[\d, F]+\) and Quipmarsh Chat \(F\d+\)$/);
    const [incident] = EXAMPLE.incidents ?? [];
    const opened = { ...incident!, key: 'chat', kind: 'use_not_allowed', services: ['quipmarsh-free'] };
    const left = told({ incidents: [...EXAMPLE.incidents!, opened] });
    expect(left).toMatch(/^Cobblemere Recorder \(F[\d, F]+\)$/);
  });

  it('are not called breaches where HIPAA does not bind the practice, nor in a document of before', () => {
    expect(told({ practice: { ...EXAMPLE.practice, coveredEntity: 'no' } })).toBe('');
    const { document, flows } = built({});
    expect(flowsToJudge({ ...document, incidentRegister: undefined }, flows)).toBe('');
  });

  it('are found by a gate that the scoring model has, and not where only an answer is against an agreement', () => {
    expect(catalogs.scoringModel.gates.map(({ id }) => id)).toContain(AGREEMENT_GATE);
    const denied = scribe({ checklistAnswers: answers({ baa_signed: { value: 'no' } }) });
    const { gates, contradictions } = scored(denied);
    expect(gates.find(({ id }) => id === AGREEMENT_GATE)).toMatchObject({ kind: 'law', state: 'fired' });
    expect(isDisclosure({ gates, contradictions })).toBe(false);
    expect(isDisclosure(scored(scribe({ agreements: [agreement({ signedOn: null })] })))).toBe(true);
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
    expect([rows.length, columns.length]).toEqual([8, 15]);
    expect(rows[3]?.[0]).toBe(1);
    expect(rows[3]?.slice(6, 13)).toEqual([
      ...['Report it to HHS after the end of the year', null, 'Practice', '45 CFR 164.408(c)'],
      ...['Open', 'Presumed breach', { date: '2027-03-01' }],
    ]);
  });
});
