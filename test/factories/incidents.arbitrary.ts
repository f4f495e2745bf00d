// Incidents for the properties of their clocks, and one plain breach that tables start from.
import fc from 'fast-check';
import { addDays, type CalendarDate } from '../../src/common/calendar-date';
import { YES_NO_UNKNOWN } from '../../src/common/words';
import {
  incidentClocks,
  type AroundIncident,
  type IncidentClocks,
} from '../../src/incidents/incident-clocks';
import type { IncidentFields } from '../../src/incidents/incident.fields';
import {
  BREACH_EXCEPTIONS,
  BREACH_FACTORS,
  COMPROMISE_PROBABILITIES,
  FACTOR_FINDINGS,
  NOTICE_RECIPIENTS,
  type Jurisdiction,
} from '../../src/incidents/incident-words';

/** As catalogs/breach-notification.yaml has them; src/catalogs holds the file to it. */
export const NUMBERS = {
  noticeDays: 60,
  hhsAtOnceFrom: 500,
  yearEndDays: 60,
  mediaAbove: 500,
  spokenDelayDays: 30,
} as const;

export const AROUND: AroundIncident = {
  coveredEntity: 'yes',
  agreements: [],
  numbers: NUMBERS,
  today: '2026-11-22',
};

/** Known on 13 October 2026, at the practice, presumed a breach, of three people in Illinois. */
export function aBreach(changes: Partial<IncidentFields> = {}): IncidentFields {
  return {
    title: 'Letters in wrong envelopes',
    kind: 'wrong_recipient',
    knownOn: '2026-10-13',
    services: [],
    impermissibleUse: 'yes',
    dataSecured: 'no',
    affectedIndividuals: 3,
    affectedByState: [{ state: 'IL', individuals: 3 }],
    ...changes,
  };
}

export const ALL_FACTORS = BREACH_FACTORS.map((factor) => ({
  factor,
  finding: 'points_to_low' as const,
  reason: 'It came back unopened.',
}));

export function clocksOf(
  changes: Partial<IncidentFields>,
  around: Partial<AroundIncident> = {},
): IncidentClocks {
  return incidentClocks(aBreach(changes), { ...AROUND, ...around });
}

export const anyDay: fc.Arbitrary<CalendarDate> = fc
  .integer({ min: 0, max: 4000 })
  .map((days) => addDays('2023-06-01', days));

const optional = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null });
const STATES: readonly Jurisdiction[] = ['IL', 'WI', 'IA', 'PR'];
const anyCount = fc.oneof(
  fc.integer({ min: 1, max: 5 }),
  fc.integer({ min: 495, max: 505 }),
  fc.constant(2000),
);

const anyResidents = fc
  .uniqueArray(fc.record({ state: fc.constantFrom(...STATES), individuals: anyCount }), {
    selector: ({ state }) => state,
    maxLength: 3,
  })
  .chain((byState) =>
    fc.record({
      affectedByState: fc.constant(byState),
      affectedIndividuals: optional(
        fc
          .oneof(fc.constant(0), anyCount)
          .map((more) => Math.max(1, byState.reduce((sum, one) => sum + one.individuals, 0) + more)),
      ),
    }),
  );

const anyNotice = fc.record({
  recipient: fc.constantFrom(...NOTICE_RECIPIENTS),
  state: optional(fc.constantFrom(...STATES)),
  doneOn: anyDay,
});

/** Any facts, coherent or not: the rules hold for all. */
export const anyIncident: fc.Arbitrary<IncidentFields> = fc
  .tuple(
    anyResidents,
    fc.record({
      knownOn: anyDay,
      shouldHaveBeenKnownOn: optional(anyDay),
      vendor: optional(fc.constant('northlight-notes')),
      vendorDiscoveredOn: optional(anyDay),
      vendorToldOn: optional(anyDay),
      vendorIsAgent: optional(fc.constantFrom(...YES_NO_UNKNOWN)),
      impermissibleUse: fc.constantFrom(...YES_NO_UNKNOWN),
      dataSecured: fc.constantFrom(...YES_NO_UNKNOWN),
      exception: optional(fc.constantFrom(...BREACH_EXCEPTIONS)),
      exceptionReason: optional(fc.constant('It came back unopened.')),
      factors: fc.uniqueArray(
        fc.record({
          factor: fc.constantFrom(...BREACH_FACTORS),
          finding: fc.constantFrom(...FACTOR_FINDINGS),
          reason: fc.constant('It came back unopened.'),
        }),
        { selector: ({ factor }) => factor, maxLength: 4 },
      ),
      conclusion: optional(
        fc.record({
          probability: fc.constantFrom(...COMPROMISE_PROBABILITIES),
          reason: fc.constant('It came back unopened.'),
          decidedOn: anyDay,
        }),
      ),
      notices: fc.uniqueArray(anyNotice, {
        selector: ({ recipient, state }) => `${recipient} ${state ?? ''}`,
        maxLength: 5,
      }),
      outcome: optional(fc.constant('Envelopes with windows.')),
    }),
  )
  .map(([residents, facts]) => aBreach({ ...residents, ...facts }));
