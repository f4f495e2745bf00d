import {
  aTool,
  anObligation,
  done,
  facts,
  openOf,
  thePractice,
  told,
  TODAY,
} from '../../../test/factories/obligations.factory';
import { occurrencesOf } from './occurrences';

describe('An obligation that comes again', () => {
  it.each([
    ['is due one interval after the practice was recorded', '2026-11-10', 1, '2026-12-10', 'upcoming'],
    ['is due within two weeks of the day', '2026-10-30', 1, '2026-11-30', 'due'],
    ['is due on the last of those days', '2026-11-06', 1, '2026-12-06', 'due'],
    ['comes up the day after', '2026-11-07', 1, '2026-12-07', 'upcoming'],
    ['is due, not overdue, on its own day', '2026-10-22', 1, '2026-11-22', 'due'],
    ['is overdue the day after', '2026-10-21', 1, '2026-11-21', 'overdue'],
    ['falls on the last day of a shorter month', '2026-08-31', 3, '2026-11-30', 'due'],
    ['falls on 28 February in a year without a leap day', '2026-08-31', 6, '2027-02-28', 'upcoming'],
    ['falls on 29 February in a leap year', '2027-08-31', 6, '2028-02-29', 'upcoming'],
    ['counts a year from a leap day to the 28th', '2028-02-29', 12, '2029-02-28', 'upcoming'],
  ])('%s', (_what, recordedOn, months, dueOn, state) => {
    const obligation = anObligation({ cadence: { kind: 'months', months } });
    expect(told(facts([obligation], { subjects: { practice: [thePractice(recordedOn)] } }))).toEqual([
      ['first', dueOn, state],
    ]);
  });

  it('is due next one interval after the day on which it was done, early or late', () => {
    const completions = [
      done('2026-10-31', { period: '2026-03-05', key: 'late' }),
      done('2026-03-05', { key: 'late-as-well' }),
    ];
    expect(told(facts([anObligation()], { completions }))).toEqual([
      ['first', '2026-02-28', 'done'],
      ['2026-03-05', '2026-04-05', 'done'],
      ['2026-10-31', '2026-11-30', 'due'],
    ]);
  });

  it('is open again where a correction says that what was recorded does not count', () => {
    const correction = {
      ...{ says: 'It was another tool.', stillCounts: true, correctedOn: '2026-04-01' },
      correctedBy: { name: 'Dana Whitfield', role: 'Owner' },
    };
    const of = (stillCounts: boolean) =>
      told(
        facts([anObligation()], {
          completions: [done('2026-03-05', { corrections: [{ ...correction, stillCounts }] })],
        }),
      );
    expect(of(true)).toEqual(told(facts([anObligation()], { completions: [done('2026-03-05')] })));
    expect(of(false)).toEqual(told(facts([anObligation()])));
  });

  it('is done by what another record shows, between what was said and beside it', () => {
    const shown = (doneOn: string) => ({
      ...{ obligation: 'OB-03', subject: null, doneOn, shownBy: 'a log review' },
    });
    const given = facts([anObligation()], {
      completions: [done('2026-10-31', { period: '2026-03-05' }), done('2026-03-05')],
      // before all, on the day of a completion, between the two, after all
      fulfilments: ['2026-02-20', '2026-03-05', '2026-05-01', '2026-11-15'].map(shown),
    });
    expect(told(given)).toEqual([
      ['first', '2026-02-28', 'done'],
      ['2026-03-05', '2026-04-05', 'done'],
      ['2026-10-31', '2026-11-30', 'done'],
      ['2026-11-15', '2026-12-15', 'upcoming'],
    ]);
    const [first, , last] = occurrencesOf(given);
    expect([first?.completion, first?.shownBy]).toEqual(['done-2026-03-05', null]);
    expect([last?.completion, last?.shownBy, last?.doneOn]).toEqual([null, 'a log review', '2026-11-15']);
  });

  it('is never due before the day on which what it is about was recorded', () => {
    const given = facts([anObligation()], {
      subjects: { practice: [thePractice('2026-11-20')] },
      completions: [done('2025-01-10')],
    });
    expect(openOf(given).map(({ dueOn }) => dueOn)).toEqual(['2026-11-20']);
  });

  it('says of what was done before that by when it was due only where the one before tells', () => {
    const given = facts([anObligation()], {
      subjects: { practice: [thePractice('2026-11-20')] },
      completions: [done('2026-09-15'), done('2026-10-14', { period: '2026-09-15' })],
    });
    expect(told(given)).toEqual([
      ['2026-09-15', '2026-10-15', 'done'],
      ['2026-10-14', '2026-11-20', 'overdue'],
      ['first', null, 'done'],
    ]);
  });

  it('counts from the date of a report, and goes by the last day that a certificate names', () => {
    const obligation = anObligation({
      cadence: { kind: 'months', months: 12 },
      arisesFrom: ['soc2_report', 'attestation'],
    });
    const report = aTool('report', { countsFrom: '2026-01-31', recordedOn: '2026-06-01' });
    const old = aTool('old-report', { countsFrom: '2024-01-31', recordedOn: '2026-06-01' });
    const certificate = aTool('certificate', { countsFrom: '2026-01-31', firstDueOn: '2026-12-24' });
    const given = facts([obligation], {
      subjects: { soc2_report: [report, old], attestation: [certificate] },
    });
    expect(openOf(given).map(({ subjectName, dueOn }) => [subjectName, dueOn])).toEqual([
      ['old-report', '2026-06-01'],
      ['certificate', '2026-12-24'],
      ['report', '2027-01-31'],
    ]);
  });

  it('arises for each tool, and once for one that counts for two reasons', () => {
    const obligation = anObligation({ arisesFrom: ['ai_service', 'client_data_service'] });
    const subjects = { ai_service: [aTool('scribe'), aTool('chat')], client_data_service: [aTool('scribe')] };
    expect(openOf(facts([obligation], { subjects })).map(({ id }) => id)).toEqual([
      'OB-03:service:chat:first',
      'OB-03:service:scribe:first',
    ]);
  });

  it('asks for the proof of what is seen to each time, and for nothing where no proof is asked for', () => {
    const audio = anObligation({ cadence: { kind: 'each_time', each: 'recording', proofEveryMonths: 1 } });
    const notes = anObligation({
      id: 'OB-42',
      cadence: { kind: 'each_time', each: 'note', proofEveryMonths: null },
    });
    expect(told(facts([audio, notes]))).toEqual([
      ['first', '2026-02-28', 'overdue'],
      ['once', null, 'on_event'],
    ]);
  });
});

