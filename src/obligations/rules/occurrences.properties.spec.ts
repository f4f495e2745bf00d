// What holds for every set of tools, completions and settings.
import * as fc from 'fast-check';
import { addDays, addMonths, type CalendarDate } from '../../common/calendar-date';
import { loadCatalogs } from '../../catalogs/load-catalogs';
import { aTool, thePractice } from '../../../test/factories/obligations.factory';
import { isLaw, monthsOf } from './obligation-catalog';
import { occurrencesOf, type ObligationFacts, type Occurrence, type Subject } from './occurrences';
import type { Completion } from './times-done';
import { RECORD_SOURCES } from './obligation-sources';

const { obligations: whole } = loadCatalogs();

/** One of each kind of cadence and of sources: the rest of the catalog is worked out alike. */
const catalog = {
  ...whole,
  obligations: whole.obligations.filter(({ id }) =>
    [
      'OB-01',
      'OB-03',
      'OB-13',
      'OB-20',
      'OB-23',
      'OB-25',
      'OB-30',
      'OB-41',
      'OB-42',
      'OB-44',
      'OB-62',
      'OB-65',
    ].includes(id),
  ),
};

const anyDay = fc.integer({ min: 0, max: 2600 }).map((days) => addDays('2023-01-01', days));

const anySubjects = fc.uniqueArray(
  fc.record({
    key: fc.constantFrom('scribe', 'chat', 'rooms', 'claims', 'intake'),
    recordedOn: anyDay,
    countsFrom: fc.option(anyDay),
  }),
  { selector: ({ key }) => key, maxLength: 5 },
);

/** Completions that follow each other, as the records hold them. */
const anyChain = fc.uniqueArray(anyDay, { maxLength: 5 }).map((days) => [...days].sort());

const anySetting = fc.record({
  obligation: fc.constantFrom(...catalog.obligations.map(({ id }) => id)),
  decision: fc.constantFrom('as_published', 'other_interval', 'not_applicable'),
  months: fc.integer({ min: 1, max: 36 }),
});

const anyFacts: fc.Arbitrary<ObligationFacts> = fc
  .record({
    today: anyDay,
    practice: anyDay,
    tools: anySubjects,
    chain: anyChain,
    shown: fc.uniqueArray(anyDay, { maxLength: 4 }),
    about: fc.constantFrom(...catalog.obligations.filter(({ cadence }) => monthsOf(cadence) !== null)),
    settings: fc.uniqueArray(anySetting, { selector: ({ obligation }) => obligation, maxLength: 4 }),
  })
  .map(({ today, practice, tools, chain, shown, about, settings }) => {
    const subjects = tools.map(({ key, ...changes }) => aTool(key, changes));
    const isOfPractice = about.arisesFrom.includes('practice');
    const subject = isOfPractice ? null : { kind: 'service' as const, key: 'scribe' };
    const completions = chain.map((doneOn, place): Completion => ({
      ...{ key: `done-${place}`, obligation: about.id, subject, doneOn },
      period: chain[place - 1] ?? 'first',
    }));
    return {
      // nobody asks before there is anything
      today: [today, practice, ...tools.map(({ recordedOn }) => recordedOn)].sort().at(-1) as CalendarDate,
      catalog,
      subjects: Object.fromEntries(
        RECORD_SOURCES.map((source) => [source, source === 'practice' ? [thePractice(practice)] : subjects]),
      ),
      completions,
      fulfilments: shown.map((doneOn) => ({ obligation: about.id, subject, doneOn, shownBy: 'a record' })),
      settings: settings.map((one) => ({
        ...one,
        reason: 'Reason',
        decidedBy: { name: 'Dana Whitfield', role: 'Owner' },
        decidedOn: '2023-01-01',
      })),
    };
  });

/** By the key of what it is about; the practice has none. */
function recordedOnIn({ subjects }: ObligationFacts): Map<string, CalendarDate> {
  return new Map(
    Object.values(subjects).flatMap((list) =>
      list.map((one) => [one.record?.key ?? '', one.recordedOn] as const),
    ),
  );
}

const ids = (found: readonly Occurrence[]): string[] => found.map(({ id }) => id);

it('each time has an id of its own, and the order of the facts changes nothing', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const found = occurrencesOf(facts);
      expect(new Set(ids(found)).size).toBe(found.length);
      const turned = {
        ...facts,
        catalog: { ...facts.catalog, obligations: [...facts.catalog.obligations].reverse() },
        subjects: Object.fromEntries(
          Object.entries(facts.subjects).map(([source, list]) => [source, [...list].reverse()]),
        ),
        completions: [...facts.completions].reverse(),
        fulfilments: [...facts.fulfilments].reverse(),
        settings: [...facts.settings].reverse(),
      };
      expect(occurrencesOf(turned)).toEqual(found);
    }),
  );
});

