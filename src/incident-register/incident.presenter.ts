// One incident in words: whether it is a breach, what there is to do and by when, what was found of the four factors, what happened.
import { noteFindingAt } from '../findings/note-finding';
import type { CalendarDate } from '../common/calendar-date';
import type { BreachNotificationCatalog, DutyDefinition } from '../incidents/breach-notification-catalog';
import type { DutyStanding } from '../incidents/duty-standing';
import { isLeft } from '../incidents/duty-standing';
import { incidentClocks, leftToDo, type IncidentClocks } from '../incidents/incident-clocks';
import type { IncidentDuty, NoticeRecipient } from '../incidents/incident-words';
import {
  FINDING_WORDS,
  GROUND_WORDS,
  KIND_WORDS,
  REASON_WORDS,
  STANDING_WORDS,
  VERDICT_WORDS,
} from '../incidents/told-words';
import { shortDate } from '../reports/security-risk-assessment/date-words';
import { byWhen, urgencyOf } from './duty-words';
import type { IncidentFactsRow, IncidentOnRecord } from './incident-facts.query';
import { aboutOf, soonestFirst } from './incident-list.presenter';
import { incidentTimeline, type ClockPicture } from './incident-timeline';

export interface DutyView {
  title: string;
  tells: string;
  arises: string;
  limit: string;
  note: string;
  citation: string;
  /** says so where nobody has checked the entry against the text */
  unchecked: string;
  standing: string;
  when: string;
  urgency: string;
  because: string;
  /** where it is done or noted; empty where nothing is to be done */
  href: string;
  label: string;
}

export interface FactorView {
  title: string;
  href: string;
  finding: string;
  reason: string;
  isOpen: boolean;
}

export interface IncidentView {
  at: string;
  /** where a finding about it is noted */
  note: string;
  here: string;
  /** as ratings name it */
  number: number;
  title: string;
  kind: string;
  verdict: string;
  isBreach: boolean;
  discovered: string;
  closedOn: CalendarDate | null;
  /** nothing is left that would keep it open */
  mayClose: boolean;
  /** still to be done, the soonest day first */
  duties: DutyView[];
  /** done, or not owed */
  settled: DutyView[];
  vendorDuties: DutyView[];
  picture: ClockPicture | null;
  factors: FactorView[];
  openFactors: number;
  conclusion: { words: string; reason: string; decidedOn: CalendarDate } | null;
  exception: { title: string; says: string; reason: string; unchecked: string } | null;
  facts: { label: string; value: string }[];
  tools: { href: string; name: string }[];
}

const UNCHECKED = 'From our own knowledge; not checked against the text.';

export function incidentView(
  at: string,
  incident: IncidentOnRecord,
  facts: IncidentFactsRow,
  today: CalendarDate,
  catalog: BreachNotificationCatalog,
): IncidentView {
  const { coveredEntity, agreements } = facts;
  const here = `${at}/incidents/${incident.id}`;
  const clocks = incidentClocks(incident, { coveredEntity, agreements, numbers: catalog.numbers, today });
  const define = (id: IncidentDuty) => catalog.duties.find((one) => one.id === id) as DutyDefinition;
  const shown = (duty: DutyStanding) => dutyView(duty, define(duty.duty), here);
  const { discovery, standing, practice, vendor } = clocks;
  const lanes = [...practice, ...vendor].map((duty) => ({ title: titleOf(duty, define(duty.duty)), duty }));
  return {
    ...{
      at,
      here,
      note: noteFindingAt(at, {
        ...{ source: 'incident', sourceId: incident.key, title: incident.title },
      }),
      number: incident.number,
      title: incident.title,
      kind: KIND_WORDS[incident.kind],
      closedOn: incident.closedOn ?? null,
    },
    ...{ verdict: VERDICT_WORDS[standing.verdict], isBreach: standing.isBreach },
    discovered: `Counts as discovered on ${shortDate(discovery.on)}, ${GROUND_WORDS[discovery.ground]}.`,
    mayClose: mayClose(incident, clocks),
    duties: practice.filter(isLeft).sort(soonestFirst).map(shown),
    settled: practice.filter((duty) => !isLeft(duty)).map(shown),
    vendorDuties: vendor.map(shown),
    picture: incidentTimeline(lanes, today),
    ...factorsOf(incident, catalog, here),
    openFactors: standing.openFactors.length,
    exception: exceptionOf(incident, catalog),
    facts: factLines(incident, facts),
    tools: facts.services
      .filter(({ key }) => incident.services.includes(key))
      .map(({ id, name }) => ({ name, href: `${at}/services/${id}` })),
  };
}

