// What to do, as the results say it: what lifts a gate, what settles an open one, what must hold while a service is used, and what each
// step and each smallest set of steps leads to.
import type { AssessmentDocument } from '../../../assessments/assessment.document';
import type { DecisionCode, GateResult, ServiceResult } from '../../../assessments/scoring/service-result';
import type { Level } from '../../../common/level';
import { levelWord } from '../../security-risk-assessment/level-words';
import { codeWords, lines, sheetOf, WIDTH, type Sheet } from '../sheet';

interface Row {
  kind: string;
  what: string;
  /** the gate that it lifts */
  gate?: GateResult;
  effort?: number;
  /** ids of the threats that it lowers by itself */
  lowers?: string[];
  leadsTo?: { decision: DecisionCode; level: Level };
}

export function stepsSheet({ results }: AssessmentDocument): Sheet {
  const rows = results.flatMap((result) => rowsOf(result).map((step) => ({ result, step })));
  return sheetOf('Steps', 'Nothing has to be done before a tool is used or while it is.', rows, [
    { title: 'Tool', width: WIDTH.name, cell: ({ result }) => result.service.name },
    { title: 'Key', width: 22, cell: ({ result }) => result.service.key },
    { title: 'Kind', width: 20, cell: ({ step }) => step.kind },
    { title: 'Step', width: WIDTH.text, cell: ({ step }) => step.what },
    { title: 'Gate', width: 26, cell: ({ step }) => step.gate?.id },
    {
      title: 'Floor of the gate',
      width: WIDTH.short,
      cell: ({ step }) => step.gate && levelWord(step.gate.floor),
    },
    { title: 'Effort', width: 9, cell: ({ step }) => step.effort },
    { title: 'Lowers', width: WIDTH.short, cell: ({ step }) => lines(step.lowers) },
    { title: 'Decision now', width: 22, cell: ({ result }) => result.decision.label },
    { title: 'Decision then', width: 22, cell: ({ step }) => codeWords(step.leadsTo?.decision) },
    { title: 'Level now', width: WIDTH.short, cell: ({ result }) => levelWord(result.level) },
    {
      title: 'Level then',
      width: WIDTH.short,
      cell: ({ step }) => step.leadsTo && levelWord(step.leadsTo.level),
    },
  ]);
}

function rowsOf({ gates, decision, steps }: ServiceResult): Row[] {
  const remedies = (state: GateResult['state'], kind: string): Row[] =>
    gates.flatMap((gate) => (gate.state === state && gate.remedy ? [{ kind, what: gate.remedy, gate }] : []));
  return [
    ...remedies('fired', 'Lifts a gate'),
    ...remedies('open', 'Settles an open gate'),
    ...decision.conditions.map((what): Row => ({ kind: 'Condition of use', what })),
    ...(steps ? stepRows(steps) : []),
  ];
}

function stepRows({ sets, singles, none }: NonNullable<ServiceResult['steps']>): Row[] {
  return [
    ...sets.map(({ steps, effort, leadsTo, isSmallest }): Row => ({
      kind: isSmallest ? 'Smallest set of steps' : 'Set of steps',
      what: steps.map(({ title }) => title).join('\n'),
      effort,
      leadsTo,
    })),
    ...(none ? [{ kind: 'No set of steps', what: none }] : []),
    ...singles.map(({ title, effort, lowers, leadsTo }): Row => ({
      kind: 'Step by itself',
      what: title,
      effort,
      lowers,
      leadsTo,
    })),
  ];
}