it('adding a tool removes no occurrence and changes no other', () => {
  fc.assert(
    fc.property(anyFacts, anyDay, (facts, recordedOn) => {
      const added = aTool('a-new-one', { recordedOn });
      const subjects = Object.fromEntries(
        Object.entries(facts.subjects).map(([source, list]: [string, readonly Subject[]]) => [
          source,
          source === 'practice' ? list : [...list, added],
        ]),
      );
      const after = new Map(occurrencesOf({ ...facts, subjects }).map((one) => [one.id, one]));
      for (const one of occurrencesOf(facts)) expect(after.get(one.id)).toEqual(one);
    }),
  );
});

it('completing moves the next due date to no day before the one on which it was done', () => {
  fc.assert(
    fc.property(anyFacts, fc.integer({ min: 1, max: 400 }), (facts, days) => {
      for (const open of occurrencesOf(facts).filter(
        ({ state, period }) => state !== 'done' && /^(first|\d{4}-)/.test(period),
      )) {
        const doneOn: CalendarDate = addDays(open.period === 'first' ? '2023-01-01' : open.period, days);
        const completion = {
          key: 'new',
          obligation: open.obligation,
          subject: open.subject,
          period: open.period,
          doneOn,
        };
        const after = occurrencesOf({ ...facts, completions: [...facts.completions, completion] });
        const done = after.find(({ id }) => id === open.id);
        expect([done?.state, done?.doneOn]).toEqual(['done', doneOn]);
        const since = recordedOnIn(facts).get(open.subject?.key ?? '') ?? '';
        if (doneOn >= since) expect(done?.dueOn).toBe(open.dueOn);
        const same = ({ obligation, subject }: Occurrence): boolean =>
          obligation === open.obligation && subject?.key === open.subject?.key;
        const next = after.filter((one) => same(one) && one.state !== 'done');
        expect(next.map(({ period }) => period)).toEqual([doneOn]);
        expect((next[0]?.dueOn as CalendarDate) > doneOn).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

it('a record that shows something to be done counts for the same time as a completion on its day', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const said = { ...facts, fulfilments: [] };
      const shown = {
        ...facts,
        completions: [],
        fulfilments: facts.completions.map(({ obligation, subject, doneOn }) => ({
          ...{ obligation, subject: subject ?? null, doneOn, shownBy: 'a record' },
        })),
      };
      const timesOf = (given: ObligationFacts) =>
        occurrencesOf(given).map(({ id, dueOn, state, doneOn }) => ({ id, dueOn, state, doneOn }));
      expect(timesOf(shown)).toEqual(timesOf(said));
    }),
  );
});

it('nothing is due before the practice or the tool was recorded', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const recordedOn = recordedOnIn(facts);
      for (const { dueOn, subject, state } of occurrencesOf(facts)) {
        const since = recordedOn.get(subject?.key ?? '');
        if (dueOn && since && state !== 'done') expect(dueOn >= since).toBe(true);
      }
    }),
  );
});

it('what the law asks for is there whatever the practice set, and its own days stay', () => {
  const lawful = catalog.obligations.filter(isLaw);
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const found = occurrencesOf(facts);
      const without = occurrencesOf({ ...facts, settings: [] });
      for (const { id, cadence, cadenceFrom, arisesFrom } of lawful) {
        const mine = found.filter(({ obligation }) => obligation === id);
        if (arisesFrom.includes('practice')) expect(mine.length).toBeGreaterThan(0);
        if (cadenceFrom === 'law' || monthsOf(cadence) === null)
          expect(mine).toEqual(without.filter(({ obligation }) => obligation === id));
      }
    }),
  );
});

it('a time that is open is due as many months after the last as the interval says, at the end of the month where that is shorter', () => {
  fc.assert(
    fc.property(anyDay, anyDay, fc.integer({ min: 1, max: 36 }), (recordedOn, doneOn, months) => {
      fc.pre(doneOn >= recordedOn);
      const obligation = { ...catalog.obligations[0], cadence: { kind: 'months' as const, months } };
      const facts = {
        today: doneOn,
        catalog: { dueWithinDays: 14, obligations: [obligation as (typeof catalog.obligations)[number]] },
        subjects: { practice: [thePractice(recordedOn)] },
        completions: [{ key: 'done', obligation: 'OB-01', period: 'first', doneOn }],
        fulfilments: [],
        settings: [],
      };
      const open = occurrencesOf(facts).find(({ state }) => state !== 'done');
      expect(open?.dueOn).toBe(addMonths(doneOn, months));
      const [day, dueDay] = [doneOn, open?.dueOn ?? ''].map((date) => date.slice(8));
      const isLastOfMonth = addDays(open?.dueOn ?? '', 1).slice(8) === '01';
      expect(dueDay === day || isLastOfMonth).toBe(true);
    }),
  );
});
