// Every SOC 2 report as it was read, with what it asks of the practice and its red flags, and the other attestations.
import type { AssessmentDocument } from '../../../assessments/assessment.document';
import type { AttestationEntry, ReportReview } from '../../../assessments/registers/assurance-register';
import type { DossierAttestation, DossierSoc2Report } from '../../../dossiers/dossier.document';
import { longDate, shortDate } from '../date-words';
import { CATEGORY_WORDS, OPINION_WORDS, SOC2_KIND_WORDS } from '../fact-words';
import { soc2Number } from '../facts-in-words';
import { capitalized, counted, listed } from '../number-words';
import {
  PROOF_WORDS,
  SEVERITY_WORDS,
  SUBSERVICE_METHOD_WORDS,
  TOUCHES_CLIENT_DATA,
  USER_CONTROL_WORDS,
} from '../register-words';

export interface ReportRow {
  /** "R1": by this the sentences of the report name it */
  number: string;
  key: string;
  title: string;
  vendor: string;
  covers: string;
  opinion: string;
  auditor: string;
  categories: string;
  period: string;
  bridge: string;
  /** what it earns, where it was worked out */
  worth: string[];
  exceptions: { criterion: string; summary: string; touches: string }[];
  exceptionsTold: string;
  controls: { what: string; status: string; isOpen: boolean; owner: string }[];
  controlsTold: string;
  companies: { name: string; what: string; reviewed: string }[];
  companiesTold: string;
  flags: { severity: string; flag: string; because: string; ask: string; isUnverified: boolean }[];
  /** null: red flags were not worked out in this assessment */
  flagsTold: string | null;
}

export interface AttestationRow {
  number: string;
  name: string;
  vendor: string;
  issuer: string;
  covers: string;
  dates: string[];
  known: string;
  worth: string;
}

export interface AssuranceView {
  reports: ReportRow[];
  attestations: AttestationRow[];
}

interface Names {
  vendor: (key: string) => string;
  service: (key: string) => string;
}

export function assuranceView({ dossier, assuranceRegister }: AssessmentDocument): AssuranceView {
  const names: Names = {
    vendor: (key) => dossier.vendors.find((one) => one.key === key)?.name ?? key,
    service: (key) => dossier.services.find((one) => one.key === key)?.name ?? key,
  };
  return {
    reports: (dossier.soc2Reports ?? []).map((report, index) =>
      reportRow(
        report,
        index,
        assuranceRegister?.reports.find(({ key }) => key === report.key) ?? null,
        names,
      ),
    ),
    attestations: (dossier.attestations ?? []).map((one, index) =>
      attestationRow(
        one,
        index,
        assuranceRegister?.attestations.find(({ key }) => key === one.key) ?? null,
        names,
      ),
    ),
  };
}

function reportRow(
  report: DossierSoc2Report,
  index: number,
  review: ReportReview | null,
  names: Names,
): ReportRow {
  return {
    number: soc2Number(index),
    key: report.key,
    title: `${SOC2_KIND_WORDS[report.kind]}${report.isDraft ? ' (draft)' : ''}`,
    vendor: names.vendor(report.vendor),
    covers: listed(report.services.map(names.service)),
    opinion: `${capitalized(OPINION_WORDS[report.opinion])}${report.qualifiedCriteria?.length ? ` on ${listed(report.qualifiedCriteria)}` : ''}`,
    auditor: report.auditor,
    categories: capitalized(listed(report.categories.map((one) => CATEGORY_WORDS[one]))) || 'None',
    period: period(report),
    bridge: bridge(report),
    worth: worth(review, names),
    ...exceptions(report),
    ...controls(report),
    ...companies(report),
    flags: (review?.redFlags ?? []).map(({ severity, flag, because, ask, isUnverified }) => ({
      severity: SEVERITY_WORDS[severity],
      flag,
      because,
      ask,
      isUnverified,
    })),
    flagsTold: review
      ? review.redFlags.length === 0
        ? 'No red flag is raised.'
        : counted(review.redFlags.length, 'red flag')
      : null,
  };
}

function period({ kind, periodStart, periodEnd }: DossierSoc2Report): string {
  return kind === 'soc2_type_1' || !periodStart
    ? `As of ${shortDate(periodEnd)}`
    : `${shortDate(periodStart)} to ${shortDate(periodEnd)}`;
}

function bridge({ bridgeLetters, bridgeLetterUntil }: DossierSoc2Report): string {
  if (bridgeLetters && bridgeLetters.length > 0)
    return bridgeLetters
      .map(({ from, to, signedByManagement }) => {
        const signed = signedByManagement === 'yes' ? '' : ' (not known to be signed by the management)';
        return `${shortDate(from)} to ${shortDate(to)}${signed}`;
      })
      .join('; ');
  return bridgeLetterUntil ? `Until ${shortDate(bridgeLetterUntil)}` : 'None';
}