function mayClose({ closedOn }: IncidentOnRecord, clocks: IncidentClocks): boolean {
  return !closedOn && leftToDo(clocks).every(({ duty }) => duty === 'record');
}

function titleOf({ state }: DutyStanding, { title }: DutyDefinition): string {
  return state ? `${title} (${state})` : title;
}

function dutyView(duty: DutyStanding, defined: DutyDefinition, here: string): DutyView {
  const { tells, arises, limit, note, citation, verification } = defined;
  return {
    ...{ title: titleOf(duty, defined), tells, arises, limit, note: note ?? '', citation: citation ?? '' },
    unchecked: verification === 'unverified' ? UNCHECKED : '',
    standing: STANDING_WORDS[duty.standing],
    when: byWhen(duty),
    urgency: urgencyOf(duty),
    because: duty.term
      ? `${REASON_WORDS[duty.reason]} It names ${duty.term.hours} hours.`
      : REASON_WORDS[duty.reason],
    ...wayOf(duty, here),
  };
}

const RECIPIENTS: Readonly<Partial<Record<IncidentDuty, NoticeRecipient>>> = {
  individuals: 'individuals',
  hhs_at_once: 'hhs',
  hhs_yearly: 'hhs',
  media: 'media',
  state: 'state',
};

function wayOf(duty: DutyStanding, here: string): { href: string; label: string } {
  if (!isLeft(duty)) return { href: '', label: '' };
  if (duty.duty === 'record') return { href: `${here}/closing`, label: 'Write it down' };
  if (duty.duty === 'risk_assessment') return { href: `${here}#factors`, label: 'Judge them' };
  const recipient = RECIPIENTS[duty.duty];
  if (!recipient) return { href: '', label: '' };
  const state = duty.state ? `&state=${duty.state}` : '';
  return { href: `${here}/notices/new?recipient=${recipient}${state}`, label: 'Note it done' };
}

function factorsOf(
  { factors, conclusion }: IncidentOnRecord,
  catalog: BreachNotificationCatalog,
  here: string,
): Pick<IncidentView, 'factors' | 'conclusion'> {
  return {
    factors: catalog.factors.map(({ id, title }) => {
      const found = factors?.find(({ factor }) => factor === id);
      return {
        ...{ title, href: `${here}/factors/${id}`, reason: found?.reason ?? '' },
        finding: found ? FINDING_WORDS[found.finding] : '',
        isOpen: !found || found.finding === 'unknown',
      };
    }),
    conclusion: conclusion
      ? {
          words: conclusion.probability === 'low' ? 'A low probability' : 'Not shown to be low',
          reason: conclusion.reason,
          decidedOn: conclusion.decidedOn,
        }
      : null,
  };
}

function exceptionOf(
  { exception, exceptionReason }: IncidentOnRecord,
  catalog: BreachNotificationCatalog,
): IncidentView['exception'] {
  const known = catalog.exceptions.find(({ id }) => id === exception);
  if (!known) return null;
  const unchecked = known.verification === 'unverified' ? UNCHECKED : '';
  return { title: known.title, says: known.says, reason: exceptionReason ?? '', unchecked };
}

function factLines(incident: IncidentOnRecord, facts: IncidentFactsRow): { label: string; value: string }[] {
  const day = (date: CalendarDate | null | undefined) => (date ? shortDate(date) : '');
  const states = (incident.affectedByState ?? []).map(({ state, individuals }) => `${state} ${individuals}`);
  const vendor = facts.vendors.find(({ key }) => key === incident.vendor)?.name ?? '';
  const noticed = (incident.notices ?? [])
    .map(({ evidenceKey }) => facts.evidence.find(({ key }) => key === evidenceKey)?.name)
    .filter((name) => name !== undefined);
  return [
    ['Happened', [day(incident.happenedOn), day(incident.happenedUntil)].filter(Boolean).join(' to ')],
    ['Known to the practice', day(incident.knownOn)],
    ['About', aboutOf(incident, facts)],
    ['Vendor', vendor],
    ['The vendor discovered it', day(incident.vendorDiscoveredOn)],
    ['The vendor told you', day(incident.vendorToldOn)],
    ['People', incident.affectedIndividuals == null ? 'not known yet' : String(incident.affectedIndividuals)],
    ['Where they live', states.join(', ')],
    ['What happened', incident.summary ?? ''],
    ['What was done', incident.mitigation ?? ''],
    ['How it ended', incident.outcome ?? ''],
    ['Shown by', noticed.join(', ')],
  ].flatMap(([label, value]) => (value ? [{ label: label as string, value: value }] : []));
}
