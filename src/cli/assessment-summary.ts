// What `duecare assess` shows: a line per service, with the decision, the level and why in a few words.
import type { AssessmentDocument } from '../assessments/assessment.document';
import { onOneLine } from './printable-text';
import { textTable } from './text-table';

const LINE_WIDTH = 100;

/** `columns`: the width of the terminal, undefined where there is none. */
export function assessmentSummary(document: AssessmentDocument, columns = LINE_WIDTH): string {
  const { practice, asOf, lawAsOf, results, holdsUntil } = document;
  const rows = results.map(({ service, decision, level }) => [
    service.name,
    decision.label,
    level.replaceAll('_', ' '),
    decision.short,
  ]);
  return [
    onOneLine(`${practice.name}, as of ${asOf} (law as read on ${lawAsOf})`),
    '',
    rows.length > 0
      ? textTable(['Tool', 'Decision', 'Level', 'Why'], rows, columns)
      : 'The dossier names no tools.',
    '',
    holdsUntil
      ? onOneLine(`Holds until ${holdsUntil.date}: ${holdsUntil.because}`)
      : 'Nothing dated changes it by itself.',
    standing(document),
  ].join('\n');
}

/** Who stands behind it, in a line. */
function standing({ signOff }: AssessmentDocument): string {
  if (!signOff) return 'A draft that nobody has sealed. Not legal advice.';
  return onOneLine(`Sealed by ${signOff.name}, ${signOff.role}, at ${signOff.at}. Not legal advice.`);
}
