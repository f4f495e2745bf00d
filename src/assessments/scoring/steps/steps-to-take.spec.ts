// Steps for services by hand, and the steps that lower most across a practice.
import {
  agreement,
  consumerChatbot,
  flow,
  scheduler,
  scribe,
} from '../../../../test/factories/service-facts.factory';
import { scoredWithSteps } from '../../../../test/factories/scored';
import type { ServiceFacts } from '../service-facts';
import type { StepsToTake } from '../service-result';
import { topSteps } from './top-steps';

const stepsOf = (facts: ServiceFacts) => scoredWithSteps(facts).steps as StepsToTake;
const idsOf = ({ sets }: StepsToTake) => sets.map(({ steps }) => steps.map(({ id }) => id).join(' + '));

describe('the steps to take', () => {
  it('are one for a recorder that lacks nothing but consent to recording in an all-party state', () => {
    const { practice, practiceMeasures } = scribe();
    const consents = practiceMeasures?.consents?.filter(({ kind }) => kind !== 'recording') ?? [];
    const facts = scribe({
      practice: { ...practice, clientStates: ['CA'] },
      practiceMeasures: { ...practiceMeasures, consents },
    });
    const { sets, none } = stepsOf(facts);
    expect(scoredWithSteps(facts).decision.code).toBe('do_not_use');
    expect(sets[0]).toMatchObject({
      steps: [{ id: 'recording-consent' }],
      leadsTo: { level: 'low', decision: 'acceptable' },
      effort: 2,
      isSmallest: true,
    });
    expect(none).toBeNull();
  });

  it('are one for a scheduler whose agreement has ended: to sign one', () => {
    const ended = scheduler({ agreements: [agreement({ services: ['scheduler'], endsOn: '2026-11-21' })] });
    expect(idsOf(stepsOf(ended))[0]).toBe('agreement');
  });

  it('go from the nearest target to the farthest, cheapest first, for a scribe without an agreement', () => {
    const { sets } = stepsOf(scribe({ agreements: [] }));
    expect(
      sets.map(({ steps, leadsTo, effort }) => [steps.map(({ id }) => id), leadsTo.level, effort]),
    ).toEqual([
      [['agreement'], 'moderate', 2],
      [['agreement', 'no-sale'], 'low', 4],
      [['agreement', 'clauses-on-oversight'], 'low', 5],
    ]);
  });

  it('are two at once for a chatbot for consumers', () => {
    expect(stepsOf(consumerChatbot()).sets).toMatchObject([
      { steps: [{ id: 'agreement' }, { id: 'no-training' }], leadsTo: { level: 'moderate' }, effort: 4 },
    ]);
  });

  it('are more than three where nobody has answered anything: a longer set, marked as such, leads to a better decision', () => {
    const { sets } = stepsOf(consumerChatbot({ answers: [], practiceAnswers: [], checklistAnswers: [] }));
    const [first, last] = [sets[0], sets.at(-1)];
    expect(first).toMatchObject({ isSmallest: true, leadsTo: { decision: 'not_enough_known' } });
    expect(last).toMatchObject({ isSmallest: false, leadsTo: { decision: 'use_with_conditions' } });
    expect(last?.steps.length).toBeGreaterThan(3);
  });

  it('do not clear a gate that only sending less clears', () => {
    const notes = scribe({ dataFlows: [flow({ dataClasses: ['psychotherapy_notes'] })] });
    const { sets, none } = stepsOf(notes);
    expect(sets).toEqual([]);
    expect(none).toContain('Psychotherapy notes go further');
  });

  it('wait until flows are recorded, since nothing is known of what is at stake', () => {
    expect(stepsOf(scribe({ dataFlows: [] })).none).toContain('No data flow');
  });

  it('name what they settle as things stand, and nothing that is settled', () => {
    const { singles } = stepsOf(scribe({ soc2Reports: [] }));
    const soc2 = singles.find(({ id }) => id === 'soc2-report');
    expect(soc2?.settles).toContain('soc2-access');
    expect(singles.flatMap(({ settles }) => settles)).not.toContain('note-review');
  });
});

describe('the steps that lower most in a practice', () => {
  const results = [
    scoredWithSteps(scribe({ agreements: [] })),
    scoredWithSteps(scheduler({ agreements: [] })),
    scoredWithSteps(scheduler()),
  ];

  it('begin with the one that betters most services by itself', () => {
    const [first] = topSteps(results);
    expect(first?.id).toBe('agreement');
    expect(first?.betters.length).toBeGreaterThanOrEqual(1);
    expect(topSteps(results).length).toBeLessThanOrEqual(3);
  });

  it('do not depend on the order of the services', () => {
    expect(topSteps([...results].reverse(), 20)).toEqual(topSteps(results, 20));
  });

  it('are none where results hold no steps, as those made before there were any', () => {
    expect(topSteps(results.map(({ steps: _steps, ...result }) => result))).toEqual([]);
  });
});
