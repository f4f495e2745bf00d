import type { AssessmentDocument } from '../../../assessments/assessment.document';
import { levelWord } from '../../security-risk-assessment/level-words';
import { FUNCTION_WORDS } from '../../security-risk-assessment/fact-words';
import type { ServiceFunction } from '../../../vendors/service.fields';
import { day, lines, sheetOf, WIDTH, type Sheet } from '../sheet';

/** A row for each service. What was rated for the practice itself stands in the risk register. */
export function servicesSheet(document: AssessmentDocument): Sheet {
  return sheetOf('Tools', 'The assessment covers no tool.', document.results, [
    { title: 'Tool', width: WIDTH.name, cell: ({ service }) => service.name },
    { title: 'Key', width: 22, cell: ({ service }) => service.key },
    { title: 'Vendor', width: WIDTH.name, cell: ({ service }) => service.vendorName },
    { title: 'Plan', width: WIDTH.short, cell: ({ service }) => service.plan },
    { title: 'Uses AI', width: 9, cell: ({ service }) => service.usesAi },
    { title: 'Functions', width: 24, cell: ({ service }) => lines(service.functions.map(functionWords)) },
    { title: 'Decision', width: 22, cell: ({ decision }) => decision.label },
    { title: 'Level', width: WIDTH.short, cell: ({ level }) => levelWord(level) },
    {
      title: 'Level before controls',
      width: WIDTH.short,
      cell: ({ inherentLevel }) => levelWord(inherentLevel),
    },
    { title: 'Index (sorting only)', width: WIDTH.short, cell: ({ indexOutOf100 }) => indexOutOf100 },
    { title: 'Impact', width: WIDTH.short, cell: ({ impact }) => levelWord(impact.level) },
    { title: 'Known, percent', width: WIDTH.short, cell: ({ confidence }) => confidence.percent },
    { title: 'Needed, percent', width: WIDTH.short, cell: ({ confidence }) => confidence.thresholdPercent },
    { title: 'Holds until', width: WIDTH.short, cell: ({ holdsUntil }) => day(holdsUntil?.date) },
    { title: 'Holds until, because', width: WIDTH.sentence, cell: ({ holdsUntil }) => holdsUntil?.because },
    { title: 'Why, in short', width: WIDTH.sentence, cell: ({ decision }) => decision.short },
    { title: 'Why', width: WIDTH.text, cell: ({ decision }) => lines(decision.reasons) },
    { title: 'Conditions of use', width: WIDTH.text, cell: ({ decision }) => lines(decision.conditions) },
  ]);
}

/** A document of another version may know a function that has no words here. */
function functionWords(code: string): string {
  return FUNCTION_WORDS[code as ServiceFunction] ?? code.replaceAll('_', ' ');
}
