// What the results rest on: agreements, reports, answers and measures, as they were recorded.
import type { AssessmentDocument } from '../../assessments/assessment.document';
import { PROVISION_VERDICTS } from '../../business-associate-agreements/agreement.fields';
import { CHECKLIST_ITEMS } from '../../checklists/checklist.fields';
import type {
  DossierAgreement,
  DossierChecklist,
  DossierPracticeMeasures,
  DossierSoc2Report,
} from '../../dossiers/dossier.document';
import { longDate, shortDate } from './date-words';
import {
  AGREEMENT_WORDS,
  ANSWER_WORDS,
  BASIS_WORDS,
  CATEGORY_WORDS,
  CHECKLIST_WORDS,
  CONSENT_WORDS,
  NOTE_REVIEW_WORDS,
  OPINION_WORDS,
  SOC2_KIND_WORDS,
  VERDICT_WORDS,
} from './fact-words';
import { agreementNumber, checklistNumber, soc2Number } from './facts-in-words';
import { capitalized, counted, listed } from './number-words';

/** Provisions with the same verdict, with where they stand. */
export interface ProvisionGroup {
  verdict: string;
  provisions: string;
}

export interface EvidenceView {
  agreements: {
    /** "A1": by this the sentences of the report name it */
    number: string;
    key: string;
    title: string;
    kind: string;
    vendor: string;
    covers: string;
    term: string;
    provisions: ProvisionGroup[];
    notice: string | null;
  }[];
  reports: {
    number: string;
    key: string;
    title: string;
    vendor: string;
    covers: string;
    period: string;
    found: string;
  }[];
  checklists: {
    service: string;
    answers: { number: number; item: string; value: string; basis: string; evidence: string; date: string }[];
    /** items that nobody has asked, in one line; null when all have been */
    notAsked: string | null;
  }[];
  measures: { service: string; lines: string[] }[];
}

export function evidenceView({ dossier, asOf }: AssessmentDocument): EvidenceView {
  const vendorName = (key: string) => dossier.vendors.find((one) => one.key === key)?.name ?? key;
  const serviceName = (key: string) => dossier.services.find((one) => one.key === key)?.name ?? key;
  const covers = (keys: readonly string[]) => listed(keys.map(serviceName));
  return {
    agreements: (dossier.agreements ?? []).map((one, index) => ({
      number: agreementNumber(index),
      key: one.key,
      title: one.title,
      kind: AGREEMENT_WORDS[one.kind],
      vendor: vendorName(one.vendor),
      covers: covers(one.services),
      term: term(one, asOf),
      provisions: provisionGroups(one),
      notice:
        one.breachNoticeHours == null
          ? null
          : `Breach notice within ${counted(one.breachNoticeHours, 'hour')}`,
    })),
    reports: (dossier.soc2Reports ?? []).map((one, index) => ({
      number: soc2Number(index),
      key: one.key,
      title: `${SOC2_KIND_WORDS[one.kind]}, ${OPINION_WORDS[one.opinion]}, ${one.auditor}`,
      vendor: vendorName(one.vendor),
      covers: covers(one.services),
      period: period(one),
      found: findings(one),
    })),
    checklists: (dossier.checklists ?? []).map((one) => ({
      service: serviceName(one.service),
      answers: answers(one),
      notAsked: notAsked(one),
    })),
    measures: (dossier.practiceMeasures ?? []).map((one) => ({
      service: serviceName(one.service),
      lines: measureLines(one),
    })),
  };
}

function term({ signedOn, effectiveOn, endsOn, terminatedOn }: DossierAgreement, asOf: string): string {
  if (!signedOn) return 'Not signed';
  const parts = [`Signed ${longDate(signedOn)}`];
  if (effectiveOn && effectiveOn !== signedOn) parts.push(`in force from ${longDate(effectiveOn)}`);
  if (terminatedOn) parts.push(`terminated ${longDate(terminatedOn)}`);
  else if (endsOn) parts.push(`${endsOn < asOf ? 'ended' : 'ends'} ${longDate(endsOn)}`);
  else parts.push('runs until terminated');
  return parts.join('; ');
}

