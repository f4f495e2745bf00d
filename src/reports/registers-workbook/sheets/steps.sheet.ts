// What to do, as the results say it: what lifts a gate, what settles an open one, what must hold while a service is used.
import type { AssessmentDocument } from '../../../assessments/assessment.document';
import type { ServiceResult } from '../../../assessments/scoring/service-result';
import { levelWord } from '../../security-risk-assessment/level-words';
import { sheetOf, WIDTH, type Sheet } from '../sheet';

interface Step {
  kind: string;
  what: string;
  /** the gate that it lifts */
  gate: ServiceResult['gates'][number] | null;
}

export function stepsSheet({ results }: AssessmentDocument): Sheet {
  const rows = results.flatMap((result) => stepsOf(result).map((step) => ({ result, step })));
  return sheetOf('Steps', 'Nothing has to be done before a service is used or while it is.', rows, [
    { title: 'Service', width: WIDTH.name, cell: ({ result }) => result.service.name },
    { title: 'Key', width: 22, cell: ({ result }) => result.service.key },
    { title: 'Kind', width: 20, cell: ({ step }) => step.kind },
    { title: 'Step', width: WIDTH.text, cell: ({ step }) => step.what },
    { title: 'Gate', width: 26, cell: ({ step }) => step.gate?.id },
    {
      title: 'Floor of the gate',
      width: WIDTH.short,
      cell: ({ step }) => step.gate && levelWord(step.gate.floor),
    },
    { title: 'Decision now', width: 22, cell: ({ result }) => result.decision.label },
    { title: 'Level now', width: WIDTH.short, cell: ({ result }) => levelWord(result.level) },
  ]);
}

function stepsOf({ gates, decision }: ServiceResult): Step[] {
  const remedies = (state: 'fired' | 'open', kind: string): Step[] =>
    gates.flatMap((gate) => (gate.state === state && gate.remedy ? [{ kind, what: gate.remedy, gate }] : []));
  return [
    ...remedies('fired', 'Lifts a gate'),
    ...remedies('open', 'Settles an open gate'),
    ...decision.conditions.map((what): Step => ({ kind: 'Condition of use', what, gate: null })),
  ];
}
