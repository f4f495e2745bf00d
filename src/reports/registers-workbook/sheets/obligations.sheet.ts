import type { AssessmentDocument } from '../../../assessments/assessment.document';
import { correctionWords } from '../../../records/correction-words';
import { codeWords, day, lines, sheetOf, WIDTH, type Sheet } from '../sheet';

/** Each time of each obligation: what is open, and what was done with its proof. */
export function obligationsSheet({ dossier, obligationRegister }: AssessmentDocument): Sheet {
  const told = new Map((obligationRegister?.obligations ?? []).map((one) => [one.id, one]));
  const done = new Map((dossier.obligationCompletions ?? []).map((one) => [one.key, one]));
  const rows = (obligationRegister?.occurrences ?? []).map((one) => ({
    ...one,
    told: told.get(one.obligation),
    by: one.completion === null ? undefined : done.get(one.completion),
  }));
  const none = obligationRegister
    ? 'No obligation arises from what is on record.'
    : 'What was due was not worked out in this assessment.';
  return sheetOf('Obligations', none, rows, [
    { title: 'Obligation', width: WIDTH.sentence, cell: ({ told: one }) => one?.title },
    { title: 'Id', width: WIDTH.short, cell: ({ obligation }) => obligation },
    {
      title: 'About',
      width: WIDTH.name,
      cell: ({ subject, subjectName }) => (subject ? subjectName : 'The practice'),
    },
    { title: 'How it stands', width: WIDTH.short, cell: ({ state }) => codeWords(state) },
    { title: 'Due', width: WIDTH.short, cell: ({ dueOn }) => day(dueOn) },
    { title: 'Done', width: WIDTH.short, cell: ({ doneOn }) => day(doneOn) },
    { title: 'Days late', width: WIDTH.short, cell: ({ daysLate }) => daysLate },
    { title: 'Done by', width: WIDTH.name, cell: ({ by }) => by && `${by.doneBy.name}, ${by.doneBy.role}` },
    { title: 'What was found', width: WIDTH.sentence, cell: ({ by }) => by?.found },
    {
      title: 'What shows it',
      width: WIDTH.sentence,
      cell: ({ by, shownBy }) => by?.evidence ?? by?.proof ?? shownBy,
    },
    {
      title: 'Corrections',
      width: WIDTH.sentence,
      cell: ({ by }) => lines((by?.corrections ?? []).map(correctionWords)),
    },
    { title: 'How binding', width: WIDTH.sentence, cell: ({ told: one }) => one?.binding },
    { title: 'How often', width: WIDTH.sentence, cell: ({ told: one }) => one?.howOften },
    { title: 'Citation', width: WIDTH.name, cell: ({ told: one }) => one?.citation },
  ]);
}
