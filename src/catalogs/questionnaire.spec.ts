import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { situationsNamedIn } from '../assessments/scoring/condition';
import { CHECKLIST_ITEMS } from '../checklists/checklist.fields';
import { PROJECT_ROOT } from '../common/project-root';
import { loadCatalogs } from './load-catalogs';

const { questionnaire, techChecklist, scoringModel } = loadCatalogs();
const { questions, groups, sources, servedElsewhere } = questionnaire;
const askedIds = new Set(questions.flatMap(({ sourceIds }) => sourceIds));

describe('the due-diligence questionnaire', () => {
  it('serves each of the 110 rows that ask for a question, by a question or by a record named with its reason', () => {
    expect(sources).toHaveLength(110);
    const elsewhere = servedElsewhere.map(({ sourceId }) => sourceId);
    for (const row of sources) expect([row, askedIds.has(row)]).toEqual([row, !elsewhere.includes(row)]);
    expect(elsewhere).toEqual([
      'SEED000-006',
      'SEED000-009',
      'SEED001-020',
      'SEED001-036',
      'SEED001-037',
      'SEED003-025',
      'SEED003-028',
      'SEED003-100',
      'SEED003-112',
    ]);
  });

  it('has a question for each threat that comes with a tool, and names no other; those to the whole practice are met by its safeguards', () => {
    const named = [...askedIds].filter((id) => id.startsWith('T-')).sort();
    const ofTools = scoringModel.threats.filter(({ source }) => source === null);
    expect(named).toEqual(ofTools.map(({ id }) => id).sort());
  });

  it('asks each item of the AI Tech Checklist once, in the words of the checklist and when the checklist asks it', () => {
    for (const item of techChecklist.items) {
      const serving = questions.filter(({ checklistItem }) => checklistItem === item.id);
      expect(serving).toHaveLength(1);
      const [{ question, citation, askedWhen, answerType, sourceIds } = questions[0]!] = serving;
      expect({ question, citation, askedWhen, answerType }).toEqual({
        question: item.question,
        citation: item.citation,
        askedWhen: item.asked,
        answerType: 'yes_no',
      });
      expect(sourceIds).toEqual(expect.arrayContaining([...item.sourceIds]));
    }
    expect(techChecklist.items.map(({ id }) => id)).toEqual(CHECKLIST_ITEMS);
  });

  it('stays within what a small practice can answer: at most 125 questions, grouped by theme', () => {
    expect(questions.length).toBeGreaterThanOrEqual(90);
    expect(questions.length).toBeLessThanOrEqual(125);
    for (const { id } of groups)
      expect(questions.filter(({ group }) => group === id).length).toBeLessThanOrEqual(15);
  });

  it('asks in the order of its groups, and each question is about what its group is about', () => {
    const order = groups.map(({ id }) => id);
    const places = questions.map(({ group }) => order.indexOf(group));
    expect(places).toEqual([...places].sort((left, right) => left - right));
    for (const { group, about } of questions)
      expect(about).toBe(groups.find(({ id }) => id === group)?.about);
  });

  it('asks one thing at a time in plain words', () => {
    for (const { id, question } of questions) {
      expect([id, question.match(/\?/g)?.length]).toEqual([id, 1]);
      expect([id, question.split(' ').length <= 26]).toEqual([id, true]);
      expect([
        id,
        question.match(/\b(PHI|ePHI|BAA|MFA|SSO|RBAC|API|TLS|SDK|LLM|subprocessor|tenant|biometric)\b/),
      ]).toEqual([id, null]);
    }
  });

  it('claims nothing that no law or body says', () => {
    const files = [
      'due-diligence-questionnaire.yaml',
      ...groups.map(({ id }) => `due-diligence-questionnaire/${id}.yaml`),
    ];
    const words = files.map((file) => readFileSync(join(PROJECT_ROOT, 'catalogs', file), 'utf8')).join('\n');
    expect(words).not.toMatch(/\bcompliant\b|\bcertified\b|\bcertification\b/i);
    const ofLaw = questions.filter(({ basis }) => basis === 'law');
    expect(ofLaw.filter(({ citation }) => citation === null)).toEqual([]);
    // HIPAA names neither a second sign-in step nor a country nor a consent to vendors, nor a yearly report
    for (const id of [
      'second-sign-in-step',
      'second-step-on',
      'where-staff-are',
      'consent-explains',
      'encryption-keys',
    ])
      expect([id, questions.find((question) => question.id === id)?.basis]).toEqual([id, 'good_practice']);
  });

  it('takes text from nobody but for the hoped-for benefit of a tool, so that client data has no field to stand in', () => {
    expect(questions.filter(({ answerType }) => answerType === 'text').map(({ id }) => id)).toEqual([
      'hoped-for-benefit',
    ]);
  });

  it('asks of the practice nothing that a vendor would have to answer', () => {
    const ofPractice = questions.filter(({ about }) => about === 'practice');
    expect(new Set(ofPractice.map(({ answeredBy }) => answeredBy))).toEqual(new Set(['practice']));
    expect(questions.flatMap(({ askedWhen }) => (askedWhen ? situationsNamedIn(askedWhen) : []))).toContain(
      'part_2_records_flow',
    );
  });
});

