// Every agreement with its state, what it covers and what was read in it, and the days on which a service went without one.
import type { AssessmentDocument } from '../../../assessments/assessment.document';
import type {
  AgreementEntry,
  RequiredProvision,
  ServiceAgreementDays,
} from '../../../assessments/registers/agreement-register';
import { PROVISION_VERDICTS } from '../../../business-associate-agreements/agreement.fields';
import type { CoverageLimitFields } from '../../../business-associate-agreements/coverage-limit.fields';
import type { NoticePeriodFields } from '../../../business-associate-agreements/notice-period.fields';
import type { DossierAgreement } from '../../../dossiers/dossier.document';
import type { OwnMarkup } from '../../../common/markup/own-markup';
import { hoursInWords, longDate, shortDate } from '../date-words';
import { AGREEMENT_WORDS, VERDICT_WORDS } from '../fact-words';
import { AGREEMENT_STATE_WORDS, NOTICE_PERIOD_WORDS } from '../register-words';
import { agreementNumber } from '../facts-in-words';
import type { NumberedFlow } from '../flows.presenter';
import { capitalized, counted, listed } from '../number-words';
import type { OrderedService } from '../service-order';
import { coveredDaysStrip } from './covered-days-strip';

/** Provisions with the same verdict, with where they stand. */
export interface ProvisionGroup {
  verdict: string;
  provisions: string;
}

export interface AgreementRow {
  /** "A1": by this the sentences of the report name it */
  number: string;
  key: string;
  title: string;
  kind: string;
  vendor: string;
  state: string;
  isInForce: boolean;
  dates: string[];
  covers: string[];
  notice: string[];
  /** "16 present, 1 weak, 1 missing"; null for another kind of agreement, or where it was not worked out */
  required: string | null;
  /** what was found of the required provisions, those that are present by id alone */
  requiredFound: ProvisionGroup[];
  /** every other provision that was read */
  others: ProvisionGroup[];
}

export interface CoveredDaysRow {
  service: string;
  anchor: string;
  /** "No gap in 311 days" */
  told: string;
  hasGaps: boolean;
  strip: OwnMarkup;
  gaps: { from: string; to: string; days: string; flows: string }[];
  /** what the figures rest on, where a first day is not on record */
  note: string | null;
}

export interface AgreementsView {
  rows: AgreementRow[];
  /** "From November 22, 2020 to November 22, 2026"; null in an assessment of before it was worked out */
  period: string | null;
  days: CoveredDaysRow[];
  /** services without a flow to a business associate; null when there is none */
  withoutFlows: string | null;
  /** the same for services to which Part 2 records go; none where none do, or where it was not worked out */
  part2Days: CoveredDaysRow[];
}

export function agreementsView(
  { dossier, agreementRegister, asOf }: AssessmentDocument,
  services: readonly OrderedService[],
  flows: readonly NumberedFlow[],
): AgreementsView {
  const names = {
    vendor: (key: string) => dossier.vendors.find((one) => one.key === key)?.name ?? key,
    service: (key: string) => dossier.services.find((one) => one.key === key)?.name ?? key,
    plan: (service: string, key: string) =>
      dossier.services.find((one) => one.key === service)?.plans?.find((one) => one.key === key)?.name ?? key,
    flow: (key: string) => flows.find(({ flow }) => flow.key === key)?.number ?? key,
  };
  const daysOf = (counted: readonly ServiceAgreementDays[] | undefined) =>
    services.flatMap((one) => {
      const found = counted?.find(({ service }) => service === one.result.service.key);
      return found && agreementRegister ? [{ one, found, register: agreementRegister }] : [];
    });
  const days = daysOf(agreementRegister?.services);
  return {
    rows: (dossier.agreements ?? []).map((agreement, index) =>
      agreementRow(
        agreement,
        index,
        agreementRegister?.agreements.find(({ key }) => key === agreement.key) ?? null,
        names,
        asOf,
      ),
    ),
    period: agreementRegister
      ? `From ${longDate(agreementRegister.from)} to ${longDate(agreementRegister.to)}`
      : null,
    days: days
      .filter(({ found }) => found.days > 0)
      .map(({ one, found, register }) =>
        coveredDaysRow(found, one, { ...register, strip: 'covered-days' }, names),
      ),
    part2Days: daysOf(agreementRegister?.part2Services).map(({ one, found, register }) =>
      coveredDaysRow(found, one, { ...register, strip: 'part-2-days' }, names),
    ),
    withoutFlows:
      listed(days.filter(({ found }) => found.days === 0).map(({ one }) => one.result.service.name)) || null,
  };
}

