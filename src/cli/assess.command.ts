// duecare assess FILE: from a dossier to a draft assessment, with no server and no database.
import type { AssessmentDocument, SealedAssessment } from '../assessments/assessment.document';
import { buildAssessment } from '../assessments/build-assessment';
import { draftEnvelope } from '../assessments/sealing';
import { loadCatalogs } from '../catalogs/load-catalogs';
import { dateInTimeZone, isCalendarDate } from '../common/calendar-date';
import { SYSTEM_CLOCK } from '../common/clock';
import { knownIn } from '../dossiers/coherence/known-in';
import { DossierFaultsError } from '../dossiers/dossier-faults.error';
import { MAX_DOSSIER_BYTES } from '../dossiers/dossier-text';
import { readDossier, type ReadDossierOptions } from '../dossiers/read-dossier';
import type { Dossier } from '../dossiers/dossier.document';
import { CommandRefusal } from './command-refusal';
import { assessmentSummary } from './assessment-summary';
import { asksForFiles, planOutputs, refuseUnassessed, type OutputFlags } from './assess-outputs';
import { EXIT, type ExitCode } from './exit-codes';
import { faultLines } from './fault-lines';
import { readInput } from './input-file';
import { readPrevious, refuseUnfit, type SealedBefore } from './previous-assessment';

export interface AssessFlags extends OutputFlags {
  asOf?: string;
  /** a sealed assessment to compare with */
  previous?: string;
}

/** 0 done; 2 the dossier or an option cannot be used; 3 done, but no browser for the PDF. */
export async function assessFile(file: string, flags: AssessFlags): Promise<ExitCode> {
  if (flags.asOf !== undefined && !isCalendarDate(flags.asOf)) {
    throw new CommandRefusal(['--as-of must be a date that exists, written YYYY-MM-DD.']);
  }
  const outputs = await planOutputs(file, flags);
  const previous = flags.previous === undefined ? null : await readPrevious(flags.previous);
  const document = assess(file, await readInput(file, MAX_DOSSIER_BYTES), flags.asOf, previous);
  refuseUnassessed(outputs, document);
  const envelope: SealedAssessment = draftEnvelope(document);
  process.stdout.write(`${assessmentSummary(document, process.stdout.columns)}\n`);
  if (!asksForFiles(outputs)) return EXIT.ok;
  const { leaveFiles } = await import('./leave-files.js'); // brings the report and its printer
  return leaveFiles(envelope, outputs, file);
}

function assess(
  file: string,
  text: Buffer,
  asOf: string | undefined,
  previous: SealedBefore | null,
): AssessmentDocument {
  const now = SYSTEM_CLOCK.now();
  const catalogs = loadCatalogs();
  const todayIn = (timeZone: string) => dateInTimeZone(now, timeZone);
  const dossier = readOrRefuse(file, text, {
    asOf,
    todayIn,
    ...knownIn(catalogs),
    questionnaire: catalogs.questionnaire,
    breachNotification: catalogs.breachNotification,
  });
  const date = asOf ?? dossier.asOf ?? todayIn(dossier.practice.timeZone);
  if (previous) refuseUnfit(previous, dossier, date);
  return buildAssessment({
    dossier,
    asOf: date,
    createdAt: now,
    catalogs,
    assessmentId: null,
    organizationId: null,
    assessor: null,
    previous,
  });
}

function readOrRefuse(file: string, text: Buffer, options: ReadDossierOptions): Dossier {
  try {
    return readDossier(text, options);
  } catch (error) {
    if (error instanceof DossierFaultsError) throw new CommandRefusal(faultLines(file, error));
    throw error;
  }
}
