// The first page of a binder, for an investigator and for who hands it over: what it is, what is where by the nine elements, what is lacking. As a page (HTML) and as text.
import type { AssessmentDocument } from '../assessments/assessment.document';
import { reportOutline } from '../reports/outline/report-outline';
import { sectionsOf } from '../reports/security-risk-assessment/sections';
import { OwnMarkup } from '../common/markup/own-markup';
import { loadReportTemplates, type ReportTemplates } from '../reports/templates/report-templates';
import type { PackedEvidence } from './binder-entries';

export interface IndexFacts {
  document: AssessmentDocument;
  digest: string;
  keyId: string;
  at: string;
  productVersion: string;
  evidence: readonly PackedEvidence[];
  /** first day of the extract of the audit log */
  logFrom: string;
}

const LACKING_WORDS: Readonly<Record<NonNullable<PackedEvidence['lacking']>, string>> = {
  missing:
    'The file is named by its fingerprint, and is not kept here: it was never uploaded, or it is lost.',
  damaged: 'The file is damaged: only what could be read is here.',
  'destroyed-meanwhile': 'The file was destroyed on purpose; the record of it stays.',
};

interface IndexView {
  practice: string;
  title: string;
  asOf: string;
  sealed: string;
  facts: { name: string; value: string }[];
  elements: { title: string; asks: string; report: string[]; here: string[] }[];
  evidence: { title: string; about: string; entry: string; lacking: string; restricted: boolean }[];
  lacking: { title: string; why: string }[];
  restricted: string[];
  logFrom: string;
  keyId: string;
}

export function indexView(facts: IndexFacts): IndexView {
  const { document, digest, keyId, at, productVersion, evidence, logFrom } = facts;
  const sections = sectionsOf('security-risk-assessment');
  const { signOff } = document;
  return {
    practice: document.practice.name,
    ...{ title: document.title, asOf: document.asOf, keyId, logFrom },
    sealed: signOff ? `${signOff.name}, ${signOff.role}, ${signOff.at}` : '',
    facts: [
      { name: 'Assessment', value: document.assessmentId ?? '' },
      { name: 'As of', value: document.asOf },
      { name: 'Sealed by', value: signOff ? `${signOff.name}, ${signOff.role}` : '' },
      { name: 'SHA-256 of the document', value: digest },
      { name: 'Key', value: keyId },
      { name: 'Put together', value: `${at}, Duecare ${productVersion}` },
    ],
    elements: reportOutline().elements.map(({ title, asks, foundIn, binder }) => ({
      ...{ title, asks },
      report: foundIn.flatMap((id) => {
        const section = sections[id];
        return section ? [`${section.number} ${section.title}`] : [];
      }),
      here: binder.map(({ entry, where }) => (where ? `${entry}: ${where}` : entry)),
    })),
    evidence: evidence.map((one) => ({
      title: one.title,
      about: [one.kind.replaceAll('_', ' '), one.issuedOn, ...one.agreements].join(', '),
      entry: one.entry ?? '',
      lacking: one.lacking ? LACKING_WORDS[one.lacking] : one.digest ? '' : noFile(one.reference),
      restricted: one.restrictedUse,
    })),
    lacking: evidence.flatMap((one) =>
      one.lacking ? [{ title: one.title, why: LACKING_WORDS[one.lacking] }] : [],
    ),
    restricted: evidence.filter(({ restrictedUse }) => restrictedUse).map(({ title }) => title),
  };
}

function noFile(reference: string | null): string {
  return reference ? `Not a file here; found at: ${reference}` : 'On record without a file';
}

let templates: ReportTemplates | null = null;

export function indexPage(view: IndexView): string {
  templates ??= loadReportTemplates('binder');
  return templates.render({ ...view, stylesheet: new OwnMarkup(STYLE) });
}

const STYLE = `body{font:16px/1.5 Georgia,serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b2126}
h1,h2{color:#14425a;line-height:1.2}table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #c9ced3}
dl{display:grid;grid-template-columns:12rem 1fr;gap:.3rem 1rem}dd{margin:0;overflow-wrap:anywhere}.warn{border-left:4px solid #8c2318;padding-left:1rem}
.small{font-size:.85rem;color:#5b656e}ul{margin:0;padding-left:1.2rem}@media(max-width:40rem){dl{grid-template-columns:1fr}td,th{display:block;border:0;padding:.1rem 0}tr{display:block;border-bottom:1px solid #c9ced3;padding:.5rem 0}thead{display:none}}`;

export function readmeOf(view: IndexView): string {
  const { practice, title, asOf, sealed, elements, lacking, restricted, logFrom, keyId } = view;
  const block = (lines: readonly string[]): string => (lines.length > 0 ? lines.join('\n') : '  Nothing.');
  return `${practice}: binder of the ${title} as of ${asOf}
Sealed by ${sealed}.

This is not legal advice. The files in it lie open: keep the archive encrypted, and hand it only to whom it is for. Before it goes out, an official of
the practice or its lawyer reads it. Open index.html for the same with links.

WHERE EACH OF THE NINE ELEMENTS IS FOUND

${elements
  .map(
    ({ title: element, report, here }) =>
      `${element}\n  report.pdf, sections: ${report.join('; ')}\n${here.map((one) => `  ${one}`).join('\n')}`,
  )
  .join('\n\n')}

WHAT IS LACKING

${block(lacking.map(({ title: one, why }) => `  ${one}: ${why}`))}

WHAT MAY NOT BE PASSED ON BY ITS OWN WORDS

${block(restricted.map((one) => `  ${one}`))}

WHAT IS WHAT

report.pdf           The report as it was printed of the sealed document.
registers.xlsx       The registers behind it as a workbook.
assessments/         The sealed document. It is what counts; report and workbook show what it says.
files/               Evidence and agreements, as they were uploaded. evidence.csv says what each is, with its SHA-256.
agreements.csv       Agreements with how they stood.
decisions.csv        What was decided, by whom, when and why.
audit-log.ndjson     Who did what since ${logFrom}, word for word as it was signed; audit-log.csv is the same for a spreadsheet.
checkpoints.json     The signatures under that part of the log.
signing-key.json     The public key with which all of this was signed.
manifest.json        Size and SHA-256 of every file in this archive, signed.

HOW TO CHECK IT

    npx duecare verify-export FILE --key-id ${keyId}

says whether everything is as it was packed, whether the seal holds, whether the part of the log is a whole chain up to its end, and what is lacking.
Do not unpack and pack it anew.
`;
}