interface Names {
  vendor: (key: string) => string;
  service: (key: string) => string;
  plan: (service: string, key: string) => string;
  flow: (key: string) => string;
}

function agreementRow(
  agreement: DossierAgreement,
  index: number,
  entry: AgreementEntry | null,
  names: Names,
  asOf: string,
): AgreementRow {
  const required = entry?.required ?? [];
  const isRequired = new Set<string>(required.map(({ provision }) => provision));
  return {
    number: agreementNumber(index),
    key: agreement.key,
    title: agreement.title,
    kind: AGREEMENT_WORDS[agreement.kind],
    vendor: names.vendor(agreement.vendor),
    state: entry ? stateWords(entry) : 'State not worked out',
    isInForce: entry !== null && entry.inForceSince !== null,
    dates: dates(agreement, entry, asOf),
    covers: covers(
      entry?.services ?? agreement.services,
      entry?.coverageLimits ?? agreement.coverageLimits ?? [],
      names,
    ),
    notice: notice(
      entry ? entry.breachNoticeHours : (agreement.breachNoticeHours ?? null),
      entry?.noticePeriods ?? agreement.noticePeriods ?? {},
    ),
    required: required.length > 0 ? requiredCounts(required) : null,
    requiredFound: requiredGroups(required),
    others: otherGroups(agreement, isRequired),
  };
}

function stateWords({ state, inForceSince }: AgreementEntry): string {
  if (state === null) return 'Nothing happened yet';
  const words = AGREEMENT_STATE_WORDS[state];
  return inForceSince ? `${words} since ${shortDate(inForceSince)}` : words;
}

function dates(agreement: DossierAgreement, entry: AgreementEntry | null, asOf: string): string[] {
  const { signedOn, effectiveOn, terminatedOn, supersededOn, autoRenews } = agreement;
  if (!signedOn) return ['Not signed'];
  const endsOn = entry ? (entry.termEndsOn ?? agreement.endsOn) : agreement.endsOn;
  const said = [`Signed ${shortDate(signedOn)}`];
  if (effectiveOn && effectiveOn !== signedOn) said.push(`effective ${shortDate(effectiveOn)}`);
  if (terminatedOn) said.push(`terminated ${shortDate(terminatedOn)}`);
  else if (supersededOn) said.push(`superseded ${shortDate(supersededOn)}`);
  else if (endsOn) said.push(`${endsOn < asOf ? 'ended' : 'ends'} ${shortDate(endsOn)}`);
  else said.push('runs until terminated');
  if (autoRenews) said.push('renews by itself');
  if (entry?.leaveNoticeBy) said.push(`notice to leave by ${shortDate(entry.leaveNoticeBy)}`);
  const { amendments } = agreement;
  if (amendments && amendments.length > 0)
    said.push(
      `${counted(amendments.length, 'amendment')}${entry ? `, ${entry.amendments.length} in effect` : ''}`,
    );
  return said;
}

