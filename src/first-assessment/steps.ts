// The way to a first assessment as a list of steps: what each is, where it is, whether it has left something on record. Nothing is kept of the way
// itself, so it goes on from any device, and what was done elsewhere counts. Pure.
import type { FirstAssessmentRow, ToolOnTheWay } from './first-assessment.query';

export const TOOL_STEPS = [
  'data-flows',
  'agreement',
  'evidence',
  'habits',
  'checklist',
  'questions',
] as const;
export type ToolStep = (typeof TOOL_STEPS)[number];
export type StepCode = 'tools' | ToolStep | 'result' | 'review' | 'seal' | 'print';

/** House estimates in minutes for somebody who has the vendor's papers at hand. */
const MINUTES: Readonly<Record<StepCode, number>> = {
  ...{ tools: 1, 'data-flows': 2, agreement: 1, evidence: 2, habits: 2, checklist: 3, questions: 2 },
  ...{ result: 2, review: 1, seal: 1, print: 1 },
};

const WORDS: Readonly<Record<StepCode, string>> = {
  tools: 'Which tools do you use?',
  'data-flows': 'What reaches it',
  agreement: 'The agreement',
  evidence: 'What shows it',
  habits: 'What you do yourself',
  checklist: 'AI Tech Checklist',
  questions: 'A few questions more',
  result: 'What it comes to',
  review: 'Read and review',
  seal: 'Sign',
  print: 'Print',
};

export interface Step {
  code: StepCode;
  words: string;
  href: string;
  /** the tool that it is about */
  tool: { id: string; name: string } | null;
  isDone: boolean;
  minutes: number;
}

/** @param at address of the practice. Whoever has no tool yet sees that step and the last ones */
export function stepsOf(facts: FirstAssessmentRow, at: string): Step[] {
  const { tools, assessment, hasPrint } = facts;
  const here = `${at}/first-assessment`;
  const step = (code: StepCode, href: string, isDone: boolean, tool: Step['tool'] = null): Step => {
    return { code, words: WORDS[code], href, tool, isDone, minutes: MINUTES[code] };
  };
  const isReviewed = assessment !== null && assessment.status !== 'draft';
  const isSealed = isReviewed && assessment.status !== 'reviewed';
  const drawnUp = assessment ? `${at}/assessments/${assessment.id}` : `${here}/result`;
  return [
    step('tools', `${here}/tools`, tools.length > 0),
    ...tools.flatMap((tool) =>
      TOOL_STEPS.map((code) =>
        step(code, `${here}/services/${tool.id}/${code}`, isDoneFor(tool, code), {
          id: tool.id,
          name: tool.name,
        }),
      ),
    ),
    step('result', `${here}/result`, assessment !== null),
    step('review', assessment?.status === 'draft' ? `${drawnUp}/review` : drawnUp, isReviewed),
    step('seal', assessment?.status === 'reviewed' ? `${drawnUp}/seal` : drawnUp, isSealed),
    step('print', assessment ? `${drawnUp}#print` : drawnUp, hasPrint),
  ];
}

function isDoneFor(tool: ToolOnTheWay, code: ToolStep): boolean {
  const done: Readonly<Record<ToolStep, boolean>> = {
    'data-flows': tool.hasFlows,
    agreement: tool.hasAgreementSaid,
    evidence: tool.hasEvidence,
    habits: tool.measuresId !== null,
    checklist: tool.hasChecklist,
    questions: tool.questionnaire?.state === 'submitted',
  };
  return done[code];
}

/** Of all steps, in whole minutes. */
export function minutesLeft(steps: readonly Step[]): number {
  return steps.reduce((sum, { isDone, minutes }) => sum + (isDone ? 0 : minutes), 0);
}

/** Where somebody who comes back goes on: the first step that has left nothing yet. */
export function stepToGoOn(steps: readonly Step[]): Step | undefined {
  return steps.find(({ isDone }) => !isDone);
}

/** The neighbours of a step. @param toolId of the step, null for one that is about none */
export function neighbours(
  steps: readonly Step[],
  code: StepCode,
  toolId: string | null,
): { before: Step | null; after: Step | null } {
  const index = steps.findIndex((step) => step.code === code && (step.tool?.id ?? null) === toolId);
  return { before: steps[index - 1] ?? null, after: (index >= 0 && steps[index + 1]) || null };
}
