// How far the practice says that it has in place what an entry of the Security Rule asks. What it says is worth what it can show: without a document on
// file it counts as stated. An equivalent measure in the place of an addressable specification (45 CFR 164.306(d)(3)) earns the same as the specification.
import { addMonths, nextDay, type CalendarDate } from '../../../common/calendar-date';
import { lastSaidOn } from '../../../safeguards/entry-state';
import { later } from '../agreement-term';
import { monthsBetween } from '../evidence-age';
import type { StatedSafeguard } from '../practice-facts';
import type { ScoringModel } from '../scoring-model';
import { notMet, unknown, type Reading } from './reading';

/** What is read from: the answers by entry, one at most of each. */
export interface Safeguarded {
  readonly model: Pick<ScoringModel, 'ages'>;
  readonly asOf: CalendarDate;
  readonly safeguards: ReadonlyMap<string, StatedSafeguard>;
}

export function readSafeguard({ model, asOf, safeguards }: Safeguarded, entry: string): Reading {
  const source = `safeguard ${entry}`;
  const stated = safeguards.get(entry);
  if (!stated || stated.answeredOn > asOf) return unknown(source, 'Nobody has answered for it.');
  const { status, answeredOn } = stated;
  if (status === 'unknown') return unknown(source, 'The answer is that it is not known.');
  if (stated.contradicted && status === 'in_place')
    return notMet(source, 'It is said to be in place, and the records of the practice speak against it.');
  // Not known is worth as little as a no, so that to forget what an asset is like is never better than to say it.
  if (stated.doubted && status === 'in_place')
    return unknown(
      source,
      'It is said to be in place, and the list of assets does not know it of all that it takes in.',
    );
  const saidOn = lastSaidOn({ answeredOn, confirmedOn: notAfter(asOf, stated.confirmedOn) });
  const instead = alternativeOn(stated, asOf);
  if (instead !== null) {
    const because = `An equivalent measure is in place since ${instead}`;
    return favourable('fully', { stated, saidOn, since: instead, because, source }, model, asOf);
  }
  if (status === 'not_in_place') return notMet(source, `It is not in place (answer of ${saidOn}).`);
  if (stated.since && stated.since > asOf) return notMet(source, `It is planned for ${stated.since}.`);
  const met = status === 'in_place' ? 'fully' : 'partly';
  const because = `It is said to be ${met === 'fully' ? '' : 'partly '}in place`;
  return favourable(met, { stated, saidOn, since: stated.since ?? null, because, source }, model, asOf);
}

interface Said {
  stated: StatedSafeguard;
  saidOn: CalendarDate;
  since: CalendarDate | null;
  because: string;
  source: string;
}

function favourable(
  met: 'fully' | 'partly',
  { stated, saidOn, since, because, source }: Said,
  { ages }: Pick<ScoringModel, 'ages'>,
  asOf: CalendarDate,
): Reading {
  const { currentMonths, ageingMonths } = ages.answer;
  if (asOf > addMonths(saidOn, ageingMonths))
    return unknown(source, `What was said on ${saidOn} is too old to count.`);
  const hasDocument = (stated.evidenceKeys ?? []).length > 0;
  // Either shows it, and both together are worth no more than one.
  const isShown = hasDocument || isInInventory(stated, asOf);
  const shown = hasDocument
    ? 'with a document on file'
    : isShown
      ? 'the list of assets shows it of each'
      : 'no document on file, so it counts as stated';
  return {
    met,
    basis: isShown ? 'observed' : 'stated',
    freshness: asOf <= addMonths(saidOn, currentMonths) ? 'current' : 'ageing',
    ageMonths: monthsBetween(saidOn, asOf),
    known: true,
    countsFrom: since ? later(since, stated.answeredOn) : stated.answeredOn,
    source,
    because: `${because} (said on ${saidOn}; ${shown}).`,
  };
}

function isInInventory({ shownByInventory: shown }: StatedSafeguard, asOf: CalendarDate): boolean {
  return shown != null && asOf >= shown.from && asOf <= shown.until;
}

/** The day since which an equivalent measure stands in the place of what is not, or only partly, in place; null for none. */
function alternativeOn({ status, decision }: StatedSafeguard, asOf: CalendarDate): CalendarDate | null {
  if (status === 'in_place' || decision?.outcome !== 'alternative' || decision.decidedOn > asOf) return null;
  const { decidedOn, alternativeSince } = decision;
  const since = alternativeSince && alternativeSince > decidedOn ? alternativeSince : decidedOn;
  return since <= asOf ? since : null;
}

function notAfter(asOf: CalendarDate, date: CalendarDate | null | undefined): CalendarDate | null {
  return date && date <= asOf ? date : null;
}

/** Every date on which the reading of an answer can change. */
export function datesOfSafeguard(
  { answeredOn, confirmedOn, since, decision, shownByInventory }: StatedSafeguard,
  { ages }: Pick<ScoringModel, 'ages'>,
): CalendarDate[] {
  const { currentMonths, ageingMonths } = ages.answer;
  const said = confirmedOn ? [answeredOn, confirmedOn] : [answeredOn];
  const turns = said.flatMap((date) => [
    nextDay(addMonths(date, currentMonths)),
    nextDay(addMonths(date, ageingMonths)),
  ]);
  const others = [
    since,
    decision?.decidedOn,
    decision?.alternativeSince,
    shownByInventory?.from,
    shownByInventory && nextDay(shownByInventory.until),
  ];
  return [...said, ...turns, ...others.filter((date) => date != null)];
}
