// What does not apply is said, and not seen: worth a statement, told with whose word it is, and never better than what is on record of it.
import { questionnaireAnswer } from '../../../../test/factories/answers.factory';
import { MODEL, scored } from '../../../../test/factories/scored';
import { agreement, flow, scribe, serviceFields } from '../../../../test/factories/service-facts.factory';
import type { CountingAnswer } from '../../../questionnaires/records/counting-answers';
import { compile } from '../compiled-model';
import type { ServiceFacts } from '../service-facts';
import { groundOf, viewOn } from '../service-view';

const { facts: all } = compile(MODEL);

function readingOf(facts: ServiceFacts, id: string) {
  const found = all.find(({ definition }) => definition.id === id);
  if (!found) throw new Error(`no fact ${id}`);
  return found.read(viewOn(groundOf(facts, MODEL), facts.asOf));
}

/** Notes alone reach it. */
const NOTES = { dataFlows: [flow({ dataClasses: ['progress_notes'] })], practiceMeasures: null };

describe('a question that nothing on record calls for', () => {
  const QUESTION = 'minors-settings';
  const without = scribe({ ...NOTES, answers: [] });
  const answered = (changes: Partial<CountingAnswer>) =>
    scribe({ ...NOTES, answers: [questionnaireAnswer(QUESTION, changes)] });

  it('is said not to apply, by the practice, and counts as stated', () => {
    expect(readingOf(without, 'answer-minors-settings')).toMatchObject({
      ...{ met: 'fully', basis: 'stated', isCalledFor: false, known: true },
      because: 'Said not to apply, by the practice: nothing that it has recorded calls for the question.',
    });
  });

  it('counts by its answer where that earns more, so that a flow that calls for it betters nothing', () => {
    expect(readingOf(answered({ basis: 'audited' }), 'answer-minors-settings').basis).toBe('audited');
    expect(readingOf(answered({ value: 'unknown' }), 'answer-minors-settings').basis).toBe('stated');
    expect(readingOf(answered({ value: ['none'] }), 'answer-minors-settings').met).toBe('fully');
  });
});

describe('an answer that there is nothing there to ask about', () => {
  const told = (basis: CountingAnswer['basis']) =>
    readingOf(
      scribe({
        service: serviceFields({ integrations: null }),
        answers: [
          questionnaireAnswer('connection-rights', {
            value: 'no_connection',
            basis,
            answeredOn: '2026-10-01',
          }),
        ],
      }),
      'answer-connection-rights',
    );

  it.each([
    ['observed', 'practice'],
    ['documented', 'vendor'],
    ['stated', 'vendor'],
  ] as const)('counts as stated, said to be %s, and says whose word it is', (basis, who) => {
    expect(told(basis)).toMatchObject({
      ...{ met: 'fully', basis: 'stated' },
      because: `Said not to apply, by the ${who}, on 2026-10-01: a claim counts as stated, whatever shows it.`,
    });
  });

  it('is marked in the catalog, in options that meet the question', () => {
    const marked = MODEL.questionnaire.questions.flatMap((question) =>
      'options' in question
        ? question.options
            .filter(({ saysNotThere }) => saysNotThere)
            .map(({ met }) => `${question.id} ${met}`)
        : [],
    );
    expect(marked).toEqual([
      'connection-rights fully',
      'connection-keys fully',
      'connection-care fully',
      'federal-funds-rule fully',
    ]);
  });
});

describe('what does not flow', () => {
  it('is said not to be kept, and the own deletion of the practice counts where it earns more', () => {
    expect(readingOf(scribe(NOTES), 'audio-retention')).toMatchObject({ met: 'fully', basis: 'stated' });
    const measures = { audioDeletion: { withinDays: 7, since: '2026-03-01', basis: 'observed' as const } };
    expect(readingOf(scribe({ ...NOTES, practiceMeasures: measures }), 'audio-retention').basis).toBe(
      'observed',
    );
  });

  it('needs no agreement for Part 2 records, and one that is there counts', () => {
    expect(readingOf(scribe(NOTES), 'qsoa')).toMatchObject({ met: 'fully', basis: 'stated' });
    const qsoa = agreement({ key: 'q', kind: 'qualified_service_organization_agreement' });
    expect(readingOf(scribe({ ...NOTES, agreements: [qsoa] }), 'qsoa').basis).toBe('documented');
  });

  it('has no model card where the tool uses no AI', () => {
    const plain = scribe({ service: serviceFields({ usesAi: false }) });
    expect(readingOf(plain, 'model-card')).toMatchObject({ basis: 'stated', isCalledFor: false });
  });
});

describe('a result', () => {
  it('never calls observed what is said not to apply', () => {
    const said = scored(scribe({ ...NOTES, answers: [] })).threats.flatMap(({ contributions }) =>
      contributions.filter(({ because }) => because.startsWith('Said not to apply')),
    );
    expect(said.length).toBeGreaterThan(0);
    expect([...new Set(said.map(({ assurance }) => assurance.basis))]).toEqual(['stated']);
  });
});
