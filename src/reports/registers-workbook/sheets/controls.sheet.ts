import type { AssessmentDocument } from '../../../assessments/assessment.document';
import { BASIS_WORDS } from '../../security-risk-assessment/fact-words';
import { codeWords, day, sheetOf, WIDTH, type Sheet } from '../sheet';
import { perSubject } from './rated-subjects';
import { SUBJECT_COLUMNS } from './subject-columns';

/** Every contribution of every control to every threat: points = weight x met x assurance x freshness. */
export function controlsSheet(document: AssessmentDocument): Sheet {
  const rows = perSubject(document, ({ threats }) =>
    threats.flatMap((threat) => threat.contributions.map((contribution) => ({ threat, contribution }))),
  ).map(({ subject, item }) => ({ subject, ...item }));
  return sheetOf('Controls', 'No control bears on any threat.', rows, [
    ...SUBJECT_COLUMNS,
    { title: 'Threat', width: 9, cell: ({ threat }) => threat.id },
    { title: 'Control', width: 22, cell: ({ contribution }) => contribution.controlId },
    { title: 'Title', width: WIDTH.name, cell: ({ contribution }) => contribution.title },
    { title: 'Acts on', width: WIDTH.short, cell: ({ contribution }) => codeWords(contribution.actsOn) },
    { title: 'Weight', width: 9, cell: ({ contribution }) => contribution.weight },
    { title: 'Met', width: WIDTH.short, cell: ({ contribution }) => codeWords(contribution.met.code) },
    { title: 'Met, factor', width: 9, cell: ({ contribution }) => contribution.met.factor },
    {
      title: 'Assurance',
      width: 20,
      cell: ({ contribution: { assurance } }) => assurance.basis && BASIS_WORDS[assurance.basis],
    },
    { title: 'Assurance, factor', width: 11, cell: ({ contribution }) => contribution.assurance.factor },
    { title: 'Age, months', width: 9, cell: ({ contribution }) => contribution.freshness.ageMonths },
    { title: 'Freshness, factor', width: 11, cell: ({ contribution }) => contribution.freshness.factor },
    { title: 'Points', width: 9, cell: ({ contribution }) => contribution.points },
    { title: 'Most points', width: 9, cell: ({ contribution }) => contribution.maxPoints },
    { title: 'Counts from', width: WIDTH.short, cell: ({ contribution }) => day(contribution.countsFrom) },
    { title: 'Source', width: WIDTH.sentence, cell: ({ contribution }) => contribution.source },
    { title: 'Because', width: WIDTH.text, cell: ({ contribution }) => contribution.because },
  ]);
}
