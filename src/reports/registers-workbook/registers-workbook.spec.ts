import type { AssessmentDocument } from '../../assessments/assessment.document';
import { sealedAssessment } from '../../../test/factories/assessment-document.factory';
import { registersOf } from './registers-of';
import type { Cell, Sheet } from './sheet';

function registers(overrides: Partial<AssessmentDocument> = {}): Map<string, Sheet> {
  return new Map(registersOf(sealedAssessment(overrides)).map((sheet) => [sheet.name, sheet]));
}

/** A row as an object from titles to cells. */
function rowsOf(sheet: Sheet | undefined): Record<string, Cell>[] {
  if (!sheet) throw new Error('there is no such sheet');
  return sheet.rows.map((row) =>
    Object.fromEntries(row.map((cell, index) => [sheet.columns[index]?.title ?? '', cell])),
  );
}

describe('The registers of an assessment', () => {
  const { document, seal } = sealedAssessment();
  const sheets = registers();

  it('are sheets with names that a workbook takes, each column with a title of its own and a width', () => {
    expect([...sheets.keys()]).toEqual([
      'About',
      'Tools',
      'Risk register',
      'Controls',
      'Gates',
      'Unknowns and tasks',
      'Steps',
      'Contradictions',
      'Changes',
      'Agreements',
      'Days without agreement',
      'Provisions',
      'SOC 2 reports',
      'Red flags',
      'CUECs',
      'Attestations',
      'Data flows',
      'Questionnaire answers',
      'Safeguards',
      'Incidents',
      'Consent forms',
      'Policies',
      'Training',
      'Assets',
      'Findings',
      'Accepted risks',
      'Decisions',
      'AI oversight due',
      'Bias audits',
      'Log reviews',
      'Disputed decisions',
      'Performance',
      'Vendor reviews',
      'Exit plans',
      'Obligations',
      'Evidence',
      'Sources',
    ]);
    for (const { name, columns } of sheets.values()) {
      expect(name).toMatch(/^[^[\]/\\:*?]{1,31}$/);
      expect(new Set(columns.map(({ title }) => title)).size).toBe(columns.length);
      for (const { width } of columns) expect(width).toBeGreaterThanOrEqual(9);
    }
  });

  it('say first what they are made from, with the digest of the document, and that they are not legal advice', () => {
    const about = new Map(sheets.get('About')?.rows.map(([what, value]) => [what, value]));
    expect(about.get('Practice')).toBe('Harbor Light Counseling, PLLC');
    expect(about.get('As of')).toEqual({ date: '2026-11-20' });
    expect(about.get('Law as read on')).toEqual({ date: '2026-11-01' });
    expect(about.get('Status')).toBe('Sealed');
    expect(about.get('SHA-256 of the document')).toBe(seal.digest.hex);
    expect(about.get('Notice')).toContain('not legal advice');
  });

  it('give each tool its decision, level, confidence as a number and the day until which that holds', () => {
    const [scribe] = document.results;
    expect(rowsOf(sheets.get('Tools'))[0]).toMatchObject({
      Tool: scribe?.service.name,
      Decision: scribe?.decision.label,
      'Known, percent': scribe?.confidence.percent,
      'Holds until': scribe?.holdsUntil && { date: scribe.holdsUntil.date },
      Why: scribe?.decision.reasons.join('\n'),
    });
  });

  it('have a row for each threat of each tool and, where it was rated, of the practice itself', () => {
    const [scribe] = document.results;
    if (!scribe) throw new Error('the factory has no service');
    const own = scribe.threats.slice(0, 2);
    const withPractice = registers({
      practiceResult: { ...scribe, threats: own, unknowns: scribe.unknowns },
    });
    const perService = document.results.flatMap(({ threats }) => threats).length;
    const rows = rowsOf(withPractice.get('Risk register'));
    expect(rows).toHaveLength(perService + 2);
    expect(rows.slice(-2).map((row) => [row['Scope'], row['Threat']])).toEqual(
      own.map(({ id }) => ['Practice', id]),
    );
    expect(rows[0]).toMatchObject({ Scope: 'Tool', Threat: scribe.threats[0]?.id });
  });

  it('list every contribution with its figures as numbers and its source', () => {
    const contributions = document.results.flatMap(({ threats }) =>
      threats.flatMap((threat) => threat.contributions),
    );
    const rows = rowsOf(sheets.get('Controls'));
    expect(rows.map((row) => row['Points'])).toEqual(contributions.map(({ points }) => points));
    expect(rows.map((row) => row['Weight'])).toEqual(contributions.map(({ weight }) => weight));
    expect(rows.map((row) => row['Source'])).toEqual(contributions.map(({ source }) => source));
  });

  it('list every gate, the cleared ones too, and as steps what lifts those whose floor holds', () => {
    const gates = document.results.flatMap((result) => result.gates);
    expect(rowsOf(sheets.get('Gates')).map((row) => row['Gate'])).toEqual(gates.map(({ id }) => id));
    const holding = gates.filter(({ state, remedy }) => (state === 'fired' || state === 'open') && remedy);
    const steps = rowsOf(sheets.get('Steps')).filter((row) => row['Gate'] !== null);
    expect(steps.map((row) => row['Step']).sort()).toEqual(holding.map(({ remedy }) => remedy).sort());
  });

  it('tell of each set of steps and each step by itself what it leads to', () => {
    const [scribe] = document.results;
    if (!scribe) throw new Error('the factory has no service');
    const leadsTo = { decision: 'acceptable' as const, level: 'low' as const };
    const steps = {
      sets: [
        {
          steps: [
            { id: 'a', title: 'Sign it.' },
            { id: 'b', title: 'Ask.' },
          ],
          leadsTo,
          effort: 5,
          isSmallest: true,
        },
      ],
      none: null,
      singles: [
        {
          id: 'a',
          title: 'Sign it.',
          effort: 3,
          settles: [],
          lowers: ['T-03'],
          leadsTo: { ...leadsTo, indexOutOf100: 9 },
        },
      ],
    };
    const rows = rowsOf(registers({ results: [{ ...scribe, steps }] }).get('Steps'));
    expect(rows.slice(-2)).toMatchObject([
      {
        Kind: 'Smallest set of steps',
        Step: 'Sign it.\nAsk.',
        Effort: 5,
        'Decision then': 'Acceptable',
        'Level then': 'Low',
      },
      { Kind: 'Step by itself', Step: 'Sign it.', Effort: 3, Lowers: 'T-03' },
    ]);
  });

  it('take the facts from the dossier, with dates as dates', () => {
    const [agreement] = document.dossier.agreements ?? [];
    expect(rowsOf(sheets.get('Agreements'))[0]).toMatchObject({
      Agreement: agreement?.title,
      Signed: { date: agreement?.signedOn },
    });
    expect(rowsOf(sheets.get('Data flows'))).toHaveLength(document.dossier.dataFlows?.length ?? -1);
    expect(rowsOf(sheets.get('Sources')).map((row) => row['Citation'])).toEqual(
      document.sources.map(({ citation }) => citation),
    );
  });

  it('hold one line in place of rows where there is nothing to tell, also of a practice with no facts at all', () => {
    const { format, formatVersion, practice } = document.dossier;
    const bare = registers({
      dossier: { format, formatVersion, practice, vendors: [], services: [] },
      results: [],
      sources: [],
    });
    for (const sheet of bare.values()) {
      if (sheet.name === 'About') continue;
      expect(sheet.rows).toEqual([]);
      expect(sheet.columns.length).toBeGreaterThan(3);
      expect(sheet.emptyLine).toMatch(/^[A-Z].+\.$/);
    }
  });
});

