import { aBreach } from '../../test/factories/incidents.arbitrary';
import { loadCatalogs } from '../catalogs/load-catalogs';
import type { IncidentFields } from '../incidents/incident.fields';
import { byWhen, timeLeft, urgencyOf } from './duty-words';
import type { IncidentFactsRow, IncidentOnRecord } from './incident-facts.query';
import { incidentListView } from './incident-list.presenter';
import { incidentView } from './incident.presenter';
import { owed } from '../incidents/duty-standing';

const { breachNotification } = loadCatalogs();

const recorded = (changes: Partial<IncidentFields> = {}, id = 'x'): IncidentOnRecord => ({
  ...aBreach(changes),
  ...{ id, key: id, version: 1, number: 1 },
});

const factsOf = (...incidents: IncidentOnRecord[]): IncidentFactsRow => ({
  ...{
    timeZone: 'America/Chicago',
    coveredEntity: 'yes',
    incidents,
    count: incidents.length,
    agreements: [],
  },
  vendors: [{ key: 'northlight-notes', name: 'Northlight Notes' }],
  services: [{ id: 's', key: 'northlight-scribe', name: 'Northlight Scribe', vendor: 'northlight-notes' }],
  evidence: [],
});

const viewOf = (changes: Partial<IncidentFields>, today = '2026-11-22') => {
  const incident = recorded(changes);
  return incidentView('/p', incident, factsOf(incident), today, breachNotification);
};

describe('The days of a duty, in words', () => {
  const duty = (today: string, doneOn: string | null = null) =>
    owed({ duty: 'individuals', reason: 'breach', since: '2026-10-13', dueOn: '2026-12-12', doneOn }, today);
  it.each([
    ['2026-11-22', null, 'by Dec 12, 2026 at the latest: 20 days left', 'open'],
    ['2026-11-28', null, 'by Dec 12, 2026 at the latest: 14 days left', 'soon'],
    ['2026-12-11', null, 'by Dec 12, 2026 at the latest: 1 day left', 'soon'],
    ['2026-12-12', null, 'by Dec 12, 2026 at the latest: last day today', 'soon'],
    ['2026-12-13', null, 'by Dec 12, 2026 at the latest: 1 day overdue', 'late'],
    ['2026-12-20', '2026-12-12', 'on Dec 12, 2026; last day Dec 12, 2026', 'done'],
    ['2026-12-20', '2026-12-13', 'on Dec 13, 2026; last day Dec 12, 2026', 'late'],
  ])('%s, done %s: %s', (today, doneOn, words, urgency) => {
    expect([byWhen(duty(today, doneOn)), urgencyOf(duty(today, doneOn))]).toEqual([words, urgency]);
  });

  it('are none where nothing runs', () => expect(timeLeft({ daysLeft: null })).toBe(''));
});

describe('The page of an incident', () => {
  it('tells what is owed, where it is noted, and what was not checked', () => {
    const { duties, settled, verdict, discovered } = viewOf({});
    expect([verdict, discovered]).toEqual([
      'Counts as a breach until you show otherwise',
      'Counts as discovered on Oct 13, 2026, the first day on which somebody of the practice knew.',
    ]);
    expect(duties.map(({ title, standing, href }) => `${title}: ${standing} ${href}`)).toEqual([
      'Tell each person concerned: To do /p/incidents/x/notices/new?recipient=individuals',
      'Report it to HHS after the end of the year: To do /p/incidents/x/notices/new?recipient=hhs',
      'Write down what happened and how it ended: To do /p/incidents/x/closing',
      'Judge the four factors: To do /p/incidents/x#factors',
      'Look up what the state asks (IL): To do /p/incidents/x/notices/new?recipient=state&state=IL',
    ]);
    expect(settled.map(({ title, standing, href }) => `${title}: ${standing} ${href}`)).toEqual([
      'Tell the media of the state: Not owed ',
    ]);
    expect([...duties, ...settled].filter(({ unchecked }) => unchecked).map(({ title }) => title)).toEqual([
      'Judge the four factors',
      'Look up what the state asks (IL)',
      'Tell the media of the state',
    ]);
  });

  it('draws the clocks that have a day, and tells the same to those who do not see them', () => {
    const { picture } = viewOf({});
    expect(picture?.wide.text).toContain(
      'Tell each person concerned: by Dec 12, 2026 at the latest: 20 days left.',
    );
    expect(viewOf({ dataSecured: 'yes' }).picture).toBeNull();
  });

  it('escapes what somebody typed', () =>
    expect(JSON.stringify(viewOf({ title: '<b>x' }).picture)).not.toContain('<b>'));

  it('offers to close it once only its outcome is left', () => {
    expect([viewOf({}).mayClose, viewOf({ dataSecured: 'yes' }).mayClose]).toEqual([false, true]);
  });
});

describe('The list of incidents', () => {
  const listOf = (...incidents: IncidentOnRecord[]) =>
    incidentListView('/p', factsOf(...incidents), '2026-11-22', breachNotification);

  it('tells the soonest days first, and how much more there is', () => {
    const [line] = listOf(recorded({ services: ['northlight-scribe'] })).open;
    expect(line?.next.map(({ words, when }) => `${words} ${when}`)).toEqual([
      'Tell each person concerned by Dec 12, 2026 at the latest: 20 days left',
      'Report it to HHS after the end of the year by Mar 1, 2027 at the latest: 99 days left',
      'Write down what happened and how it ended no number of days is set',
    ]);
    expect([line?.moreLeft, line?.about, line?.people]).toEqual([2, 'Northlight Scribe', '3 people']);
  });

  it('keeps what is closed apart', () => {
    const { open, closed } = listOf(recorded({}, 'a'), recorded({ closedOn: '2026-11-02' }, 'b'));
    expect([open.map(({ href }) => href), closed.map(({ href }) => href)]).toEqual([
      ['/p/incidents/a'],
      ['/p/incidents/b'],
    ]);
  });
});
