// The first sheet: what the workbook is made from, how it stands, and what it is not.
import type { SealedAssessment, Signing } from '../../../assessments/assessment.document';
import { levelWord } from '../../security-risk-assessment/level-words';
import { redactionWords } from '../../security-risk-assessment/redaction-words';
import { day, moment, sheetOf, type Cell, type Sheet } from '../sheet';

export function aboutSheet({ document, seal }: SealedAssessment): Sheet {
  const { assessor, catalogs, engine, holdsUntil, practiceResult, review, signOff } = document;
  const rows: [string, Cell][] = [
    ['Title', document.title],
    ['Practice', document.practice.name],
    ['As of', day(document.asOf)],
    ['Law as read on', day(document.lawAsOf)],
    ['Status', STATUS_WORDS[document.status]],
    ['Holds until', day(holdsUntil?.date) ?? 'Nothing dated changes it by itself.'],
    ['Holds until, because', holdsUntil?.because ?? null],
    ['Level of the practice itself', practiceResult ? levelWord(practiceResult.level) : null],
    ['Notice', document.notice],
    ['Scope', document.scope],
    ['Drawn up at', moment(document.createdAt)],
    ['Drawn up by', assessor && `${assessor.name}, ${assessor.role}`],
    ...signing('Reviewed', review),
    ...signing('Sealed', signOff),
    ...redactionWords(document).map((words): [string, Cell] => ['Text taken out', words]),
    ['Id of the assessment', document.assessmentId],
    ['SHA-256 of the document', seal.digest.hex],
    ['Signed with the key', seal.signatures.map(({ keyId }) => keyId).join('\n') || 'Signed with no key'],
    ['Scored by', `${engine.name} ${engine.version}`],
    ...catalogs.map(({ id, version, digest }): [string, Cell] => [
      `Catalog ${id}`,
      `${version}, SHA-256 ${digest}`,
    ]),
    ['This workbook', WORKBOOK_WORDS],
  ];
  return sheetOf(
    'About',
    'Nothing is known of the assessment.',
    rows.filter(([, value]) => value !== null),
    [
      { title: 'What', width: 26, cell: ([what]) => what },
      { title: 'Value', width: 100, cell: ([, value]) => value },
    ],
  );
}

const WORKBOOK_WORDS =
  'The registers of the assessment, made from nothing else. What counts is the assessment itself, by its digest: cells can be changed, and a change here changes nothing there.';

const STATUS_WORDS: Record<SealedAssessment['document']['status'], string> = {
  draft: 'Draft: nobody has sealed it',
  reviewed: 'Reviewed, not sealed',
  sealed: 'Sealed',
};

function signing(what: string, by: Signing | null): [string, Cell][] {
  if (!by) return [];
  return [
    [`${what} by`, `${by.name}, ${by.role}`],
    [`${what} at`, moment(by.at)],
    [`${what}: statement`, by.statement],
  ];
}
