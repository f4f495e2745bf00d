import { resultView } from './result.presenter';
import type { ResultOfTool } from './result.query';
import type { Step } from './steps';

const single = (title: string, indexOutOf100: number, lowers: number) => ({
  ...{ id: title, title, effort: 1, settles: [], lowers: Array.from({ length: lowers }, String) },
  leadsTo: { decision: 'do_not_use', level: 'high', indexOutOf100 },
});
const nearest = { steps: ['p', 'q', 'r', 's'].map((title) => ({ id: title, title })) };
const RESULT = {
  ...{ id: 't', name: 'Scribe', decision: 'do_not_use', decisionLabel: 'Do not use', level: 'high' },
  ...{ why: 'Because.', confidencePercent: 40, unknowns: 12, nearest },
  singles: [single('a', 80, 1), single('b', 70, 1), single('c', 80, 4), single('d', 90, 9)],
} as unknown as ResultOfTool;
const AT = '/organizations/o';
const shown = (result: Partial<ResultOfTool>) => resultView([{ ...RESULT, ...result }], [], AT).tools[0];

describe('what it comes to', () => {
  it('names the three steps that lower the risk most, each by itself', () => {
    expect(shown({})).toMatchObject({ decision: 'Do not use', unknowns: 12, href: `${AT}/services/t` });
    expect(shown({})).toMatchObject({ steps: ['b', 'c', 'a'], areTogether: false, more: 0 });
  });

  it('names the first of those that do it together where none does by itself', () => {
    expect(shown({ singles: [] })).toMatchObject({ steps: ['p', 'q', 'r'], areTogether: true, more: 1 });
    expect(shown({ singles: [], nearest: null })).toMatchObject({ steps: [], areTogether: false, more: 0 });
  });

  it('names what of the tools is still open', () => {
    const tool = { id: 't', name: 'Scribe' };
    const step = (code: string, isDone: boolean, of: Step['tool']) =>
      ({ code, words: code, href: `/${code}`, isDone, tool: of, minutes: 1 }) as Step;
    const steps = [
      step('tools', true, null),
      step('agreement', false, tool),
      step('checklist', true, tool),
      step('print', false, null),
    ];
    expect(resultView([], steps, AT).open).toEqual([
      { words: 'agreement', href: '/agreement', tool: 'Scribe' },
    ]);
  });
});
