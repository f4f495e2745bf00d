// What is different from the previous sealed assessment of the practice, service by service. Services are the same by their key.
import type { CalendarDate } from '../../common/calendar-date';
import type { Level } from '../../common/level';
import type { DecisionCode, ServiceResult } from '../scoring/service-result';

/** What is looked at of an earlier assessment document. */
interface EarlierAssessment {
  assessmentId: string | null;
  asOf: CalendarDate;
  signOff: { name: string; at: string } | null;
  catalogs: { id: string; version: string }[];
  results: ServiceResult[];
}

/** A sealed assessment that came before, with the digest that it was sealed under. */
export interface PreviousAssessment {
  document: EarlierAssessment;
  /** SHA-256 of its canonical bytes, hex */
  digest: string;
}

interface Standing {
  decision: DecisionCode;
  label: string;
  level: Level;
}

export interface ServiceComparison {
  key: string;
  name: string;
  before: Standing;
  now: Standing;
  /** titles of the gates whose floor holds now and did not then, and the other way round */
  gatesNew: string[];
  gatesGone: string[];
  /** what was known, or not asked, then and is not known now; and the other way round */
  unknownNew: string[];
  unknownResolved: string[];
}

export interface Comparison {
  previous: {
    assessmentId: string | null;
    digest: string;
    asOf: CalendarDate;
    /** instant, ISO 8601 in UTC */
    sealedAt: string | null;
    sealedBy: string | null;
  };
  services: ServiceComparison[];
  newServices: (Standing & { key: string; name: string })[];
  goneServices: (Standing & { key: string; name: string })[];
  /** catalogs of which another version was used: a difference can come from there */
  catalogs: { id: string; before: string | null; now: string }[];
}

export function comparisonWith(
  { document: earlier, digest }: PreviousAssessment,
  results: readonly ServiceResult[],
  catalogs: readonly { id: string; version: string }[],
): Comparison {
  const before = new Map(earlier.results.map((result) => [result.service.key, result]));
  const now = new Set(results.map(({ service }) => service.key));
  return {
    previous: {
      assessmentId: earlier.assessmentId,
      digest,
      asOf: earlier.asOf,
      sealedAt: earlier.signOff?.at ?? null,
      sealedBy: earlier.signOff?.name ?? null,
    },
    services: results.flatMap((result) => {
      const then = before.get(result.service.key);
      return then ? [serviceComparison(then, result)] : [];
    }),
    newServices: results.filter(({ service }) => !before.has(service.key)).map(named),
    goneServices: earlier.results.filter(({ service }) => !now.has(service.key)).map(named),
    catalogs: catalogs.flatMap(({ id, version }) => {
      const then = earlier.catalogs.find((one) => one.id === id)?.version ?? null;
      return then === version ? [] : [{ id, before: then, now: version }];
    }),
  };
}

function serviceComparison(then: ServiceResult, now: ServiceResult): ServiceComparison {
  const gates = { then: holding(then), now: holding(now) };
  const unknowns = { then: unknown(then), now: unknown(now) };
  return {
    key: now.service.key,
    name: now.service.name,
    before: standing(then),
    now: standing(now),
    gatesNew: onlyIn(gates.now, gates.then),
    gatesGone: onlyIn(gates.then, gates.now),
    unknownNew: onlyIn(unknowns.now, unknowns.then),
    unknownResolved: onlyIn(unknowns.then, unknowns.now),
  };
}

function standing({ decision, level }: ServiceResult): Standing {
  return { decision: decision.code, label: decision.label, level };
}

function named(result: ServiceResult): Standing & { key: string; name: string } {
  return { key: result.service.key, name: result.service.name, ...standing(result) };
}

function holding({ gates }: ServiceResult): Map<string, string> {
  return new Map(
    gates.flatMap(({ id, title, state }) => (state === 'fired' || state === 'open' ? [[id, title]] : [])),
  );
}

function unknown({ unknowns }: ServiceResult): Map<string, string> {
  return new Map(unknowns.map(({ id, what }) => [id, what]));
}

/** The words of what is in one and not in the other, by id. */
function onlyIn(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...one].filter(([id]) => !other.has(id)).map(([, words]) => words);
}
