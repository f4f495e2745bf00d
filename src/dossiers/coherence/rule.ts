import type { QuestionnaireCatalog } from '../../assessments/scoring/questionnaire-catalog';
import type { ThreatDefinition } from '../../assessments/scoring/scoring-model';
import type { CalendarDate } from '../../common/calendar-date';
import type { KnownEntry } from '../../safeguards/security-rule';
import type { ShowingCatalogs } from '../../obligations/rules/fulfilments';
import type { PolicyTemplate } from '../../policies/policy-template';
import { pointerTo } from '../../common/faults';
import type { Fault } from '../../common/problems/domain.error';
import type { FaultCode } from '../../common/problems/fault-codes';
import type { BreachNotificationCatalog } from '../../incidents/breach-notification-catalog';
import type { OversightCatalog } from '../../oversight/oversight-catalog';
import type { Dossier } from '../dossier.document';

/** What is asked of a threat that a record names: that it is there, and whether it is one of a service or of the practice. */
export type KnownThreat = Pick<ThreatDefinition, 'id' | 'scope'>;

/** What is known beside the dossier; a check whose fact is left out is not made. */
export interface CoherenceContext {
  /** the date to assess for */
  asOf?: CalendarDate;
  /** the day on which this is asked, where that is not the date to assess for: what is done goes on after that date */
  today?: CalendarDate;
  /** the threats of the scoring model */
  knownThreats?: readonly KnownThreat[];
  /** ids of the scoring model that a finding may come from, beside threats */
  knownSources?: { gates: readonly string[]; steps: readonly string[] };
  /** the entries of the Security Rule */
  knownEntries?: readonly KnownEntry[];
  /** the templates of policies */
  knownPolicies?: readonly PolicyTemplate[];
  /** the obligations of the catalog */
  knownObligations?: ShowingCatalogs['obligations'];
  /** the due-diligence questionnaire in use, for answers that come without their questions */
  questionnaire?: QuestionnaireCatalog;
  /** what the rule asks after a breach, for incidents that are closed */
  breachNotification?: BreachNotificationCatalog;
  /** what the registers of living with AI are held to */
  oversight?: OversightCatalog;
}

/** One rule on what records say together. The dossier has the declared shape already. */
export type CoherenceRule = (dossier: Dossier, context: CoherenceContext) => Fault[];

export function fault(code: FaultCode, detail: string, ...steps: (string | number)[]): Fault {
  return { pointer: pointerTo('', ...steps), code, detail };
}

/** Asks something of each record of a list that may be left out. */
export function eachOf<T>(
  records: readonly T[] | null | undefined,
  ask: (record: T, index: number) => (Fault | false | '' | null | undefined)[],
): Fault[] {
  return (records ?? []).flatMap((record, index) => ask(record, index).filter(isFault));
}

function isFault(candidate: Fault | false | '' | null | undefined): candidate is Fault {
  return Boolean(candidate);
}

/** For each value, the place where it stood before: pairs of [index, index of the first]. */
export function repeatsIn(values: readonly string[]): [number, number][] {
  const first = new Map<string, number>();
  const repeats: [number, number][] = [];
  values.forEach((value, index) => {
    const earlier = first.get(value);
    if (earlier === undefined) first.set(value, index);
    else repeats.push([index, earlier]);
  });
  return repeats;
}

/** What was corrected was corrected by today, whichever day is assessed. */
export function correctionsToCome(
  corrections: readonly { correctedOn: CalendarDate }[] | null | undefined,
  today: CalendarDate,
  ...at: (string | number)[]
): (Fault | false)[] {
  return (corrections ?? []).map(
    ({ correctedOn }, place) =>
      correctedOn > today &&
      fault('dated-in-the-future', `lies after ${today}`, ...at, 'corrections', place, 'correctedOn'),
  );
}