function worth(review: ReportReview | null, names: Names): string[] {
  if (!review) return [];
  const { document, entity, services } = review;
  const counts = document.countsAs === 'none' ? [`${document.name}: ${document.meaning}`] : [];
  const other = entity === 'another' ? ['It is about another legal entity than the one that signs.'] : [];
  const nothing = services.flatMap(({ key, earnsNothingBecause }) =>
    earnsNothingBecause ? [`Earns ${names.service(key)} nothing: ${earnsNothingBecause}`] : [],
  );
  return [...counts, ...other, ...nothing, ...bridged(review)];
}

/** How letters carry a report that is past its months; nothing in documents of before that was worked out. */
function bridged({ bridge: standing }: ReportReview): string[] {
  if (!standing) return [];
  if (standing.notCarriedBecause.length > 0)
    return [`Counts as ended. ${standing.notCarriedBecause.join(' ')}`];
  return standing.carriedUntil
    ? [`Carried by a bridge letter until ${shortDate(standing.carriedUntil)}.`]
    : [];
}

/** Those that touch client data first. */
function exceptions({
  exceptions: noted,
}: DossierSoc2Report): Pick<ReportRow, 'exceptions' | 'exceptionsTold'> {
  if (!noted) return { exceptions: [], exceptionsTold: 'Its exceptions have not been read.' };
  const order = ['yes', 'unknown', 'no'] as const;
  const rows = order.flatMap((touches) =>
    noted
      .filter(({ relevantToClientData }) => (relevantToClientData ?? 'unknown') === touches)
      .map(({ criterion, summary }) => ({ criterion, summary, touches: TOUCHES_CLIENT_DATA[touches] })),
  );
  return { exceptions: rows, exceptionsTold: rows.length === 0 ? 'The auditor noted no exception.' : '' };
}

function controls({ userEntityControls }: DossierSoc2Report): Pick<ReportRow, 'controls' | 'controlsTold'> {
  if (!userEntityControls)
    return { controls: [], controlsTold: 'What it expects of the practice has not been read.' };
  return {
    controls: userEntityControls.map(({ text, status, owner, doneSince, notApplicableReason }) => ({
      what: text,
      status:
        status === 'done' && doneSince
          ? `Done since ${shortDate(doneSince)}`
          : status === 'not_applicable' && notApplicableReason
            ? `Not needed: ${notApplicableReason}`
            : USER_CONTROL_WORDS[status],
      isOpen: status !== 'done' && status !== 'not_applicable',
      owner: owner ?? '',
    })),
    controlsTold: userEntityControls.length === 0 ? 'It expects nothing of the practice.' : '',
  };
}

function companies({
  subserviceOrganizations,
}: DossierSoc2Report): Pick<ReportRow, 'companies' | 'companiesTold'> {
  if (!subserviceOrganizations)
    return { companies: [], companiesTold: 'The companies behind the vendor have not been read.' };
  return {
    companies: subserviceOrganizations.map(({ name, service, method, reviewedOn }) => ({
      name,
      what: `${capitalized(service)}; ${SUBSERVICE_METHOD_WORDS[method]}`,
      reviewed: reviewedOn
        ? `Reviewed ${shortDate(reviewedOn)}`
        : method === 'inclusive'
          ? 'Not needed'
          : 'Its own report has not been reviewed',
    })),
    companiesTold: subserviceOrganizations.length === 0 ? 'It names no company behind the vendor.' : '',
  };
}

function attestationRow(
  one: DossierAttestation,
  index: number,
  entry: AttestationEntry | null,
  names: Names,
): AttestationRow {
  const until = entry?.countsUntil ?? one.validUntil ?? null;
  return {
    number: `T${index + 1}`,
    name: entry?.name ?? one.kind.replaceAll('_', ' '),
    vendor: names.vendor(one.vendor),
    issuer: `${one.issuer}${one.number ? `, ${one.number}` : ''}`,
    covers: listed(one.services.map(names.service)),
    dates: [
      `Issued ${longDate(one.issuedOn)}`,
      ...(one.withdrawnOn ? [`withdrawn ${longDate(one.withdrawnOn)}`] : []),
      until ? `counts until ${longDate(until)}` : 'without end',
    ],
    known: capitalized(PROOF_WORDS[one.proof ?? 'vendor_statement']),
    worth: attestationWorth(entry, names),
  };
}

function attestationWorth(entry: AttestationEntry | null, names: Names): string {
  if (!entry) return 'Not worked out';
  const reasons = new Map<string, string[]>();
  for (const { key, earnsNothingBecause } of entry.services)
    if (earnsNothingBecause)
      reasons.set(earnsNothingBecause, [...(reasons.get(earnsNothingBecause) ?? []), names.service(key)]);
  const nothing = [...reasons].map(([because, services]) => `Earns ${listed(services)} nothing: ${because}`);
  return [capitalized(entry.weight), ...nothing].filter((words) => words !== '').join('. ');
}
