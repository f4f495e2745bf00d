import { anObligation, aTool, done, facts, thePractice } from '../../../test/factories/obligations.factory';
import type { ObligationsOfPractice } from '../obligations.service';
import { occurrencesOf, type ObligationFacts } from '../rules/occurrences';
import { monthView } from './month.presenter';
import { nextObligations } from './next-obligations';
import { askedIn, wordOf } from './obligation-addresses';
import { groupsOf } from './obligation-list.presenter';

const AT = '/organizations/o/obligations';

function practiceOf(given: ObligationFacts): ObligationsOfPractice {
  return {
    today: given.today,
    facts: { practice: { coveredEntity: 'yes' } },
    definitions: new Map(given.catalog.obligations.map((one) => [one.id, one])),
    settings: new Map(),
    occurrences: occurrencesOf(given),
    shownIn: new Map([['OB-41', ['log-reviews']]]),
  } as unknown as ObligationsOfPractice;
}

const monthly = anObligation();
const yearly = anObligation({ id: 'OB-01', title: 'Risks', cadence: { kind: 'months', months: 12 } });
const event = anObligation({
  id: 'OB-67',
  title: 'Incident',
  cadence: { kind: 'event' },
  arisesFrom: ['incident'],
});
const tool = anObligation({
  id: 'OB-41',
  title: 'Tool log',
  legalStatus: 'good_practice',
  arisesFrom: ['ai_service'],
});

const subjects = {
  practice: [thePractice('2026-10-20')],
  ai_service: [aTool('scribe', { recordedOn: '2026-11-05' })],
};
const usual = practiceOf(facts([yearly, event, tool, monthly], { subjects }));

describe('The list', () => {
  it('has what is overdue first, then what is due, then the months, then what waits for an event', () => {
    const groups = groupsOf(AT, usual.occurrences, usual);
    expect(groups.map(({ id, title, rows }) => [id, title, rows.map((row) => row.title)])).toEqual([
      ['overdue', 'Overdue', ['Look through logs']],
      ['due', 'Due now', ['Tool log']],
      ['month-2027-10', 'October 2027', ['Risks']],
      ['on-event', 'When it happens', ['Incident']],
    ]);
  });

  it('says of each what it is about and whether law or good practice asks for it', () => {
    const rows = groupsOf(AT, usual.occurrences, usual).flatMap((group) => group.rows);
    expect(rows.map(({ about, binding }) => [about, binding])).toEqual([
      ['', 'Law'],
      ['scribe', 'Good practice'],
      ['', 'Law'],
      ['', 'Law'],
    ]);
    const uncovered = {
      ...usual,
      facts: { practice: { coveredEntity: 'no' } },
    } as unknown as ObligationsOfPractice;
    expect(groupsOf(AT, usual.occurrences, uncovered)[0]?.rows[0]?.binding).toBe('Good practice');
  });
});

describe('A month', () => {
  it.each([
    ['2026-11', 5, '2026-11-01', '2026-12-05'],
    ['2026-02', 4, '2026-02-01', '2026-02-28'],
    ['2026-08', 6, '2026-07-26', '2026-09-05'],
    ['2028-02', 5, '2028-01-30', '2028-03-04'],
  ])('%s has whole weeks from Sunday to Saturday', (month, weeks, first, last) => {
    const view = monthView(AT, month, usual);
    expect([view.weeks.length, view.weeks[0]?.[0]?.on, view.weeks.at(-1)?.[6]?.on]).toEqual([
      weeks,
      first,
      last,
    ]);
    expect(view.weeks.every((week) => week.length === 7)).toBe(true);
  });

  it('shows what is due on its day, and what was done on the day on which it was done', () => {
    const all = practiceOf(facts([monthly], { subjects, completions: [done('2026-11-03')] }));
    const days = monthView(AT, undefined, all)
      .weeks.flat()
      .filter(({ entries }) => entries.length > 0);
    expect(days.map(({ on, entries }) => [on, entries.map(({ state }) => state)])).toEqual([
      ['2026-11-03', ['done']],
      ['2026-12-03', ['due']],
    ]);
  });

  it('folds what a day has no room for', () => {
    const catalog = ['OB-01', 'OB-02', 'OB-03', 'OB-04', 'OB-05'].map((id) =>
      anObligation({ id, title: id }),
    );
    const foldedOf = (many: number) =>
      monthView(AT, undefined, practiceOf(facts(catalog.slice(0, many), { subjects })))
        .weeks.flat()
        .flatMap(({ entries, more }) => (entries.length > 0 ? [[entries.length, more.length]] : []));
    expect([foldedOf(4), foldedOf(5)]).toEqual([[[4, 0]], [[3, 2]]]);
  });

  it('tells what is called the same once a day, with each thing that it is about', () => {
    const tools = [aTool('scribe'), aTool('chat')].map((one) => ({ ...one, recordedOn: '2026-11-05' }));
    const all = practiceOf(facts([tool], { subjects: { ai_service: tools } }));
    const [entry, ...others] = monthView(AT, '2026-12', all)
      .weeks.flat()
      .flatMap(({ entries }) => entries);
    expect([entry?.title, entry?.items.map(({ about }) => about), others]).toEqual([
      'Tool log',
      ['chat', 'scribe'],
      [],
    ]);
  });

  it('counts what falls due in it and is not done', () => {
    expect(monthView(AT, '2026-11', usual).open).toBe(1);
    expect(monthView(AT, '2026-12', usual).open).toBe(1);
  });

  it.each(['2026-13', 'never', 7, undefined, '1999-01'])('is the month of today for %p', (wanted) => {
    expect(monthView(AT, wanted, usual).title).toBe('November 2026');
  });
});

describe('The next few', () => {
  it('are the soonest, without what waits for an event, and tell how many more are due', () => {
    const few = nextObligations('o', usual, 1);
    expect([few.rows.map(({ words }) => words), few.more]).toEqual([['Look through logs'], 1]);
    expect(nextObligations('o', usual, 9).rows.map(({ words }) => words)).toEqual([
      'Look through logs',
      'Tool log: scribe',
      'Risks',
    ]);
  });
});

it.each([
  ['OB-01:practice', { obligation: 'OB-01', subject: null }],
  [
    'OB-41:service:northlight-scribe',
    { obligation: 'OB-41', subject: { kind: 'service', key: 'northlight-scribe' } },
  ],
])('the word %s in an address says which', (word, asked) => {
  expect(askedIn(word)).toEqual(asked);
  expect(wordOf(asked as Parameters<typeof wordOf>[0])).toBe(word);
});

it.each(['', 'OB-1', 'OB-01:', 'OB-01:practice:x', 'OB-41:service:A B', null, 3])(
  '%p says nothing',
  (word) => {
    expect(askedIn(word)).toBeNull();
  },
);
