// From the bytes of a workbook that came back to the answers that it changes, judged as answers over HTTP are: all of them, or every fault with its cell.
import { DomainError, type Fault } from '../../common/problems/domain.error';
import {
  readSheet,
  UnreadableSheet,
  type SheetFault,
  type SheetRows,
} from '../../common/spreadsheets/read-sheet';
import { MAX_LISTED_FAULTS } from '../../common/faults';
import { RecordValidation } from '../../records/record-validation';
import { ChangeAnswersDto } from '../questionnaire.dto';
import {
  answersFromWorkbook,
  cellFault,
  type ReadWorkbook,
  type WorkbookAnswer,
  type WorkbookGround,
} from './answers-from-workbook';
import { SHEET } from './layout';
import { fileRefused } from './received-workbook';

const UNREADABLE: Readonly<Record<SheetFault, () => DomainError>> = {
  unreadable: () =>
    fileRefused(
      'file-type-mismatch',
      'file-type-mismatch',
      'it cannot be opened: it is damaged or protected by a password; save it anew as XLSX',
    ),
  'expands-too-much': () =>
    fileRefused(
      'file-expands-too-much',
      'file-expands-too-much',
      'unpacked it would be far larger than any questionnaire; fill in the one that you downloaded here',
    ),
  'sheet-missing': () =>
    fileRefused(
      'request-invalid',
      'invalid-field',
      `it has no sheet of the name “${SHEET}”; fill in the spreadsheet as you downloaded it`,
    ),
};

/**
 * @returns answers that differ from what is stored; none where nothing was filled in anew
 * @throws DomainError answer-does-not-fit, question-unknown with every fault, or what the file itself is refused for
 */
export async function returnedAnswers(file: Buffer, ground: WorkbookGround): Promise<WorkbookAnswer[]> {
  const read = answersFromWorkbook(await rowsOf(file), ground);
  const faults = [...read.faults, ...faultsOfFields(read)];
  if (faults.length === 0) return read.answers;
  const isUnknown = faults.some(({ code }) => code === 'unknown-question');
  const count = faults.length === 1 ? 'One cell has' : `${faults.length} cells have`;
  throw new DomainError(
    isUnknown ? 'question-unknown' : 'answer-does-not-fit',
    `${count} to be mended. Nothing was saved.`,
    faults.slice(0, MAX_LISTED_FAULTS),
  );
}

async function rowsOf(file: Buffer): Promise<SheetRows> {
  try {
    return await readSheet(file, SHEET);
  } catch (error) {
    throw error instanceof UnreadableSheet ? UNREADABLE[error.fault]() : error;
  }
}

/** How long a text may be, which signs it may have. Text that looks like a client's is asked about when it is saved. */
function faultsOfFields({ answers, cellOf }: ReadWorkbook): Fault[] {
  try {
    new RecordValidation(ChangeAnswersDto).transform(
      { answers },
      { type: 'body', metatype: ChangeAnswersDto },
    );
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === 'possible-phi') return [];
    return error.faults.map(({ pointer, code, detail }) => {
      const [, , index = '', field = ''] = pointer.split('/');
      return cellFault(cellOf(answers[Number(index)]?.question ?? '', field), code, detail);
    });
  }
}
