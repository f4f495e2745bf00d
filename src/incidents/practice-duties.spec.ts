import { ALL_FACTORS, clocksOf } from '../../test/factories/incidents.arbitrary';
import type { DutyStanding } from './duty-standing';
import { leftToDo } from './incident-clocks';
import type { IncidentFields } from './incident.fields';
import type { IncidentDuty } from './incident-words';

type Changes = Partial<IncidentFields>;

const toldOf = (changes: Changes, duty: IncidentDuty): string[] =>
  clocksOf(changes)
    .practice.filter((one) => one.duty === duty)
    .map(inWords);

const inWords = ({ state, standing, reason, dueOn }: DutyStanding) =>
  [state, standing, reason, dueOn].filter(Boolean).join(' ');

const ofAll = (individuals: number, state: 'IL' | 'WI' = 'IL'): Changes => ({
  affectedIndividuals: individuals,
  affectedByState: [{ state, individuals }],
});

describe('HHS is told', () => {
  it.each<[string, Changes, IncidentDuty, string]>([
    ['after the end of the year of 499', ofAll(499), 'hhs_yearly', 'open presumed_breach 2027-03-01'],
    ['with the people of 500', ofAll(500), 'hhs_at_once', 'open presumed_breach 2026-12-12'],
    ['with the people of 501', ofAll(501), 'hhs_at_once', 'open presumed_breach 2026-12-12'],
    [
      'by the earlier day while nobody knows of how many',
      { affectedIndividuals: null, affectedByState: null },
      'hhs_at_once',
      'open number_unknown 2026-12-12',
    ],
    [
      'at once when the people of 500 were told before',
      { ...ofAll(500), notices: [{ recipient: 'individuals', doneOn: '2026-11-10' }] },
      'hhs_at_once',
      'overdue with_individual_notice 2026-11-10',
    ],
    [
      'in the next year of what was discovered on 31 December',
      { ...ofAll(499), knownOn: '2025-12-31' },
      'hhs_yearly',
      'overdue presumed_breach 2026-03-01',
    ],
    [
      'a year later of what was discovered on 1 January',
      { ...ofAll(499), knownOn: '2026-01-01' },
      'hhs_yearly',
      'open presumed_breach 2027-03-01',
    ],
  ])('%s', (_what, changes, duty, told) => {
    const other = duty === 'hhs_yearly' ? 'hhs_at_once' : 'hhs_yearly';
    expect([toldOf(changes, duty), toldOf(changes, other)]).toEqual([[told], []]);
  });
});

describe('The media are told', () => {
  it.each<[string, Changes, string[]]>([
    ['of nothing with 499 in a state', ofAll(499), ['not_due not_above_threshold']],
    [
      'of nothing with 500 in a state: that is not more than 500',
      ofAll(500),
      ['not_due not_above_threshold'],
    ],
    ['in a state with 501', ofAll(501), ['IL open presumed_breach 2026-12-12']],
    [
      'of nothing where no state has more than 500, however many there are together',
      {
        affectedIndividuals: 1000,
        affectedByState: [
          { state: 'WI', individuals: 500 },
          { state: 'IL', individuals: 500 },
        ],
      },
      ['not_due not_above_threshold'],
    ],
    [
      'in each state with more than 500, and in no other',
      {
        affectedIndividuals: 1502,
        affectedByState: [
          { state: 'WI', individuals: 501 },
          { state: 'IA', individuals: 500 },
          { state: 'IL', individuals: 501 },
        ],
      },
      ['IL open presumed_breach 2026-12-12', 'WI open presumed_breach 2026-12-12'],
    ],
    [
      'somewhere, where more than 500 stand under no state',
      { affectedIndividuals: 600, affectedByState: [{ state: 'IL', individuals: 99 }] },
      ['open residents_unknown 2026-12-12'],
    ],
    [
      'somewhere, where those of no known state may make one exceed 500',
      { affectedIndividuals: 501, affectedByState: [{ state: 'IL', individuals: 100 }] },
      ['open residents_unknown 2026-12-12'],
    ],
    [
      'of nothing, where all of no known state in the largest make 500',
      { affectedIndividuals: 500, affectedByState: [{ state: 'IL', individuals: 100 }] },
      ['not_due not_above_threshold'],
    ],
    [
      'somewhere, as long as nobody knows how many there are',
      { affectedIndividuals: null, affectedByState: [{ state: 'IL', individuals: 3 }] },
      ['open number_unknown 2026-12-12'],
    ],
    [
      'in a territory as in a state',
      { affectedIndividuals: 501, affectedByState: [{ state: 'PR', individuals: 501 }] },
      ['PR open presumed_breach 2026-12-12'],
    ],
  ])('%s', (_what, changes, told) => expect(toldOf(changes, 'media')).toEqual(told));
});

