// What the appendices say, row by row.
import { draftAssessment } from '../../../../test/factories/assessment-document.factory';
import type { AssessmentDocument } from '../../../assessments/assessment.document';
import type { DossierQuestionnaire } from '../../../dossiers/dossier.document';
import type { AskedQuestionFields } from '../../../questionnaires/records/asked-question.fields';
import { numberedFlows } from '../flows.presenter';
import { servicesInOrder } from '../service-order';
import { agreementsView } from './agreements.presenter';
import { assuranceView } from './assurance.presenter';
import { checklistsView } from './checklists.presenter';
import { evidenceRows } from './evidence-list.presenter';
import { answerWords, questionnairesView } from './questionnaires.presenter';
import { riskRegisterView } from './risk-register.presenter';

const DOCUMENT = draftAssessment();
const SERVICES = servicesInOrder(DOCUMENT.results);
const FLOWS = numberedFlows(
  DOCUMENT,
  SERVICES.map(({ result }) => result.service.key),
);

function withDossier(changes: Partial<AssessmentDocument['dossier']>): AssessmentDocument {
  return { ...DOCUMENT, dossier: { ...DOCUMENT.dossier, ...changes } };
}

const ASKED = { group: 'g', groupTitle: 'Recording', about: 'service', answeredBy: 'vendor' } as const;
const QUESTION: AskedQuestionFields = { ...ASKED, id: 'q', answerType: 'yes_no', question: 'Is it so?' };

describe('the table of agreements', () => {
  it('says what was recorded where an older assessment did not work out how agreements stand', () => {
    const { rows, period } = agreementsView(DOCUMENT, SERVICES, FLOWS);
    expect(period).toBeNull();
    expect(rows[0]).toMatchObject({
      number: 'A1',
      state: 'State not worked out',
      dates: ['Signed Jan 15, 2026', 'ends Dec 31, 2026'],
      notice: ['Breach: 72 hours'],
      required: null,
    });
  });

  it('tells gaps by the numbers of flows, and draws the strip with its meaning in words', () => {
    const { days } = agreementsView(
      {
        ...DOCUMENT,
        agreementRegister: {
          from: '2020-11-20',
          to: '2026-11-20',
          agreements: [],
          services: [
            {
              service: 'openfield-chat',
              flows: ['chat-summaries'],
              flowsOfUnknownStart: ['chat-summaries'],
              days: 20,
              coveredDays: 10,
              gapDays: 10,
              gaps: [{ from: '2026-11-11', to: '2026-11-20', days: 10, flows: ['chat-summaries'] }],
              dataFlowsFrom: '2026-11-01',
              coveredBy: [],
            },
          ],
        },
      },
      SERVICES,
      FLOWS,
    );
    expect(days).toMatchObject([
      {
        service: 'Openfield Chat',
        told: '10 days of 20 without an agreement in force',
        gaps: [{ from: 'Nov 11, 2026', to: 'Nov 20, 2026, and on', days: '10', flows: 'F1' }],
      },
    ]);
    expect(days[0]?.note).toContain('F1');
    expect(days[0]?.strip.text).toContain(
      'Without an agreement in force: November 11, 2026 to November 20, 2026',
    );
  });
});

describe('the table of SOC 2 reports', () => {
  it('says what has not been read, and shows first the exceptions that touch client data', () => {
    const [report] = DOCUMENT.dossier.soc2Reports ?? [];
    if (!report) throw new Error('the dossier of the factory lost its report');
    const exceptions = (['no', 'yes', null] as const).map((relevantToClientData, index) => ({
      criterion: `CC6.${index + 1}`,
      summary: 'found',
      relevantToClientData,
    }));
    const { reports } = assuranceView(withDossier({ soc2Reports: [{ ...report, exceptions }] }));
    expect(reports[0]?.exceptions.map(({ criterion }) => criterion)).toEqual(['CC6.2', 'CC6.3', 'CC6.1']);
    expect(reports[0]).toMatchObject({
      controlsTold: 'What it expects of the practice has not been read.',
      companiesTold: 'The companies behind the vendor have not been read.',
      flagsTold: null,
    });
  });
});

describe('an answer in words', () => {
  const options = [
    { value: 'at_rest', label: 'At rest' },
    { value: 'everywhere', label: 'Everywhere' },
  ];
  it.each<[AskedQuestionFields['answerType'], string | number | string[], string]>([
    ['yes_no', 'yes', 'Yes'],
    ['choice', 'at_rest', 'At rest'],
    ['choices', ['at_rest', 'everywhere'], 'At rest; Everywhere'],
    ['number', 30, '30 days'],
    ['date', '2026-03-01', 'Mar 1, 2026'],
    ['text', 'On page two.', 'On page two.'],
  ])('%s: %j is "%s"', (answerType, value, words) => {
    const number = { unit: 'days', minimum: 0, maximum: 99 };
    expect(
      answerWords(
        { ...QUESTION, answerType, number, options: answerType === 'yes_no' ? null : options },
        value,
      ),
    ).toBe(words);
  });
});