describe('a questionnaire with a fault', () => {
  const folders: string[] = [];
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

  const HEAD = 'due-diligence-questionnaire.yaml';
  const part = (group: string) => `due-diligence-questionnaire/${group}.yaml`;

  it.each([
    [
      'an id twice',
      part('leaving'),
      'id: hard-to-leave',
      'id: export',
      /questions\[\d+\]\.id is there twice: export/,
    ],
    [
      'an unknown situation',
      part('minors'),
      'askedWhen: minors_flow',
      'askedWhen: full_moon',
      /askedWhen must be one of/,
    ],
    [
      'an option worth nothing known',
      part('minors'),
      'met: fully',
      'met: mostly',
      /options\[0\]\.met must be one of/,
    ],
    ['an option twice', part('leaving'), 'value: on_request', 'value: yourself', /is there twice: yourself/],
    [
      'an option that says unknown',
      part('leaving'),
      'value: on_request',
      'value: unknown',
      /must not hold "unknown"/,
    ],
    ['no good answer', part('part-2'), 'met: fully', 'met: partly', /must hold one that is met fully/],
    [
      'more wanted than can be chosen',
      part('minors'),
      'fullyFrom: 3',
      'fullyFrom: 4',
      /counts\.fullyFrom must be at most 3/,
    ],
    [
      'partly no easier than fully',
      part('minors'),
      'partlyFrom: 1',
      'partlyFrom: 3',
      /must be below counts\.fullyFrom/,
    ],
    [
      'bounds out of order',
      part('change'),
      'partlyAtLeast: 7',
      'partlyAtLeast: 70',
      /number has bounds out of order: 0, 70, 30/,
    ],
    [
      'bounds of two directions',
      part('change'),
      'partlyAtLeast: 7',
      'partlyAtMost: 7',
      /must have fullyAtMost and partlyAtMost, or/,
    ],
    ['an unknown unit', part('change'), 'unit: days', 'unit: moons', /number\.unit must be one of/],
    [
      'law without a citation',
      part('incidents'),
      'citation: 45 CFR 164.308(a)(6)',
      'citation: null',
      /citation is required for a question of law/,
    ],
    [
      'an unknown checklist item',
      part('data-use'),
      'checklistItem: no_training',
      'checklistItem: no_dancing',
      /checklistItem must be one of/,
    ],
    [
      'a checklist item twice',
      part('data-use'),
      'checklistItem: no_training',
      'checklistItem: training_disclosed',
      /serve the checklist item training_disclosed 2 times/,
    ],
    ['an unknown group', part('minors'), 'group: minors', 'group: majors', /groups\[\d+\] has no question/],
    [
      'a question of the practice put to the vendor',
      part('training'),
      'answeredBy: practice',
      'answeredBy: vendor',
      /answeredBy must be practice/,
    ],
    [
      'a row that nothing serves',
      HEAD,
      '{ sourceId: SEED003-112',
      '{ sourceId: SEED003-113',
      /SEED003-112 must be served|SEED003-113 must be served/,
    ],
    [
      'a provision that is not there',
      part('data-use'),
      'BAA-P03',
      'BAA-P99',
      /name a provision that is not there: BAA-P99/,
    ],
    ['a strange field', part('minors'), 'why:', 'because:', /because is not a field known here/],
  ])('%s stops the start and is named', (_fault, file, from, to, message) => {
    const root = mkdtempSync(join(tmpdir(), 'questionnaire-'));
    folders.push(root);
    cpSync(join(PROJECT_ROOT, 'catalogs'), join(root, 'catalogs'), { recursive: true });
    const place = join(root, 'catalogs', file);
    const words = readFileSync(place, 'utf8');
    expect(words).toContain(from);
    writeFileSync(place, words.replace(from, to));
    expect(() => loadCatalogs(root)).toThrow(message);
  });
});
