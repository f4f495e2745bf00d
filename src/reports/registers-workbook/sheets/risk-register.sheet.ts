import type { AssessmentDocument } from '../../../assessments/assessment.document';
import type { Rating, ThreatResult } from '../../../assessments/scoring/service-result';
import { levelWord } from '../../security-risk-assessment/level-words';
import { SOURCE_WORDS } from '../../security-risk-assessment/source-words';
import { codeWords, lines, sheetOf, WIDTH, type Column, type Sheet } from '../sheet';
import { perSubject, type RatedSubject } from './rated-subjects';
import { SUBJECT_COLUMNS } from './subject-columns';

type Row = { subject: RatedSubject; item: ThreatResult };

/** A row for each threat of each service, and for each of the practice's own. */
export function riskRegisterSheet(document: AssessmentDocument): Sheet {
  return sheetOf(
    'Risk register',
    'No threat applies to any tool.',
    perSubject(document, ({ threats }) => threats),
    [
      ...SUBJECT_COLUMNS,
      { title: 'Threat', width: 9, cell: ({ item }) => item.id },
      { title: 'Title', width: WIDTH.name, cell: ({ item }) => item.title },
      { title: 'From', width: 18, cell: ({ item }) => item.source && SOURCE_WORDS[item.source] },
      { title: 'What could happen', width: WIDTH.sentence, cell: ({ item }) => item.scenario },
      { title: 'Affects', width: 18, cell: ({ item }) => lines(item.affects) },
      { title: 'Applies because', width: WIDTH.sentence, cell: ({ item }) => item.appliesBecause },
      ...ratingColumns('Inherent', ({ item }) => item.inherent),
      ...ratingColumns('Residual', ({ item }) => item.residual),
      {
        title: 'Residual by the table',
        width: WIDTH.short,
        cell: ({ item }) => levelWord(item.residual.riskByTable),
      },
      {
        title: 'Floor of gates',
        width: WIDTH.short,
        cell: ({ item }) => item.gateFloor && levelWord(item.gateFloor),
      },
      { title: 'Held by gates', width: 26, cell: ({ item }) => lines(item.heldByGates) },
      {
        title: 'Adjusted',
        width: WIDTH.sentence,
        cell: ({ item }) => lines(item.adjustments.map(adjustment)),
      },
      {
        title: 'Contradictions of the tool',
        width: WIDTH.sentence,
        cell: ({ subject }) => lines(subject.contradictions.map(({ because }) => because)),
      },
      { title: 'Citations', width: WIDTH.name, cell: ({ item }) => lines(item.citations) },
    ],
  );
}

function ratingColumns(when: string, ratingOf: (row: Row) => Rating): Column<Row>[] {
  const column = (title: string, part: keyof Rating): Column<Row> => ({
    title: `${when}: ${title}`,
    width: WIDTH.short,
    cell: (row) => levelWord(ratingOf(row)[part]),
  });
  return [
    column('likelihood that it starts', 'initiation'),
    column('likelihood of harm', 'adverseImpact'),
    column('likelihood', 'likelihood'),
    column('impact', 'impact'),
    column('risk', 'risk'),
  ];
}

function adjustment({
  target,
  from,
  to,
  assessor,
  reason,
  decidedOn,
}: ThreatResult['adjustments'][number]): string {
  return `${codeWords(target)} from ${levelWord(from)} to ${levelWord(to)} by ${assessor.name}, ${assessor.role}, on ${decidedOn}: ${reason}`;
}
