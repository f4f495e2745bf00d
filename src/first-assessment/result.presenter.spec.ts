import { resultView } from './result.presenter';
import type { ResultOfTool } from './result.query';
import type { Step } from './steps';

const set = (title: string) => ({
  steps: [{ title }],
  leadsTo: { decision: 'use_with_conditions', level: 'low' },
});
const RESULT = {
  ...{ id: 't', name: 'Scribe', decision: 'do_not_use', decisionLabel: 'Do not use', level: 'high' },
  ...{ why: 'Because.', confidencePercent: 40, unknowns: 12, sets: ['a', 'b', 'c', 'd'].map(set) },
} as unknown as ResultOfTool;
const step = (code: string, isDone: boolean, tool: Step['tool']) =>
  ({ code, words: code, href: `/${code}`, isDone, tool, minutes: 1 }) as Step;

it('shows three ways to less risk, and what of the tools is still open', () => {
  const tool = { id: 't', name: 'Scribe' };
  const steps = [
    step('tools', true, null),
    step('agreement', false, tool),
    step('checklist', true, tool),
    step('print', false, null),
  ];
  const { tools, open } = resultView([RESULT], steps, '/organizations/o');
  expect(tools[0]).toMatchObject({
    decision: 'Do not use',
    unknowns: 12,
    href: '/organizations/o/services/t',
  });
  expect(tools[0]?.steps.map(({ titles, leadsTo }) => [titles, leadsTo])).toEqual(
    ['a', 'b', 'c'].map((title) => [[title], 'use with conditions']),
  );
  expect(open).toEqual([{ words: 'agreement', href: '/agreement', tool: 'Scribe' }]);
});
