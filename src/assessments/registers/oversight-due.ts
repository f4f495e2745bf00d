// What of the oversight of AI tools is due next, tool by tool and vendor by vendor: the interval is that of the obligation which the records show, as the practice
// may have set it. Good practice throughout: no interval of HIPAA is among them.
import type { CalendarDate } from '../../common/calendar-date';
import {
  intervalOf,
  isLeftOut,
  type IntervalOrigin,
  type SetObligation,
} from '../../obligations/rules/obligation-settings';
import type { ObligationDefinition } from '../../obligations/rules/obligation-catalog';
import { dueStanding, type DueStanding, type LastDone } from '../../oversight/next-due';
import type { OversightCatalog } from '../../oversight/oversight-catalog';
import { LOG_KINDS, REVIEW_KINDS, type OversightKind } from '../../oversight/oversight-words';
import type { OversightRecords } from '../../oversight/told/tell-all';

export interface OversightDue extends DueStanding {
  readonly kind: OversightKind;
  /** keys of what it is about: a service, or a vendor */
  readonly service: string | null;
  readonly vendor: string | null;
  readonly name: string;
  /** what is done: which log, which kind of review */
  readonly what: string;
  readonly months: number | null;
  readonly intervalFrom: IntervalOrigin | null;
  readonly obligation: string | null;
}

export interface OverseenPractice {
  readonly records: OversightRecords;
  readonly services: readonly { key: string; name: string; vendor: string; usesAi: boolean }[];
  readonly vendors: readonly { key: string; name: string }[];
  readonly settings: readonly SetObligation[];
}

/** Of AI tools and their vendors what is suggested, done or not; of all others what was ever done. Sorted by register, name and what. */
export function oversightDue(
  { records, services, vendors, settings }: OverseenPractice,
  catalog: OversightCatalog,
  obligations: readonly ObligationDefinition[],
  today: CalendarDate,
): OversightDue[] {
  const due = (
    about: Pick<OversightDue, 'kind' | 'service' | 'vendor' | 'name' | 'what'>,
    obligation: string | null,
    isSuggested: boolean,
    done: readonly LastDone[],
  ): OversightDue[] => {
    const before = done.filter(({ doneOn }) => doneOn <= today);
    const definition = obligations.find(({ id }) => id === obligation);
    const set = settings.find((one) => one.obligation === obligation);
    if (definition && isLeftOut(definition, set)) return [];
    if (!isSuggested && before.length === 0) return [];
    const interval = definition ? intervalOf(definition, set) : null;
    const standing = dueStanding(before, interval?.months ?? null, today);
    return [
      {
        ...about,
        ...standing,
        obligation,
        months: interval?.months ?? null,
        intervalFrom: interval?.from ?? null,
      },
    ];
  };
  const { registers, logs, reviews } = catalog;
  return [
    ...services.flatMap(({ key, name, usesAi }) => {
      const about = { service: key, vendor: null, name };
      const mine = <T extends { service: string }>(list: readonly T[] | null | undefined) =>
        (list ?? []).filter(({ service }) => service === key);
      const figures = mine(records.performanceMeasurements).map(({ periodEnd }) => ({ doneOn: periodEnd }));
      const trials = mine(records.exitPlans).flatMap(({ trials: tried }) =>
        (tried ?? []).map(({ triedOn }) => ({ doneOn: triedOn })),
      );
      const titled = (kind: OversightKind) => ({ ...about, kind, what: registers[kind].one });
      return [
        ...due(titled('bias_audit'), registers.bias_audit.obligation, usesAi, mine(records.biasAudits)),
        ...LOG_KINDS.flatMap((log) =>
          due(
            { ...about, kind: 'log_review', what: logs[log].title },
            logs[log].obligation,
            usesAi && log === 'ai_decisions',
            mine(records.logReviews).filter((one) => one.log === log),
          ),
        ),
        ...due(
          titled('performance_measurement'),
          registers.performance_measurement.obligation,
          false,
          figures,
        ),
        ...due(titled('exit_plan'), registers.exit_plan.obligation, usesAi, trials),
      ];
    }),
    ...vendors.flatMap(({ key, name }) => {
      const ofAi = services.some(({ vendor, usesAi }) => vendor === key && usesAi);
      return REVIEW_KINDS.flatMap((kind) =>
        due(
          { kind: 'vendor_review', service: null, vendor: key, name, what: reviews[kind].title },
          reviews[kind].obligation,
          ofAi && (kind === 'business_review' || kind === 'security_check'),
          (records.vendorReviews ?? []).filter((one) => one.vendor === key && one.kind === kind),
        ),
      );
    }),
  ].sort(byRegister);
}

function byRegister(first: OversightDue, second: OversightDue): number {
  const [one, other] = [first, second].map(({ kind, name, service, vendor, what }) =>
    [kind, name.toLowerCase(), service ?? vendor ?? '', what].join('\n'),
  ) as [string, string];
  return one < other ? -1 : one > other ? 1 : 0;
}
