import type { FirstAssessmentRow, ToolOnTheWay } from './first-assessment.query';
import { minutesLeft, neighbours, stepsOf, stepToGoOn } from './steps';

const AT = '/organizations/o';
const NEW_TOOL: ToolOnTheWay = {
  ...{ id: 't1', key: 'scribe', name: 'Scribe', functions: ['session_recording'], usesAi: true },
  ...{
    hasFlows: false,
    hasAgreementSaid: false,
    hasEvidence: false,
    measuresId: null,
    hasChecklist: false,
  },
  questionnaire: null,
};
const nothing: FirstAssessmentRow = { practiceName: 'Harbor', tools: [], assessment: null, hasPrint: false };
const stepsWith = (facts: Partial<FirstAssessmentRow>) => stepsOf({ ...nothing, ...facts }, AT);

describe('the way to a first assessment', () => {
  it('begins with the tools', () => {
    const steps = stepsWith({});
    expect(steps.map(({ code }) => code)).toEqual(['tools', 'result', 'review', 'seal', 'print']);
    expect(stepToGoOn(steps)?.href).toBe(`${AT}/first-assessment/tools`);
  });

  it('has six steps for each tool, one after the other', () => {
    const steps = stepsWith({ tools: [NEW_TOOL, { ...NEW_TOOL, id: 't2', name: 'Biller' }] });
    expect(steps).toHaveLength(1 + 2 * 6 + 4);
    expect(stepToGoOn(steps)?.href).toBe(`${AT}/first-assessment/services/t1/data-flows`);
    const { before, after } = neighbours(steps, 'questions', 't1');
    expect([before?.code, after?.code, after?.tool?.id]).toEqual(['checklist', 'data-flows', 't2']);
    expect(neighbours(steps, 'tools', null).before).toBeNull();
    expect(neighbours(steps, 'questions', 'elsewhere')).toEqual({ before: null, after: null });
  });

  it.each<[keyof ToolOnTheWay, unknown, string]>([
    ['hasFlows', true, 'data-flows'],
    ['hasAgreementSaid', true, 'agreement'],
    ['hasEvidence', true, 'evidence'],
    ['measuresId', 'm', 'habits'],
    ['hasChecklist', true, 'checklist'],
    ['questionnaire', { id: 'q', state: 'submitted' }, 'questions'],
  ])('knows by %s that a step is done', (fact, value, code) => {
    const [before, after] = [NEW_TOOL, { ...NEW_TOOL, [fact]: value }].map((tool) =>
      stepsWith({ tools: [tool] }),
    );
    const doneIn = (steps = before ?? []) => steps.filter(({ isDone }) => isDone).map((step) => step.code);
    expect(doneIn(before)).toEqual(['tools']);
    expect(doneIn(after)).toEqual(['tools', code]);
    expect(minutesLeft(after ?? [])).toBeLessThan(minutesLeft(before ?? []));
  });

  it('does not take a questionnaire that is still being answered for done', () => {
    const steps = stepsWith({ tools: [{ ...NEW_TOOL, questionnaire: { id: 'q', state: 'issued' } }] });
    expect(steps.find(({ code }) => code === 'questions')?.isDone).toBe(false);
  });

  it.each([
    [null, [false, false, false], '/first-assessment/result'],
    ['draft', [true, false, false], '/assessments/a/review'],
    ['reviewed', [true, true, false], '/assessments/a/seal'],
    ['sealed', [true, true, true], '/assessments/a#print'],
  ] as const)('leads on from an assessment that is %s', (status, done, end) => {
    const steps = stepsWith({ tools: [NEW_TOOL], assessment: status && { id: 'a', status } });
    const ends = steps.filter(({ code }) => ['result', 'review', 'seal'].includes(code));
    expect(ends.map(({ isDone }) => isDone)).toEqual(done);
    const next = steps.filter(({ tool, isDone }) => !tool && !isDone)[0];
    expect(next?.href).toBe(`${AT}${end}`);
  });
});