describe('The register of answers', () => {
  const answered = (value: string | number | string[]) => ({
    question: 'audio-kept-days',
    value,
    answeredOn: '2026-10-01',
  });

  function answersOf(answers: ReturnType<typeof answered>[]): Record<string, Cell>[] {
    const { dossier } = sealedAssessment().document;
    const question = {
      id: 'audio-kept-days',
      group: 'recording',
      groupTitle: 'Recording',
      about: 'service' as const,
      answeredBy: 'vendor' as const,
      answerType: 'number' as const,
      question: 'For how many days is audio kept?',
      number: { unit: 'days', minimum: 0, maximum: 3650 },
    };
    const questionnaire = {
      key: 'q-2026',
      about: 'service' as const,
      service: dossier.services[0]?.key,
      state: 'submitted' as const,
      questions: [question],
      answers,
    };
    return rowsOf(
      registers({ dossier: { ...dossier, questionnaires: [questionnaire] } }).get('Questionnaire answers'),
    );
  }

  it('keeps a number a number beside its unit and the question as asked', () => {
    expect(answersOf([answered(30)])).toMatchObject([
      {
        Question: 'For how many days is audio kept?',
        Answer: 30,
        Unit: 'days',
        'Answered on': { date: '2026-10-01' },
      },
    ]);
  });

  it('tells apart what nobody answered and what nobody knows', () => {
    expect(answersOf([])).toMatchObject([{ Answer: 'Not answered' }]);
    expect(answersOf([answered('unknown')])).toMatchObject([{ Answer: 'Not known' }]);
  });
});