function provisionGroups({ provisions }: DossierAgreement): ProvisionGroup[] {
  return PROVISION_VERDICTS.flatMap((verdict) => {
    const found = (provisions ?? []).filter((one) => one.verdict === verdict);
    if (found.length === 0) return [];
    const named = found.map(({ provision, reference }) =>
      reference ? `${provision} (${reference})` : provision,
    );
    return [{ verdict: capitalized(VERDICT_WORDS[verdict]), provisions: named.join('; ') }];
  });
}

function period({ kind, periodStart, periodEnd, bridgeLetterUntil }: DossierSoc2Report): string {
  const examined =
    kind === 'soc2_type_1' || !periodStart
      ? `As of ${longDate(periodEnd)}`
      : `${longDate(periodStart)} to ${longDate(periodEnd)}`;
  return bridgeLetterUntil ? `${examined}; bridge letter until ${longDate(bridgeLetterUntil)}` : examined;
}

function findings({ categories, qualifiedCriteria, exceptions }: DossierSoc2Report): string {
  const parts = [`Examined: ${listed(categories.map((one) => CATEGORY_WORDS[one]))}`];
  if (qualifiedCriteria?.length) parts.push(`qualified on ${listed(qualifiedCriteria)}`);
  for (const { criterion, summary } of exceptions ?? [])
    parts.push(`${criterion}: ${summary.replace(/\.$/, '')}`);
  return `${parts.join('. ')}.`;
}

function answers({ answers: given }: DossierChecklist): EvidenceView['checklists'][number]['answers'] {
  return CHECKLIST_ITEMS.flatMap((item) => {
    const answer = given.find((one) => one.item === item);
    if (!answer) return [];
    return [
      {
        number: checklistNumber(item),
        item: CHECKLIST_WORDS[item],
        value: ANSWER_WORDS[answer.value],
        basis: answer.basis ? capitalized(BASIS_WORDS[answer.basis]) : '',
        evidence: answer.evidence ?? '',
        date: shortDate(answer.answeredOn),
      },
    ];
  });
}

/** What has not been asked is shown as that. */
function notAsked({ answers: given }: DossierChecklist): string | null {
  const missing = CHECKLIST_ITEMS.filter((item) => !given.some((one) => one.item === item));
  return missing.map((item) => `${checklistNumber(item)} ${CHECKLIST_WORDS[item]}`).join('; ') || null;
}

function measureLines({ consents, noteReview, audioDeletion }: DossierPracticeMeasures): string[] {
  const lines = (consents ?? []).map(
    (one) =>
      `${CONSENT_WORDS[one.kind]}, form ${one.formVersion}, since ${longDate(one.since)}: ${one.written ? 'in writing' : 'not in writing'}; ${one.attestedForAllClients ? 'attested for all recorded clients' : 'not attested for all recorded clients'}; ${one.coversEveryoneAudible ? 'covers everyone audible' : 'does not cover everyone audible'}.`,
  );
  if (noteReview) {
    lines.push(
      `Review of drafts since ${longDate(noteReview.since)}: ${NOTE_REVIEW_WORDS[noteReview.scope]} (${BASIS_WORDS[noteReview.basis]}).`,
    );
  }
  if (audioDeletion) {
    const days =
      audioDeletion.withinDays === 0
        ? 'on the same day'
        : `within ${counted(audioDeletion.withinDays, 'day')}`;
    lines.push(
      `Audio deleted ${days} since ${longDate(audioDeletion.since)} (${BASIS_WORDS[audioDeletion.basis]}${audioDeletion.evidence ? `: ${audioDeletion.evidence}` : ''}).`,
    );
  }
  return lines.length > 0 ? lines : ['None recorded.'];
}
