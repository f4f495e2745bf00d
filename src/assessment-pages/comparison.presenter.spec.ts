import { comparisonWith, type Comparison } from '../assessments/registers/comparison';
import { chatbotResult, schedulerResult, scribeResult } from '../../test/factories/service-result.factory';
import { draftAssessment } from '../../test/factories/assessment-document.factory';
import { inNameOrder } from '../common/name-order';
import { comparisonView } from './comparison.presenter';

const between = (
  before: ReturnType<typeof scribeResult>[],
  now: ReturnType<typeof scribeResult>[],
  catalogs: { id: string; version: string }[] = draftAssessment().catalogs,
): Comparison =>
  comparisonWith({ document: draftAssessment({ results: before }), digest: 'ab'.repeat(32) }, now, catalogs);

const named = (name: string, view: ReturnType<typeof comparisonView>) =>
  view.tools.find((tool) => tool.name === name);

describe('two assessments side by side', () => {
  it('says so when nothing has changed', () => {
    const results = [scribeResult(), schedulerResult()];
    const view = comparisonView(between(results, results));
    expect([view.hasChanged, view.told, view.rules]).toEqual([
      false,
      'Nothing has changed for any tool.',
      '',
    ]);
    const [scribe, scheduler] = results.map(({ service }) => service.name).sort(inNameOrder);
    expect([view.tools, view.unchanged]).toEqual([[], `${scribe} and ${scheduler}`]);
  });

  it('tells a tool that came and one that is gone, with a place left empty', () => {
    const [scribe, chatbot] = [scribeResult(), chatbotResult()];
    const view = comparisonView(between([scribe], [chatbot]));
    expect(named(scribe.service.name, view)).toMatchObject({ change: 'No longer there', now: null });
    expect(named(chatbot.service.name, view)).toMatchObject({ change: 'New', before: null });
    expect(view.told).toBe('1 tool is new and 1 tool is no longer there.');
  });

  it.each([
    ['very_high', 'low', 'Risk lower'],
    ['low', 'very_high', 'Risk higher'],
  ] as const)('a level from %s to %s: %s', (before, now, change) => {
    const scribe = scribeResult();
    const view = comparisonView(between([{ ...scribe, level: before }], [{ ...scribe, level: now }]));
    expect(view.tools).toMatchObject([
      { change, before: { level: { code: before } }, now: { level: { code: now } } },
    ]);
    expect(view.told).toBe('1 tool changed.');
  });

  it('tells another decision at the same level', () => {
    const scribe = scribeResult();
    const other = { ...scribe, decision: { ...scribe.decision, code: 'not_enough_known' as const } };
    const view = comparisonView(
      between([{ ...scribe, decision: { ...other.decision, code: 'acceptable' } }], [other]),
    );
    expect(view.tools[0]?.change).toBe('Decided otherwise');
  });

  it('tells what is known since, also where level and decision are as they were', () => {
    const scribe = scribeResult();
    const unknowns = [{ id: 'U-1', what: 'whether audio is kept', task: 'Ask.', weight: 1 }];
    const view = comparisonView(
      between([{ ...scribe, unknowns }, schedulerResult()], [{ ...scribe, unknowns: [] }, schedulerResult()]),
    );
    expect(named(scribe.service.name, view)?.causes).toEqual([
      { name: 'Known since', list: ['Whether audio is kept'] },
    ]);
    expect([view.hasChanged, view.told]).toEqual([true, '1 tool changed and 1 tool is as it was.']);
  });

  it('names rules of which another version was used', () => {
    const view = comparisonView(between([], [], [{ id: 'scoring-model', version: '2.0.0' }]));
    expect(view.rules).toBe('scoring-model (1.0.0, then 2.0.0)');
  });
});
