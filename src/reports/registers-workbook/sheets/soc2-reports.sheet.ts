import type { AssessmentDocument } from '../../../assessments/assessment.document';
import type { ReportReview } from '../../../assessments/registers/assurance-register';
import type { DossierSoc2Report } from '../../../dossiers/dossier.document';
import { CATEGORY_WORDS, OPINION_WORDS, SOC2_KIND_WORDS } from '../../security-risk-assessment/fact-words';
import { codeWords, day, lines, sheetOf, WIDTH, type Sheet } from '../sheet';
import { serviceName, serviceNames, vendorName } from './names-in-dossier';

interface Row {
  report: DossierSoc2Report;
  /** what it is worth; null in documents of before that was worked out */
  review: ReportReview | null;
}

export function soc2ReportsSheet({ dossier, assuranceRegister }: AssessmentDocument): Sheet {
  const reviews = new Map(assuranceRegister?.reports.map((review) => [review.key, review]));
  const rows = (dossier.soc2Reports ?? []).map((report): Row => ({
    report,
    review: reviews.get(report.key) ?? null,
  }));
  return sheetOf<Row>('SOC 2 reports', 'No SOC 2 report is on record.', rows, [
    { title: 'Document', width: WIDTH.name, cell: ({ report }) => SOC2_KIND_WORDS[report.kind] },
    { title: 'Key', width: 22, cell: ({ report }) => report.key },
    { title: 'Vendor', width: WIDTH.name, cell: ({ report }) => vendorName(dossier, report.vendor) },
    {
      title: 'Tools',
      width: WIDTH.name,
      cell: ({ report }) => lines(serviceNames(dossier, report.services)),
    },
    { title: 'Draft', width: 9, cell: ({ report }) => report.isDraft ?? false },
    { title: 'Opinion', width: 22, cell: ({ report }) => OPINION_WORDS[report.opinion] },
    { title: 'Auditor', width: WIDTH.name, cell: ({ report }) => report.auditor },
    {
      title: 'Licensed CPA firm',
      width: WIDTH.short,
      cell: ({ report }) => codeWords(report.licensedCpaFirm),
    },
    { title: 'Period from', width: WIDTH.short, cell: ({ report }) => day(report.periodStart) },
    { title: 'Period to, or as of', width: WIDTH.short, cell: ({ report }) => day(report.periodEnd) },
    { title: 'Issued', width: WIDTH.short, cell: ({ report }) => day(report.issuedOn) },
    {
      title: 'Bridge letter says until',
      width: WIDTH.short,
      cell: ({ report }) => day(bridgedUntil(report)),
    },
    {
      title: 'Carried by letters until',
      width: WIDTH.short,
      cell: ({ review }) => day(review?.bridge?.carriedUntil ?? null),
    },
    {
      title: 'Why letters carry it no further',
      width: WIDTH.sentence,
      cell: ({ review }) => lines(review?.bridge?.notCarriedBecause ?? []),
    },
    {
      title: 'Categories',
      width: 22,
      cell: ({ report }) => lines(report.categories.map((one) => CATEGORY_WORDS[one])),
    },
    {
      title: 'Qualified criteria',
      width: WIDTH.short,
      cell: ({ report }) => lines(report.qualifiedCriteria),
    },
    { title: 'AI in scope', width: WIDTH.short, cell: ({ report }) => codeWords(report.aiFeatureInScope) },
    { title: 'Exceptions', width: WIDTH.sentence, cell: ({ report }) => exceptions(report) },
    {
      title: 'Subservice organizations',
      width: WIDTH.sentence,
      cell: ({ report }) => lines(report.subserviceOrganizations?.map(subserviceWords)),
    },
    { title: 'Conclusion', width: 22, cell: ({ report }) => codeWords(report.review?.conclusion) },
    { title: 'Look again on', width: WIDTH.short, cell: ({ report }) => day(report.review?.nextReviewOn) },
    { title: 'What it counts as', width: WIDTH.sentence, cell: ({ review }) => review?.document.meaning },
    { title: 'Still to be read', width: WIDTH.sentence, cell: ({ review }) => lines(review?.stillToRead) },
    {
      title: 'Earns nothing for',
      width: WIDTH.sentence,
      cell: ({ review }) =>
        lines(
          review?.services.flatMap(({ key, earnsNothingBecause }) =>
            earnsNothingBecause ? [`${serviceName(dossier, key)}: ${earnsNothingBecause}`] : [],
          ),
        ),
    },
    { title: 'Red flags', width: 9, cell: ({ review }) => review?.redFlags.length },
  ]);
}

/** A row for each red flag of each report. */
export function redFlagsSheet({ dossier, assuranceRegister }: AssessmentDocument): Sheet {
  const rows = (assuranceRegister?.reports ?? []).flatMap(({ key, redFlags }) =>
    redFlags.map((flag) => ({
      flag,
      report: dossier.soc2Reports?.find((one) => one.key === key) ?? null,
      key,
    })),
  );
  const emptyLine = assuranceRegister
    ? 'No report raises a red flag.'
    : 'This assessment was drawn up before red flags were looked for.';
  return sheetOf('Red flags', emptyLine, rows, [
    { title: 'Report', width: 22, cell: ({ key }) => key },
    {
      title: 'Vendor',
      width: WIDTH.name,
      cell: ({ report }) => report && vendorName(dossier, report.vendor),
    },
    { title: 'Severity', width: WIDTH.short, cell: ({ flag }) => codeWords(flag.severity) },
    { title: 'Flag', width: WIDTH.sentence, cell: ({ flag }) => flag.flag },
    { title: 'Because', width: WIDTH.text, cell: ({ flag }) => flag.because },
    { title: 'What to ask for', width: WIDTH.text, cell: ({ flag }) => flag.ask },
    { title: 'Unverified', width: WIDTH.short, cell: ({ flag }) => flag.isUnverified },
    { title: 'Id', width: WIDTH.name, cell: ({ flag }) => flag.id },
  ]);
}

/** Letters on record count; without any, the short form (soc2-report.fields.ts). */
function bridgedUntil({ bridgeLetters, bridgeLetterUntil }: DossierSoc2Report): string | null {
  if (!bridgeLetters) return bridgeLetterUntil ?? null;
  return (
    bridgeLetters
      .map(({ to }) => to)
      .sort()
      .at(-1) ?? null
  );
}

function exceptions({ exceptions: found }: DossierSoc2Report): string {
  if (!found) return 'not read';
  return found.map(({ criterion, summary }) => `${criterion}: ${summary}`).join('\n') || 'none noted';
}

function subserviceWords({
  name,
  service,
  method,
}: NonNullable<DossierSoc2Report['subserviceOrganizations']>[number]): string {
  return `${name} (${service}): ${method.replaceAll('_', ' ')}`;
}
