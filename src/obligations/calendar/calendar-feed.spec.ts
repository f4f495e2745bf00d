import ICAL from 'ical.js';
import {
  anObligation,
  aTool,
  done,
  facts,
  thePractice,
  TODAY,
} from '../../../test/factories/obligations.factory';
import type { ObligationsOfPractice } from '../obligations.service';
import { occurrencesOf, type ObligationFacts } from '../rules/occurrences';
import { calendarFeed } from './calendar-feed';

const AT = 'https://duecare.example/organizations/o/obligations';

function feedOf(given: ObligationFacts, name = 'Harbor Light; Counseling, PLLC'): string {
  const all = {
    today: given.today,
    facts: { practice: { coveredEntity: 'yes', name } },
    definitions: new Map(given.catalog.obligations.map((one) => [one.id, one])),
    settings: new Map(),
    occurrences: occurrencesOf(given),
  };
  return calendarFeed('o', AT, all as unknown as ObligationsOfPractice);
}

function eventsIn(text: string): InstanceType<typeof ICAL.Event>[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as never[]);
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

const toolLog = anObligation({ id: 'OB-41', title: 'Look through the log', arisesFrom: ['ai_service'] });
const event = anObligation({ id: 'OB-67', cadence: { kind: 'event' }, arisesFrom: ['incident'] });
const tool = aTool('scribe', { name: 'Zoë’s “Scribe”; notes, drafts\\more 🗒️', recordedOn: '2026-11-05' });
const usual = facts([toolLog, event], { subjects: { practice: [thePractice()], ai_service: [tool] } });

describe('The feed of a calendar', () => {
  it('has an event of a whole day for what is open and has a day, and reads back as it was said', () => {
    const [only, ...others] = eventsIn(feedOf(usual));
    expect(others).toEqual([]);
    expect([only?.startDate.toString(), only?.endDate.toString(), only?.startDate.isDate]).toEqual([
      '2026-12-05',
      '2026-12-06',
      true,
    ]);
    expect(only?.summary).toBe('Look through the log: Zoë’s “Scribe”; notes, drafts\\more 🗒️');
    expect(only?.description).toBe(
      'Look.\nLaw: the rule asks for it and leaves open how often. Every month: our suggestion; the rule sets no interval.',
    );
    expect(only?.component.getFirstPropertyValue('url')).toBe(`${AT}/one?of=OB-41%3Aservice%3Ascribe`);
  });

  it('is folded at 75 octets and ended by CRLF, without cutting a letter in two', () => {
    const long = { ...tool, name: '🗒️é'.repeat(60) };
    const text = feedOf(facts([toolLog], { subjects: { ai_service: [long] } }));
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(eventsIn(text)[0]?.summary).toBe(`Look through the log: ${long.name}`);
  });

  it('keeps the event of one time of one thing when its day moves, and leaves out what is done or far away', () => {
    const [before] = eventsIn(feedOf(usual));
    const completions = [
      done('2026-11-20', { obligation: 'OB-41', subject: { kind: 'service', key: 'scribe' } }),
    ];
    const [next, ...others] = eventsIn(feedOf({ ...usual, completions }));
    expect(others).toEqual([]);
    expect(next?.uid).not.toBe(before?.uid);
    const moved = { ...tool, recordedOn: '2026-11-10' };
    const [later] = eventsIn(feedOf({ ...usual, subjects: { ...usual.subjects, ai_service: [moved] } }));
    expect([later?.uid, later?.startDate.toString()]).toEqual([before?.uid, '2026-12-10']);
    const seldom = anObligation({ cadence: { kind: 'months', months: 36 } });
    expect(eventsIn(feedOf(facts([seldom], { subjects: { practice: [thePractice(TODAY)] } })))).toEqual([]);
  });

  it('is the same for the same facts on the same day', () => {
    expect(feedOf(usual)).toBe(feedOf(usual));
  });
});