describe('What the practice set', () => {
  const set = {
    obligation: 'OB-03',
    reason: 'Small practice',
    decidedBy: { name: 'Dana Whitfield', role: 'Owner' },
    decidedOn: '2026-10-01',
  };
  const good = anObligation({ legalStatus: 'good_practice' });

  it('is gone by: another interval, also after it was done', () => {
    const settings = [{ ...set, decision: 'other_interval', months: 6 }];
    const given = facts([anObligation()], { settings, completions: [done('2026-08-31')] });
    expect(openOf(given).map(({ dueOn }) => dueOn)).toEqual(['2027-02-28']);
  });

  it.each<[string, object, [string, string | null][]]>([
    [
      'none',
      {},
      [
        ['2026-03-10', '2026-03-05'],
        ['2026-10-05', '2026-04-10'],
      ],
    ],
    [
      'a longer interval',
      { decision: 'other_interval', months: 6 },
      [
        ['2026-03-10', '2026-08-05'],
        ['2026-10-05', '2026-09-10'],
      ],
    ],
    [
      'a shorter interval',
      { decision: 'other_interval', months: 1 },
      [
        ['2026-03-10', '2026-05-05'],
        ['2026-10-05', '2026-04-10'],
      ],
    ],
    [
      'back as published',
      { decision: 'as_published' },
      [
        ['2026-03-10', null],
        ['2026-10-05', '2026-06-10'],
      ],
    ],
  ])('makes nothing late that was done before: %s', (_what, changes, expected) => {
    const months = _what === 'none' ? 1 : 3;
    const settings = _what === 'none' ? [] : [{ ...set, decision: '', decidedOn: '2026-04-01', ...changes }];
    const completions = [
      done('2026-03-10', { period: '2026-02-05', key: 'before' }),
      done('2026-10-05', { period: '2026-03-10', key: 'after' }),
    ];
    const given = facts([anObligation({ cadence: { kind: 'months', months } })], { settings, completions });
    const found = occurrencesOf(given as never).filter(({ state }) => state === 'done');
    expect(found.map(({ doneOn, dueOn }) => [doneOn, dueOn]).sort()).toEqual(expected);
  });

  it('leaves good practice out that does not apply', () => {
    const settings = [{ ...set, decision: 'not_applicable' }];
    expect(occurrencesOf(facts([good], { settings }))).toEqual([]);
  });

  it('never leaves out what the law asks for, whatever stands on record', () => {
    const settings = [{ ...set, decision: 'not_applicable' }];
    for (const legalStatus of ['law_event', 'law_duty_interval_free'] as const)
      expect(occurrencesOf(facts([anObligation({ legalStatus })], { settings }))).toHaveLength(1);
  });

  it('is over with "as published"', () => {
    const settings = [{ ...set, decision: 'as_published' }];
    expect(told(facts([good], { settings }))).toEqual(told(facts([good])));
  });
});

describe('What has to be there before use', () => {
  const agreement = anObligation({
    id: 'OB-20',
    legalStatus: 'law_event',
    cadence: { kind: 'before_use' },
    cadenceFrom: 'law',
    arisesFrom: ['client_data_service'],
  });
  const of = (changes: object) =>
    facts([agreement], { subjects: { client_data_service: [aTool('scribe', changes)] } });

  it('is due at once, on the day on which the flow was recorded', () => {
    expect(told(of({ neededSince: '2026-11-20' }))).toEqual([['once', '2026-11-20', 'overdue']]);
    expect(told(of({ neededSince: TODAY }))).toEqual([['once', TODAY, 'due']]);
  });

  it('is shown by the record that is there, and by no completion', () => {
    const [one] = occurrencesOf(of({ shownBy: 'an agreement in force that covers it' }));
    expect([one?.state, one?.completion, one?.shownBy]).toEqual([
      'done',
      null,
      'an agreement in force that covers it',
    ]);
  });
});