function covers(services: readonly string[], limits: readonly CoverageLimitFields[], names: Names): string[] {
  return services.map((key) => {
    const limit = limits.find(({ service }) => service === key);
    const parts = [
      limit?.plans?.length ? `plans: ${listed(limit.plans.map((plan) => names.plan(key, plan)))}` : null,
      limit?.flows?.length ? `flows: ${limit.flows.map(names.flow).join(', ')}` : null,
    ].filter((part) => part !== null);
    return parts.length > 0 ? `${names.service(key)} (only ${parts.join('; ')})` : names.service(key);
  });
}

function notice(breachNoticeHours: number | null, periods: NoticePeriodFields): string[] {
  const breach =
    breachNoticeHours === null ? 'No hours named for a breach' : `Breach: ${hoursInWords(breachNoticeHours)}`;
  const others = NOTICE_PERIOD_WORDS.flatMap(({ period, words, unit }) => {
    const length = periods[period];
    return length == null
      ? []
      : [`${words}: ${unit === 'hour' ? hoursInWords(length) : counted(length, unit)}`];
  });
  return [breach, ...others];
}

const FOUND = [...PROVISION_VERDICTS, 'not_read'] as const;

function foundWord(verdict: RequiredProvision['verdict']): string {
  return verdict === 'not_read' ? 'not read' : VERDICT_WORDS[verdict];
}

function requiredCounts(required: readonly RequiredProvision[]): string {
  return FOUND.flatMap((verdict) => {
    const count = required.filter((one) => one.verdict === verdict).length;
    return count > 0 ? [`${count} ${foundWord(verdict)}`] : [];
  }).join(', ');
}

/** What is present is named by id; what is not is said in words, worst first. */
function requiredGroups(required: readonly RequiredProvision[]): ProvisionGroup[] {
  const order: RequiredProvision['verdict'][] = [
    'contradicted',
    'missing',
    'weak',
    'needs_counsel',
    'not_read',
    'present',
  ];
  return order.flatMap((verdict) => {
    const found = required.filter((one) => one.verdict === verdict);
    if (found.length === 0) return [];
    const inFull = verdict !== 'present' && verdict !== 'not_read';
    const told = found.map(({ provision, title, reference }) => {
      const where = reference ? ` (${reference})` : '';
      return inFull ? `${provision} ${title}${where}` : `${provision}${where}`;
    });
    return [{ verdict: capitalized(foundWord(verdict)), provisions: told.join('; ') }];
  });
}

function otherGroups({ provisions }: DossierAgreement, isRequired: ReadonlySet<string>): ProvisionGroup[] {
  return PROVISION_VERDICTS.flatMap((verdict) => {
    const found = (provisions ?? []).filter(
      (one) => one.verdict === verdict && !isRequired.has(one.provision),
    );
    if (found.length === 0) return [];
    const named = found.map(({ provision, reference }) =>
      reference ? `${provision} (${reference})` : provision,
    );
    return [{ verdict: capitalized(VERDICT_WORDS[verdict]), provisions: named.join('; ') }];
  });
}

function coveredDaysRow(
  found: ServiceAgreementDays,
  { result, position }: OrderedService,
  { from, to, strip }: { from: string; to: string; strip: string },
  names: Names,
): CoveredDaysRow {
  const unknown = found.flowsOfUnknownStart.map(names.flow);
  return {
    service: result.service.name,
    anchor: `service-${position}`,
    told:
      found.gapDays === 0
        ? `No gap in ${counted(found.days, 'day')}`
        : `${counted(found.gapDays, 'day')} of ${found.days} without an agreement in force`,
    hasGaps: found.gapDays > 0,
    strip: coveredDaysStrip(found, { id: `${strip}-${position}`, name: result.service.name, from, to }),
    gaps: found.gaps.map((gap) => ({
      from: shortDate(gap.from),
      to: gap.to === to ? `${shortDate(gap.to)}, and on` : shortDate(gap.to),
      days: String(gap.days),
      flows: gap.flows.map(names.flow).join(', '),
    })),
    note:
      unknown.length > 0
        ? `Since when data flows is not on record for ${unknown.join(', ')}: taken as flowing all along.`
        : null,
  };
}
