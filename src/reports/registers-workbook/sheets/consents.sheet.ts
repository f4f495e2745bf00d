import type { AssessmentDocument } from '../../../assessments/assessment.document';
import { codeWords, day, lines, sheetOf, WIDTH, type Sheet } from '../sheet';

/** Each version of a form with its days and what is open in it. */
export function consentsSheet({ dossier, consentRegister }: AssessmentDocument): Sheet {
  const rows = (consentRegister?.forms ?? []).map((registered) => ({
    ...registered,
    form: dossier.consentForms?.find(({ key }) => key === registered.key),
  }));
  const none = consentRegister
    ? 'No form of consent is on record.'
    : 'Which forms of consent there were was not worked out in this assessment.';
  return sheetOf('Consent forms', none, rows, [
    { title: 'Consent to', width: WIDTH.name, cell: ({ kind }) => codeWords(kind) },
    { title: 'Version', width: WIDTH.short, cell: ({ form }) => form?.formVersion },
    { title: 'Key', width: 22, cell: ({ key }) => key },
    { title: 'Tools', width: WIDTH.name, cell: ({ form }) => lines(form?.services) },
    { title: 'How it stands', width: WIDTH.short, cell: ({ state }) => codeWords(state) },
    { title: 'Reviewed', width: WIDTH.short, cell: ({ form }) => day(form?.review?.reviewedOn) },
    { title: 'Adopted', width: WIDTH.short, cell: ({ form }) => day(form?.adoption?.adoptedOn) },
    { title: 'Adopted by', width: WIDTH.name, cell: ({ form }) => form?.adoption?.name },
    { title: 'In use since', width: WIDTH.short, cell: ({ form }) => day(form?.attestation?.inUseSince) },
    { title: 'Withdrawn', width: WIDTH.short, cell: ({ form }) => day(form?.withdrawal?.withdrawnOn) },
    {
      title: 'Open elements',
      width: WIDTH.sentence,
      cell: ({ open }) => lines(open.map(({ title }) => title)),
    },
    { title: 'Changed elements', width: WIDTH.sentence, cell: ({ changed }) => lines(changed) },
    { title: 'SHA-256 of the text', width: WIDTH.text, cell: ({ form }) => form?.adoption?.digest },
  ]);
}
