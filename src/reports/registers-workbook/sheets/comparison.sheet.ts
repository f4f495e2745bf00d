import type { AssessmentDocument } from '../../../assessments/assessment.document';
import type { Comparison } from '../../../assessments/registers/comparison';
import { levelWord } from '../../security-risk-assessment/level-words';
import { day, lines, sheetOf, WIDTH, type Sheet } from '../sheet';

type Standing = Comparison['services'][number]['now'];

interface Row {
  what: 'Before and now' | 'New' | 'Gone';
  key: string;
  name: string;
  before: Standing | null;
  now: Standing | null;
  changes: Comparison['services'][number] | null;
}

/** Against the previous sealed assessment, service by service. */
export function comparisonSheet({ asOf, comparison }: AssessmentDocument): Sheet {
  const emptyLine = 'There is no earlier sealed assessment to compare with.';
  return sheetOf('Changes', emptyLine, comparison ? rowsOf(comparison) : [], [
    { title: 'Tool', width: WIDTH.name, cell: ({ name }) => name },
    { title: 'Key', width: 22, cell: ({ key }) => key },
    { title: 'What', width: 18, cell: ({ what }) => what },
    { title: 'Before, as of', width: WIDTH.short, cell: () => day(comparison?.previous.asOf) },
    { title: 'Decision before', width: 22, cell: ({ before }) => before?.label },
    { title: 'Level before', width: WIDTH.short, cell: ({ before }) => before && levelWord(before.level) },
    { title: 'Now, as of', width: WIDTH.short, cell: () => day(asOf) },
    { title: 'Decision now', width: 22, cell: ({ now }) => now?.label },
    { title: 'Level now', width: WIDTH.short, cell: ({ now }) => now && levelWord(now.level) },
    { title: 'Gates that hold anew', width: WIDTH.sentence, cell: ({ changes }) => lines(changes?.gatesNew) },
    { title: 'Gates gone', width: WIDTH.sentence, cell: ({ changes }) => lines(changes?.gatesGone) },
    { title: 'Newly unknown', width: WIDTH.sentence, cell: ({ changes }) => lines(changes?.unknownNew) },
    { title: 'Made known', width: WIDTH.sentence, cell: ({ changes }) => lines(changes?.unknownResolved) },
    { title: 'SHA-256 of the one before', width: 70, cell: () => comparison?.previous.digest },
  ]);
}

function rowsOf({ services, newServices, goneServices }: Comparison): Row[] {
  return [
    ...services.map((one): Row => ({
      what: 'Before and now',
      key: one.key,
      name: one.name,
      before: one.before,
      now: one.now,
      changes: one,
    })),
    ...newServices.map((one): Row => ({
      what: 'New',
      key: one.key,
      name: one.name,
      before: null,
      now: one,
      changes: null,
    })),
    ...goneServices.map((one): Row => ({
      what: 'Gone',
      key: one.key,
      name: one.name,
      before: one,
      now: null,
      changes: null,
    })),
  ];
}
