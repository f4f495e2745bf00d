// How every agreement stands on the date of the assessment, and for each service the days of the last six years on which client data
// went out without one. Worked out as the assessment is drawn up, so that a report needs no catalog of the day.
import { inForceOn, termOf } from '../scoring/agreement-term';
import type { AgreementProvisionsCatalog } from '../scoring/scoring-model';
import { earliestDay } from '../../agreement-gaps/asked-range';
import {
  BUSINESS_ASSOCIATE,
  gapDays,
  QUALIFIED_SERVICE_ORGANIZATION,
  type AskedAgreement,
  type ServiceGaps,
} from '../../agreement-gaps/gap-days';
import {
  editionsOf,
  type AgreementTerms,
  type EffectiveVerdict,
} from '../../business-associate-agreements/agreement-editions';
import type { CoverageLimitFields } from '../../business-associate-agreements/coverage-limit.fields';
import type { NoticePeriodFields } from '../../business-associate-agreements/notice-period.fields';
import type { ProvisionId, ProvisionVerdict } from '../../business-associate-agreements/provision.fields';
import { standingOn, type AgreementState } from '../../business-associate-agreements/state-on-date';
import { addDays, type CalendarDate } from '../../common/calendar-date';
import type { Dossier, DossierAgreement } from '../../dossiers/dossier.document';

/** A required provision with what was read of it: `not_read` where nobody has looked. */
export interface RequiredProvision {
  provision: ProvisionId;
  title: string;
  citation: string | null;
  verdict: ProvisionVerdict | 'not_read';
  reference: string | null;
}

/** A stretch of days, both ends included; `to` is null while it goes on. */
export interface Stretch {
  from: CalendarDate;
  to: CalendarDate | null;
}

export interface AgreementEntry {
  key: string;
  /** null when nothing on record had happened by the date */
  state: AgreementState | null;
  inForceSince: CalendarDate | null;
  termEndsOn: CalendarDate | null;
  leaveNoticeBy: CalendarDate | null;
  /** the days on which it is, was or will be in force */
  inForce: Stretch[];
  /** what it says on the date, amendments included; of one that is not in force, what it said last */
  services: string[];
  coverageLimits: CoverageLimitFields[];
  breachNoticeHours: number | null;
  noticePeriods: NoticePeriodFields;
  /** keys of the amendments that count */
  amendments: string[];
  /** the provisions that the contract must hold (45 CFR 164.504(e)(2), 164.314(a)(2)); none for another kind of agreement */
  required: RequiredProvision[];
}

export interface ServiceAgreementDays extends ServiceGaps {
  /** first day asked about on which one of the flows ran; null when none did */
  dataFlowsFrom: CalendarDate | null;
  /** keys of the agreements that cover the service on the date */
  coveredBy: string[];
}

export interface AgreementRegister {
  /** the days that the gaps were looked for in: six years up to the date (45 CFR 164.316(b)(2)(i)) */
  from: CalendarDate;
  to: CalendarDate;
  agreements: AgreementEntry[];
  /** every service, sorted by key; without flows to a business associate there is nothing to cover */
  services: ServiceAgreementDays[];
  /** services to which Part 2 records go, with the days without the terms of a qualified service organization; absent before it was worked out */
  part2Services?: ServiceAgreementDays[];
}

export function agreementRegister(
  dossier: Dossier,
  asOf: CalendarDate,
  catalog: AgreementProvisionsCatalog,
): AgreementRegister {
  const from = earliestDay(asOf);
  const agreements = dossier.agreements ?? [];
  return {
    from,
    to: asOf,
    agreements: agreements.map((one) => agreementEntry(one, asOf, catalog)),
    services: agreementDays(dossier, { from, to: asOf }, BUSINESS_ASSOCIATE),
    part2Services: agreementDays(dossier, { from, to: asOf }, QUALIFIED_SERVICE_ORGANIZATION).filter(
      ({ flows }) => flows.length > 0,
    ),
  };
}

/** For each service the days with and without an agreement of the kind asked for. */
function agreementDays(
  dossier: Dossier,
  { from, to }: { from: CalendarDate; to: CalendarDate },
  asked: AskedAgreement,
): ServiceAgreementDays[] {
  return dossier.services.map((service) => {
    const own = (dossier.agreements ?? []).filter(({ vendor }) => vendor === service.vendor);
    const flows = (dossier.dataFlows ?? []).filter((flow) => flow.service === service.key);
    return {
      ...gapDays(service, own, flows, from, to, asked),
      dataFlowsFrom: firstDay(flows.filter(asked.asks), from, to),
      coveredBy: own
        .filter((one) => asked.gives(one) && inForceOn(termOf(one, service), to) !== null)
        .map(({ key }) => key),
    };
  });
}

function agreementEntry(
  agreement: DossierAgreement,
  asOf: CalendarDate,
  catalog: AgreementProvisionsCatalog,
): AgreementEntry {
  const { state, inForceSince, termEndsOn, leaveNoticeBy, terms } = standingOn(
    agreement,
    asOf,
    catalog.expiringWithinDays,
  );
  const editions = editionsOf(agreement);
  const told = terms ?? editions.filter(({ from }) => from <= asOf).at(-1)?.terms ?? null;
  return {
    key: agreement.key,
    state,
    inForceSince,
    termEndsOn,
    leaveNoticeBy,
    inForce: joined(editions.map(({ from, until }) => ({ from, to: until && addDays(until, -1) }))),
    services: [...(told?.services ?? agreement.services)].sort(),
    coverageLimits: told ? [...told.coverageLimits.values()] : (agreement.coverageLimits ?? []),
    breachNoticeHours: told ? told.breachNoticeHours : (agreement.breachNoticeHours ?? null),
    noticePeriods: told?.noticePeriods ?? agreement.noticePeriods ?? {},
    amendments: [...(told?.amendments ?? [])],
    required:
      agreement.kind === 'business_associate_agreement' ? requiredProvisions(agreement, told, catalog) : [],
  };
}

/** Editions that follow each other without a break are one stretch in force. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const stretch of stretches) {
    const last = found.at(-1);
    if (last?.to && addDays(last.to, 1) === stretch.from) last.to = stretch.to;
    else found.push({ ...stretch });
  }
  return found;
}

function requiredProvisions(
  { provisions }: DossierAgreement,
  terms: AgreementTerms | null,
  catalog: AgreementProvisionsCatalog,
): RequiredProvision[] {
  const recorded = new Map((provisions ?? []).map((one) => [one.provision, one]));
  const readOf = (id: ProvisionId): Pick<EffectiveVerdict, 'verdict' | 'reference'> | undefined => {
    if (terms) return terms.verdicts.get(id);
    const found = recorded.get(id);
    return found && { verdict: found.verdict, reference: found.reference ?? null };
  };
  return catalog.provisions
    .filter(({ status }) => status === 'required')
    .map(({ id, title, citation }) => ({
      provision: id,
      title,
      citation,
      verdict: readOf(id)?.verdict ?? 'not_read',
      reference: readOf(id)?.reference ?? null,
    }));
}

function firstDay(
  flows: readonly { since?: CalendarDate | null }[],
  from: CalendarDate,
  to: CalendarDate,
): CalendarDate | null {
  const starts = flows.map(({ since }) => (since && since > from ? since : from)).filter((day) => day <= to);
  return starts.sort()[0] ?? null;
}
