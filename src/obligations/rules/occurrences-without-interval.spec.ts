// Obligations that have no interval: after an end, once a year, or when something happens.
import { aTool, anObligation, done, facts, told } from '../../../test/factories/obligations.factory';
import { occurrencesOf } from './occurrences';
import type { Completion } from './times-done';

describe('What comes once, by the year or with an event', () => {
  it('gets data back by the day of the contract, else by the suggestion, and is done once', () => {
    const back = anObligation({
      id: 'OB-30',
      cadence: { kind: 'after_end' },
      cadenceFrom: null,
      deadline: { words: '30 days', days: 30, from: 'house' },
      arisesFrom: ['ended_agreement'],
    });
    const ended = aTool('baa', { countsFrom: '2026-11-10' });
    const own = aTool('own-date', { countsFrom: '2026-11-10', firstDueOn: '2026-11-15' });
    const completions = [
      done('2026-11-20', {
        obligation: 'OB-30',
        subject: { kind: 'service', key: 'own-date' },
        period: 'once',
      }),
    ];
    const given = facts([back], { subjects: { ended_agreement: [ended, own] }, completions });
    const certificate = { obligation: 'OB-30', subject: ended.record, shownBy: 'a certificate' };
    const certified = { ...given, fulfilments: [{ ...certificate, doneOn: '2026-11-21' }] };
    expect(occurrencesOf(certified).at(-1)).toMatchObject({
      ...{ period: 'once', dueOn: '2026-12-10', state: 'done', doneOn: '2026-11-21' },
      ...{ completion: null, shownBy: 'a certificate' },
    });
    const before = { ...given, fulfilments: [{ ...certificate, doneOn: '2026-11-09' }] };
    expect(told(before)).toEqual(told(given));
    expect(told(given)).toEqual([
      ['once', '2026-11-15', 'done'],
      ['once', '2026-12-10', 'upcoming'],
    ]);
  });

  it.each([
    ['2026-11-22', ['2026 2027-03-01 upcoming']],
    ['2027-03-02', ['2026 2027-03-01 overdue', '2027 2028-02-29 upcoming']],
    ['2028-02-29', ['2026 2027-03-01 overdue', '2027 2028-02-29 due', '2028 2029-03-01 upcoming']],
  ])('reports small breaches 60 days after each year, a leap day among them (%s)', (today, expected) => {
    const report = anObligation({
      id: 'OB-65',
      cadence: { kind: 'after_year_end', days: 60 },
      cadenceFrom: 'law',
    });
    expect(told(facts([report], { today })).map((one) => one.join(' '))).toEqual(expected);
  });

  it('waits for an event, and tells each that was seen to with its deadline', () => {
    const notice = anObligation({
      id: 'OB-62',
      cadence: { kind: 'event' },
      cadenceFrom: null,
      alsoWhen: 'the practice discovers a breach',
      deadline: { words: 'at most 60 days', days: 60, from: 'law' },
      arisesFrom: ['incident'],
    });
    const completion: Completion = {
      key: 'notice',
      obligation: 'OB-62',
      subject: { kind: 'event', key: 'incident-2026-03' },
      period: 'once',
      happenedOn: '2026-03-02',
      doneOn: '2026-04-20',
    };
    const found = occurrencesOf(facts([notice], { completions: [completion] }));
    expect(found.map(({ id, dueOn, state, doneOn }) => [id, dueOn, state, doneOn])).toEqual([
      ['OB-62:event:incident-2026-03:once', '2026-05-01', 'done', '2026-04-20'],
      ['OB-62:practice:event', null, 'on_event', null],
    ]);
  });
});
