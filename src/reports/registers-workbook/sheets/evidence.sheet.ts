import type { AssessmentDocument } from '../../../assessments/assessment.document';
import { codeWords, day, lines, sheetOf, WIDTH, type Sheet } from '../sheet';
import { serviceNames } from './names-in-dossier';

/** The documents that facts rest on, each with the digest of its file. */
export function evidenceSheet({ dossier, evidenceRegister }: AssessmentDocument): Sheet {
  const freshness = new Map(evidenceRegister?.map((entry) => [entry.key, entry.freshness]));
  return sheetOf('Evidence', 'No document is on file.', dossier.evidence ?? [], [
    { title: 'Title', width: WIDTH.sentence, cell: ({ title }) => title },
    { title: 'Key', width: 22, cell: ({ key }) => key },
    { title: 'Kind', width: 24, cell: ({ kind }) => codeWords(kind) },
    { title: 'Comes from', width: 20, cell: ({ source }) => codeWords(source) },
    { title: 'Tools', width: WIDTH.name, cell: ({ services }) => lines(serviceNames(dossier, services)) },
    { title: 'Dated', width: WIDTH.short, cell: ({ issuedOn }) => day(issuedOn) },
    { title: 'Received', width: WIDTH.short, cell: ({ receivedOn }) => day(receivedOn) },
    { title: 'Valid until', width: WIDTH.short, cell: ({ validUntil }) => day(validUntil) },
    { title: 'Freshness', width: WIDTH.short, cell: ({ key }) => codeWords(freshness.get(key)) },
    { title: 'Restricted use', width: WIDTH.short, cell: ({ restrictedUse }) => restrictedUse },
    { title: 'Where it is', width: WIDTH.sentence, cell: ({ reference }) => reference },
    { title: 'Media type', width: 20, cell: ({ file }) => file?.mediaType },
    { title: 'Size, bytes', width: WIDTH.short, cell: ({ file }) => file?.bytes },
    { title: 'SHA-256 of the file', width: 74, cell: ({ file }) => file?.digest },
  ]);
}
