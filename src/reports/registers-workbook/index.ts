// The registers of an assessment as a workbook: all that the rest of the application needs of it.
import type { SealedAssessment } from '../../assessments/assessment.document';
import { registersOf } from './registers-of';
import { writeWorkbook } from './write-workbook';

export { registersWorkbookInThread } from './in-thread';

/** XLSX. The same document gives the same bytes. */
export function registersWorkbook(sealed: SealedAssessment): Promise<Buffer> {
  return writeWorkbook(registersOf(sealed));
}