describe('the appendix of questionnaires', () => {
  const questionnaire: DossierQuestionnaire = {
    key: 'scribe-2026',
    about: 'service',
    service: 'northlight-scribe',
    state: 'submitted',
    submittedOn: '2026-10-01',
    questions: ['open', 'unknown', 'answered', 'disputed'].map((id) => ({ ...QUESTION, id })),
    answers: [
      { question: 'unknown', value: 'unknown', answeredOn: '2026-09-30' },
      {
        question: 'answered',
        value: 'yes',
        basis: 'documented',
        answeredOn: '2026-09-30',
        evidenceKeys: ['policy'],
      },
      {
        question: 'disputed',
        value: 'no',
        basis: 'stated',
        answeredOn: '2026-09-30',
        review: {
          verdict: 'disputed',
          reviewer: { name: 'Robin', role: 'Consultant' },
          on: '2026-10-02',
          reason: 'The policy says otherwise.',
        },
      },
    ],
  };
  const view = questionnairesView(
    withDossier({ questionnaires: [questionnaire, { ...questionnaire, key: 'old', state: 'superseded' }] }),
    SERVICES,
    new Map([['policy', 'E1']]),
  );

  it('shows every question as asked, with "not yet known" for what is open or unknown', () => {
    expect(view.questionnaires).toHaveLength(1);
    expect(view.questionnaires[0]?.told).toBe('4 questions: 2 answered, 1 not known, 1 open, 1 disputed.');
    expect(view.questionnaires[0]?.groups[0]?.rows.map(({ answer }) => answer)).toEqual([
      'Not yet known',
      'Not yet known',
      'Yes',
      'No',
    ]);
  });

  it('names the evidence by number, and tells who disputed an answer and why', () => {
    const rows = view.questionnaires[0]?.groups[0]?.rows ?? [];
    expect(rows[2]).toMatchObject({ basis: 'Found in a document', evidence: 'E1' });
    expect(rows[3]?.review).toBe(
      'Disputed: counts as not known (Robin, Oct 2, 2026): The policy says otherwise.',
    );
  });

  it('says what was laid aside, and of which tools nobody was asked', () => {
    expect(view.laidAside).toBe('Laid aside and not shown: old (superseded).');
    expect(view.notAsked).toBe('Openfield Chat and Étoile Scheduler');
  });
});

describe('the risk register', () => {
  const groups = riskRegisterView(DOCUMENT, SERVICES);

  it('holds every threat of every tool', () => {
    const threats = DOCUMENT.results.flatMap((result) => result.threats);
    expect(groups.flatMap(({ rows }) => rows)).toHaveLength(threats.length);
  });

  it('names for a risk that a gate holds up what lifts the gate', () => {
    const held = SERVICES.flatMap(({ result }) =>
      result.threats
        .filter(({ heldByGates }) => heldByGates.length > 0)
        .map((threat) => ({ result, threat })),
    );
    expect(held.length).toBeGreaterThan(0);
    for (const { result, threat } of held) {
      const row = groups
        .find(({ name }) => name === result.service.name)
        ?.rows.find(({ id }) => id === threat.id);
      const remedies = result.gates.filter(({ id }) => threat.heldByGates.includes(id));
      for (const { remedy } of remedies) expect(row?.action).toContain(remedy ?? '');
    }
  });
});

describe('lists of what is on file', () => {
  it('name tools without a checklist', () => {
    const { checklists, withoutChecklist } = checklistsView(withDossier({ checklists: [] }), SERVICES);
    expect(checklists).toEqual([]);
    expect(withoutChecklist).toBe('Openfield Chat, Northlight Scribe and Étoile Scheduler');
  });

  it('show a document with its digest in blocks and how fresh it is', () => {
    const document = withDossier({
      evidence: [
        {
          key: 'policy',
          title: 'Retention policy',
          kind: 'policy',
          source: 'vendor',
          services: [],
          vendor: 'northlight-notes',
          issuedOn: '2026-03-02',
          file: { digest: `sha256:${'ab'.repeat(32)}`, bytes: 48_213, mediaType: 'application/pdf' },
        },
      ],
    });
    const rows = evidenceRows({ ...document, evidenceRegister: [{ key: 'policy', freshness: 'current' }] });
    expect(rows[0]).toMatchObject({
      number: 'E1',
      about: 'Northlight Notes, Inc.',
      freshness: 'Current',
      file: '48 kB, application/pdf',
    });
    expect(rows[0]?.digest).toMatch(/^abababab abababab/);
  });
});