describe('The people concerned are told', () => {
  const told = (doneOn: string): Changes => ({ notices: [{ recipient: 'individuals', doneOn }] });
  it.each<[string, Changes, string]>([
    ['within 60 days, even one of them', { affectedIndividuals: 1 }, 'open presumed_breach 2026-12-12'],
    ['in time on the last day', told('2026-12-12'), 'done presumed_breach 2026-12-12'],
    ['late a day after', told('2026-12-13'), 'done_late presumed_breach 2026-12-12'],
    ['overdue once the day is past', { knownOn: '2026-09-22' }, 'overdue presumed_breach 2026-11-21'],
    ['not yet overdue on the last day itself', { knownOn: '2026-09-23' }, 'open presumed_breach 2026-11-22'],
    [
      'later where an official asked for it in writing',
      { lawEnforcementDelay: { statedOn: '2026-10-20', inWriting: true, until: '2027-01-31' } },
      'open law_enforcement_delay 2027-01-31',
    ],
    [
      'no later by a delay that ends before',
      { lawEnforcementDelay: { statedOn: '2026-10-20', inWriting: false } },
      'open presumed_breach 2026-12-12',
    ],
    ['of nothing where the use was allowed', { impermissibleUse: 'no' }, 'not_due no_impermissible_use'],
    ['of nothing where the data could not be read', { dataSecured: 'yes' }, 'not_due data_secured'],
    [
      'of nothing under an exception',
      { exception: 'could_not_retain', exceptionReason: 'It came back unopened.' },
      'not_due exception',
    ],
    [
      'of nothing where all four factors show it improbable',
      {
        factors: ALL_FACTORS,
        conclusion: { probability: 'low', reason: 'Nobody opened it.', decidedOn: '2026-10-20' },
      },
      'not_due low_probability',
    ],
  ])('%s', (_what, changes, words) => expect(toldOf(changes, 'individuals')).toEqual([words]));

  it('counts the days that are left, also past the last', () => {
    const daysLeft = (knownOn: string) =>
      clocksOf({ knownOn }).practice.find(({ duty }) => duty === 'individuals')?.daysLeft;
    expect(['2026-10-13', '2026-09-23', '2026-09-22'].map(daysLeft)).toEqual([20, 0, -1]);
  });
});

describe('The law of each state is looked up', () => {
  it.each<[string, Changes, string[]]>([
    ['where people live', {}, ['IL open look_up']],
    [
      'somewhere, for those of whom nobody knows where they live',
      { affectedIndividuals: 5 },
      ['IL open look_up', 'open residents_unknown'],
    ],
    [
      'though HIPAA asks for no notice: a state has a test of its own',
      { exception: 'could_not_retain', exceptionReason: 'It came back unopened.' },
      ['IL open look_up'],
    ],
    ['not for data that nobody could read', { dataSecured: 'yes' }, ['not_due data_secured']],
    [
      'until it is noted that none is needed, and why',
      {
        notices: [
          { recipient: 'state', state: 'IL', doneOn: '2026-10-20', notNeededBecause: 'Note on file' },
        ],
      },
      ['IL done none_needed'],
    ],
    [
      'and a notice in one state is none in another',
      { notices: [{ recipient: 'state', state: 'WI', doneOn: '2026-10-20' }] },
      ['IL open look_up'],
    ],
  ])('%s', (_what, changes, words) => expect(toldOf(changes, 'state')).toEqual(words));
});

describe('The four factors are judged', () => {
  it.each<[string, Changes, string]>([
    ['while nothing is concluded', {}, 'open factors_open'],
    [
      'no more once the people were told all the same',
      { notices: [{ recipient: 'individuals', doneOn: '2026-10-20' }] },
      'not_due told_anyway',
    ],
    ['not where the data could not be read', { dataSecured: 'yes' }, 'not_due data_secured'],
    [
      'once, with a conclusion',
      { conclusion: { probability: 'not_low', reason: 'It was read.', decidedOn: '2026-10-19' } },
      'done concluded',
    ],
  ])('%s', (_what, changes, words) => expect(toldOf(changes, 'risk_assessment')).toEqual([words]));
});

describe('A practice', () => {
  it('that is no covered entity owes no federal notice, and still looks up its state', () => {
    const { practice } = clocksOf({}, { coveredEntity: 'no' });
    expect(practice.map(({ duty, standing }) => `${duty} ${standing}`)).toEqual([
      'record open',
      'risk_assessment not_due',
      'individuals not_due',
      'hhs_yearly not_due',
      'media not_due',
      'state open',
    ]);
  });

  it('that is unsure whether it is one owes what one owes', () =>
    expect(clocksOf({}, { coveredEntity: 'unsure' })).toEqual(clocksOf({})));

  it('has an outcome left to write of an incident that is no breach', () => {
    const noBreach: Changes = { dataSecured: 'yes' };
    expect(leftToDo(clocksOf(noBreach)).map(({ duty }) => duty)).toEqual(['record']);
    expect(leftToDo(clocksOf({ ...noBreach, outcome: 'Erased from afar.' }))).toEqual([]);
  });
});
