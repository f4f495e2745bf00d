// What each row of the source documents demands of a policy stands in the text of the section that names the row: looked for in words that would go with the demand.
import { loadCatalogs } from '../catalogs/load-catalogs';
import type { PolicyTemplate } from './policy-template';

const { policies, training } = loadCatalogs();

/** Row, and what has to stand in the section (or among the options of its choices) that serves it. */
const DEMANDS: readonly [template: string, row: string, demand: RegExp][] = [
  ['use-of-ai', 'SEED000-018', /clients, to the people who work here, and to care as a whole/],
  ['use-of-ai', 'SEED004-005', /clinician answers for the client's privacy and for the care/],
  ['use-of-ai', 'SEED004-033', /by choice.*reason.*open/s],
  ['approved-tools', 'SEED004-016', /never goes into free all-purpose software/],
  ['people-decide', 'SEED003-003', /supports the therapist's judgment and does not take its place/],
  ['people-decide', 'SEED003-054', /office work.*stays with the therapist/],
  [
    'people-decide',
    'SEED003-055',
    /Therapists themselves handle a change of appointment.*how a client feels/,
  ],
  ['people-decide', 'SEED003-057', /made by people alone. We tell clients so/],
  ['people-decide', 'SEED003-058', /sets something automatic in motion, a person looks at once/],
  ['people-decide', 'SEED003-060', /Goals, ways and progress of therapy come from real clinical judgment/],
  ['people-decide', 'SEED003-061', /Lay out a treatment plan.*insurance papers.*no more/],
  ['people-decide', 'SEED003-062', /culture.*watched over by a person/],
  ['people-decide', 'SEED003-064', /therapist looks at these and approves.*who gets an appointment first/s],
  ['people-decide', 'SEED003-065', /approves.*risk in a crisis/s],
  ['people-decide', 'SEED003-066', /approves.*change to a treatment plan/s],
  ['people-decide', 'SEED003-067', /taken on, and how fast, is never settled by AI screening alone/],
  ['people-decide', 'SEED003-142', /crisis AI never stands in for a person. Licensed people decide/],
  ['people-decide', 'SEED003-143', /point out.*call staff.*write it down.*find places/],
  ['people-decide', 'SEED003-157', /good times for appointments, and send reminders/],
  ['people-decide', 'SEED004-015', /only a clinician can judge/],
  ['people-decide', 'SEED004-034', /adds to what clinicians do.*replaces neither/],
  ['review-of-output', 'SEED004-004', /Every document, every set of data and every file/],
  ['review-of-output', 'SEED004-014', /holds what it should and nothing more/],
  ['review-of-output', 'SEED004-028', /written rule.*notes, documents and data/],
  ['telling-clients', 'SEED001-024', /may decline AI.*treated just as well/],
  ['telling-clients', 'SEED003-010', /may ask that a person alone judges/],
  ['telling-clients', 'SEED003-048', /before anybody asks/],
  ['telling-clients', 'SEED004-030', /even where clients never meet it/],
  ['telling-clients', 'SEED004-032', /Another way is ready for clients who decline/],
  ['mistakes-and-disputes', 'SEED003-012', /bill.*AI got wrong is set right/],
  ['mistakes-and-disputes', 'SEED003-077', /put right.*may appeal/s],
  ['what-goes-into-ai', 'SEED003-038', /Office work and what is said in therapy are kept apart/],
  ['what-goes-into-ai', 'SEED003-059', /Session content and treatment plans are held back from AI/],
  ['what-goes-into-ai', 'SEED004-003', /as little as possible/],
  ['what-goes-into-ai', 'SEED004-010', /little and nothing exact.*to AI and in notes.*reproductive care/s],
  ['what-goes-into-ai', 'SEED004-011', /little and nothing exact.*immigration status/s],
  ['what-goes-into-ai', 'SEED004-012', /little and nothing exact.*could hurt a client much/s],
  ['what-goes-into-ai', 'SEED004-013', /Take every transcript for one that can tell who the client is/],
  [
    'what-goes-into-ai',
    'SEED004-029',
    /No more is written.*immigration or reproductive health, than care needs/,
  ],
  ['keeping-and-deleting', 'SEED001-003', /belongs to the official record/],
  ['keeping-and-deleting', 'SEED001-014', /Once the note stands in the record.*deleted in a fixed way/],
  ['leaving-a-vendor', 'SEED003-114', /know how to get out/],
  ['leaving-a-vendor', 'SEED003-156', /goes out of business/],
  ['when-ai-fails', 'SEED003-123', /office staff.*call: \{first-call\}.*learns this in training/s],
  ['recording', 'SEED000-013', /rules of \{practice\} for technology that records/],
  ['recording', 'SEED001-035', /never? ?recorded without a plain yes|ever recorded without a plain yes/],
  ['recording-by-clients', 'SEED002-001', /find out the reason/],
  ['recording-by-clients', 'SEED002-002', /Therapy and visits about medication may have different rules/],
  ['recording-by-clients', 'SEED002-003', /Clients ask before they record/],
  ['recording-by-clients', 'SEED002-004', /hidden recording comes to light in a session: \{covert\}/],
  ['recording-by-clients', 'SEED002-005', /recording of our own.*kept as records are/s],
  [
    'recording-by-clients',
    'SEED002-006',
    /law of the states.*institutions.*our own written rule.*\{recording-law\}/s,
  ],
  ['recording-by-clients', 'SEED002-011', /Somebody at home may listen/],
  ['recording-by-clients', 'SEED002-012', /As therapy begins we agree/],
  [
    'recording-by-clients',
    'SEED002-013',
    /unsettle the clinician.*strain the relationship.*clinician may say no/,
  ],
  ['recording-by-clients', 'SEED002-014', /Hearing painful parts again, alone, may hurt/],
  ['recording-by-clients', 'SEED002-015', /able to weigh the risks just now. In mania/],
  ['recording-by-clients', 'SEED002-016', /help memory.*thinking or language is hard/],
  ['recording-by-clients', 'SEED002-017', /respects their choice.*help the relationship/],
  ['recording-by-clients', 'SEED002-018', /shield both sides when misconduct is alleged/],
  ['recording-by-clients', 'SEED002-019', /something else, such as a written summary/],
  ['recording-by-clients', 'SEED002-020', /both sides record, worry about missing context is less/],
  [
    'recording-by-clients',
    'SEED002-021',
    /breaks trust and may end the work together. We say that beforehand/,
  ],
  [
    'recording-by-clients',
    'SEED002-023',
    /decided by itself and written down with the reasons, rather than by one rule/,
  ],
  ['recording-by-clients', 'SEED002-025', /own voice and face are at stake/],
  ['recording-by-clients', 'SEED002-026', /How far therapy has come may change the answer/],
];

const templateOf = (id: string): PolicyTemplate => policies.policies.find((one) => one.id === id)!;

it.each(DEMANDS)('%s says what %s demands', (template, row, demand) => {
  const sections = templateOf(template).sections.filter(({ sourceIds }) => sourceIds.includes(row));
  expect(sections.flatMap(({ text }) => text).join('\n')).toMatch(demand);
});

it('asks this of every row that a template says it serves, and of no other', () => {
  const served = policies.policies.flatMap(({ id, sections }) =>
    sections.flatMap(({ sourceIds }) => sourceIds.map((row) => `${id} ${row}`)),
  );
  expect(DEMANDS.map(([template, row]) => `${template} ${row}`).sort()).toEqual(served.sort());
});

it('leaves open what a hidden recording leads to: to speak up at once, or to watch and decide', () => {
  const { choices } = templateOf('recording-by-clients');
  const options = choices.find(({ id }) => id === 'covert')?.options ?? [];
  expect(options.map(({ words }) => words).join('\n')).toMatch(/speaks up at once.*watch first/s);
});

it('holds both sides of recordings that clients make, four arguments each way', () => {
  const { sections } = templateOf('recording-by-clients');
  const rowsOf = (id: string) => sections.find((one) => one.id === id)?.sourceIds;
  expect(rowsOf('for')).toHaveLength(4);
  expect(rowsOf('against')).toHaveLength(4);
});

it('teaches nothing that no policy of the practice says, and shows each module by something done', () => {
  for (const module of training.modules) {
    expect([module.id, module.policies.map((id) => templateOf(id).id)]).toEqual([module.id, module.policies]);
    expect(module.checks.every(({ says }) => !/attend|watch the video/i.test(says))).toBe(true);
  }
});

it('calls no interval of its own one of HIPAA: rules that name no number say so', () => {
  const said = policies.policies.flatMap(({ rules }) => rules.map(({ says }) => says));
  expect(said.filter((says) => /HIPAA (sets|asks for) (a|an) \w+ (day|month)/.test(says))).toEqual([]);
});
