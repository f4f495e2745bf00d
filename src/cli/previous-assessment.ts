// The sealed assessment that a new one is compared with: only one that verifies, of the same practice and not of a later date.
import type { AssessmentDocument } from '../assessments/assessment.document';
import { MAX_ENVELOPE_BYTES } from '../assessments/sealing/read-envelope';
import { verifySealed } from '../assessments/sealing/verify-sealed';
import type { CalendarDate } from '../common/calendar-date';
import type { Dossier } from '../dossiers/dossier.document';
import { CommandRefusal } from './command-refusal';
import { readInput } from './input-file';
import { onOneLine } from './printable-text';

/** What the file held, with the digest that it was sealed under. */
export interface SealedBefore {
  document: AssessmentDocument;
  digest: string;
}

/** @throws CommandRefusal when the file is not a sealed assessment, or not the one that was sealed */
export async function readPrevious(file: string): Promise<SealedBefore> {
  const verification = verifySealed(await readInput(file, MAX_ENVELOPE_BYTES));
  if (verification.outcome === 'sealed-and-intact')
    return { document: verification.document, digest: verification.digest };
  const why =
    verification.outcome === 'draft-intact' ? 'It is a draft that nobody has sealed.' : verification.because;
  throw new CommandRefusal([onOneLine(`--previous ${file}: ${why}`)]);
}

/** @throws CommandRefusal when it is another practice's, or of a later date than the new assessment */
export function refuseUnfit(
  { document }: SealedBefore,
  { practice }: Pick<Dossier, 'practice'>,
  asOf: CalendarDate,
): void {
  if (document.practice.key !== practice.key)
    throw new CommandRefusal([onOneLine(`--previous is of another practice, ${document.practice.name}.`)]);
  if (document.asOf > asOf)
    throw new CommandRefusal([
      `--previous is as of ${document.asOf}, later than the date to assess, ${asOf}.`,
    ]);
}
