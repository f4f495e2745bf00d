import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { PROVISION_IDS } from '../business-associate-agreements/agreement.fields';
import { CHECKLIST_ITEMS } from '../checklists/checklist.fields';
import { PROJECT_ROOT } from '../common/project-root';
import { US_STATES } from '../common/us-states';
import { loadCatalogs } from './load-catalogs';
import { loadCitations } from '../explanations/citation-catalog';

const catalogs = loadCatalogs();

/** The model and its parts, in the order in which they are digested. */
const MODEL_FILES = [
  'scoring-model.yaml',
  ...readdirSync(join(PROJECT_ROOT, 'catalogs', 'scoring-model'))
    .sort()
    .map((part) => join('scoring-model', part)),
];
const readModel = (file: string) => readFileSync(join(PROJECT_ROOT, 'catalogs', file), 'utf8');

describe('the catalogs', () => {
  it('hold the seven checklist items, every provision asked for and all 51 jurisdictions, once each', () => {
    expect(catalogs.techChecklist.items.map(({ id }) => id)).toEqual(CHECKLIST_ITEMS);
    expect(catalogs.techChecklist.items.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(catalogs.agreementProvisions.provisions.map(({ id }) => id)).toEqual(PROVISION_IDS);
    expect(catalogs.recordingConsent.states.map(({ code }) => code).sort()).toEqual([...US_STATES].sort());
  });

  it('hold the 48 threats in order, and a citation for every gate of law that the facts do not lead to', () => {
    const { threats } = catalogs.scoringModel;
    expect(threats.map(({ id }) => id)).toEqual(
      Array.from({ length: 48 }, (_one, index) => `T-${String(index + 1).padStart(2, '0')}`),
    );
    expect(threats.filter(({ scope }) => scope === 'practice').map(({ id }) => id)).toEqual([
      'T-01',
      'T-13',
      'T-25',
      'T-27',
      'T-29',
      'T-30',
      ...Array.from({ length: 15 }, (_one, index) => `T-${index + 34}`),
    ]);
    const uncited = catalogs.scoringModel.gates.filter(
      ({ kind, citation }) => kind === 'law' && citation === null,
    );
    expect(uncited.map(({ id }) => id)).toEqual([
      'recording-consent-law',
      'state-ai-act',
      'state-ai-talk',
      'state-ai-feelings',
      'state-note-review',
      'state-record-location',
    ]);
  });

  it('say of each rule that a gate cites whether anybody read it, as the paraphrases have it', () => {
    const citations = loadCitations();
    const cited = catalogs.scoringModel.gates.filter(({ citation }) => citation !== null);
    expect(cited).toHaveLength(5);
    for (const { citation, notChecked } of cited) {
      const title = /^\d+ CFR /.exec(citation ?? '')?.[0] ?? '';
      const rules = (citation ?? '')
        .split('; ')
        .map((rule) => (/ CFR /.test(rule) ? rule : `${title}${rule}`));
      const found = rules.map((rule) => [rule, citations.find(rule)?.isChecked]);
      expect(found).toEqual(rules.map((rule) => [rule, !notChecked?.includes(rule)]));
      expect(rules).toEqual(expect.arrayContaining([...(notChecked ?? [])]));
    }
  });

  it('count states whose law is unclear as all-party, and few acts as surely law', () => {
    const { states, stateActs } = catalogs.recordingConsent;
    const unclear = states.filter(({ inPerson, electronic }) => [inPerson, electronic].includes('unclear'));
    expect(unclear.map(({ code }) => code)).toEqual(['DE', 'HI', 'IN', 'MI', 'MO', 'NM', 'VT']);
    for (const code of ['DE', 'HI', 'MI', 'VT'])
      expect(states.find((state) => state.code === code)?.treatAs).toBe('all_party');
    expect(stateActs.filter(({ confidence }) => confidence === 'high').map(({ id }) => id)).toEqual([
      'AIL-IL',
      'AIL-RI1',
      'AIL-NV',
      'AIL-TX1',
    ]);
  });

  it('say of each law on recording and each act whether its text was read, as the evidence has it', () => {
    const { states, stateActs } = catalogs.recordingConsent;
    const unread = states.filter(({ textRead }) => textRead.length === 0);
    expect(unread).toEqual(states.filter(({ evidence }) => evidence.startsWith('secondary')));
    const half = states.filter(({ textRead }) => textRead.length === 1);
    expect(half.map(({ code, textRead: [way] }) => `${code} ${way}`)).toEqual([
      'AZ electronic',
      'CO electronic',
      'HI electronic',
      'KS electronic',
      'MO electronic',
      'NV in_person',
      'NY electronic',
    ]);
    const fromKnowledge = states.filter(({ evidence }) => evidence.includes('in-person from knowledge'));
    expect(fromKnowledge.map(({ code }) => code)).toEqual(['AZ', 'CO', 'KS', 'NY']);
    expect(stateActs.filter(({ isTextRead }) => isTextRead).map(({ id }) => id)).toEqual([
      'AIL-IL',
      'AIL-TX1',
    ]);
  });

  it('are told apart by version and digest, and cite each source once', () => {
    const digest = createHash('sha256').update(MODEL_FILES.map(readModel).join('')).digest('hex');
    expect(catalogs.digests[0]).toEqual({
      id: 'duecare-scoring-model',
      version: '5.1.0',
      digest,
      lawAsOf: '2026-11-22',
    });
    const citations = catalogs.sources.map(({ citation }) => citation);
    expect(new Set(citations).size).toBe(citations.length);
    expect(citations).toEqual([...citations].sort());
  });

  it('never call anything compliant or certified', () => {
    const others = ['ai-tech-checklist', 'agreement-provisions', 'recording-consent'].map((name) =>
      readFileSync(join(PROJECT_ROOT, 'catalogs', `${name}.yaml`), 'utf8'),
    );
    const words = [...MODEL_FILES.map(readModel), ...others].join('\n');
    expect(words).not.toMatch(/\bcompliant\b|\bcertified\b|OCR-defensible/i);
  });
});

describe('a catalog with a fault', () => {
  const folders: string[] = [];
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

  it.each([
    [
      'an unknown reader',
      'reader: note_review',
      'reader: mind_reader',
      /scoring-model\.yaml: facts\[\d+\]\.reader must be one of: data_flows/,
    ],
    [
      'an unknown situation',
      'appliesWhen: records_sessions',
      'appliesWhen: full_moon',
      /threats\[\d+\]\.appliesWhen must be one of/,
    ],
    ['an unknown gate rule', 'rule: part_2', 'rule: part_3', /gates\[4\]\.rule must be one of/],
    [
      'a misspelt field',
      'confidenceThresholdPercent: 60',
      'confidenceTresholdPercent: 60',
      /confidenceTresholdPercent is not a field known here/,
    ],
    ['half a point', 'observed: 3', 'observed: 2.5', /points\.assurance\.observed must be a whole number/],
    [
      'a control on no fact',
      'fact: note-review',
      'fact: note-revue',
      /controls\[\d+\]\.fact names no fact: note-revue/,
    ],
    [
      'a gate on no threat',
      'threats: [T-11]',
      'threats: [T-99]',
      /gates\[15\]\.threats names no threat: T-99/,
    ],
    ['an id twice', 'id: T-08\n', 'id: T-06\n', /threats\[\d+\]\.id is there twice: T-06/],
    [
      'a table that lost a cell',
      'very_high: { very_low: low, low: moderate, moderate: high',
      'very_high: { low: moderate, moderate: high',
      /tables\.overallLikelihood\.matrix/,
    ],
    [
      'a level nobody decides',
      'levels: [moderate], code',
      'levels: [low], code',
      /decide nothing for the level moderate/,
    ],
    [
      'a threat that more flows could take away',
      'appliesWhen: records_sessions',
      'appliesWhen: { not: records_sessions }',
      /threats\[\d+\]\.appliesWhen must not hold a `not`/,
    ],
    [
      'a fact read from no question',
      'question: no-trackers',
      'question: no-tracers',
      /facts\[\d+\]\.question names no question: no-tracers/,
    ],
    [
      'a threat of the practice that rests on an answer about a service',
      'fact: answer-approved-tools',
      'fact: answer-no-trackers',
      /threat T-01, control T-01\.approved-tools must rest on an answer about the practice/,
    ],
    [
      'a gate on a threat of the practice',
      'threats: [T-11]',
      'threats: [T-13]',
      /names a threat of the practice: T-13/,
    ],
    [
      'a fact that no step settles',
      'facts: [note-review]',
      'facts: [answer-devices]',
      /steps none settles note-review, and notLifted does not name it/,
    ],
    [
      'a gate that two steps settle',
      'gates: [state-record-location]',
      'gates: [no-agreement-in-force]',
      /steps\[\d+\]\.gates no-agreement-in-force is settled by agreement as well/,
    ],
    [
      'a step on no fact',
      'facts: [recording-consent]',
      'facts: [recording-content]',
      /steps\[\d+\]\.facts names nothing of that kind: recording-content/,
    ],
    [
      'nothing that cannot be lifted',
      'notLifted: [data-flows',
      'notLifted: [data-flow',
      /names neither a fact of services nor a gate: data-flow|none settles data-flows/,
    ],
    ['text that is not YAML', 'tables:', 'tables: {', /scoring-model\.yaml: is not YAML/],
  ])('%s stops the start and is named', (_fault, from, to, message) => {
    const root = mkdtempSync(join(tmpdir(), 'catalogs-'));
    folders.push(root);
    cpSync(join(PROJECT_ROOT, 'catalogs'), join(root, 'catalogs'), { recursive: true });
    const file = MODEL_FILES.find((name) => readModel(name).includes(from));
    expect(file).toBeDefined();
    const text = readModel(file as string).replace(from, to);
    writeFileSync(join(root, 'catalogs', file as string), text);
    expect(() => loadCatalogs(root)).toThrow(message);
  });

  it('that is missing is named', () => {
    expect(() => loadCatalogs(join(tmpdir(), 'no-such-folder'))).toThrow(
      /catalogs\/scoring-model.*: cannot be read \(ENOENT\)/,
    );
  });
});
