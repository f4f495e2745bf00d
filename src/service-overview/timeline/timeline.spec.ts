import type { TimelineAgreement, TimelineFacts } from './timeline-facts';
import { renewalsUntil, timelineEvents } from './timeline-events';
import { timelineLayout } from './timeline-layout';
import { timelineView } from './timeline.presenter';

const TODAY = '2026-11-29';
const agreement = (changes: Partial<TimelineAgreement> = {}): TimelineAgreement => ({
  ...{ key: 'baa', kind: 'business_associate_agreement', title: 'BAA', services: ['scribe'] },
  ...{ signedOn: '2026-02-15', ...changes },
});
const facts = (changes: Partial<TimelineFacts> = {}): TimelineFacts => ({
  ...{ today: TODAY, flows: [{ number: 'F1', since: '2026-02-01' }], agreements: [agreement()] },
  gaps: [{ from: '2026-02-01', to: '2026-02-14', days: 14, flows: ['audio'] }],
  ...changes,
});
const told = (of: TimelineFacts): string[] => timelineEvents(of).map(({ on, words }) => `${on} ${words}`);

describe('what happened to agreements', () => {
  it('is told in order, with the gap from the first flow to the signature', () => {
    expect(told(facts())).toEqual([
      '2026-02-01 Data starts to flow: F1',
      '2026-02-01 GAP: data flows without an agreement in force to Feb 14, 2026, 14 days',
      '2026-02-15 BAA: signed, in force',
    ]);
  });

  it('tells signature and effect apart, amendments from when they count, and the end to come', () => {
    const amendments = [{ key: 'first', title: 'First Amendment', signedOn: '2026-06-01' }];
    const one = agreement({ effectiveOn: '2026-03-01', endsOn: '2027-02-28', amendments });
    const events = timelineEvents(facts({ agreements: [one], gaps: [], flows: [] }));
    expect(events.map(({ on, kind, isToCome }) => [on, kind, isToCome])).toEqual([
      ['2026-02-15', 'step', false],
      ['2026-03-01', 'start', false],
      ['2026-06-01', 'amendment', false],
      ['2027-02-28', 'end', true],
    ]);
  });

  it('counts renewals from the first end, and gives the last day for notice of the term that runs', () => {
    const one = agreement({
      ...{ signedOn: '2023-01-31', endsOn: '2024-01-31', autoRenews: true, renewalTermMonths: 12 },
      noticeDaysToLeave: 60,
    });
    expect(renewalsUntil(one, TODAY)).toEqual(['2024-01-31', '2025-01-31', '2026-01-31']);
    expect(told(facts({ agreements: [one], gaps: [], flows: [] })).slice(-2)).toEqual([
      '2026-12-02 BAA: last day for notice to leave (60 days before the end)',
      '2027-01-31 BAA: the term ends, and it renews by itself',
    ]);
  });

  it('says nothing of a term that would have ended after a party ended it', () => {
    const one = agreement({ endsOn: '2027-02-28', terminatedOn: '2026-08-31' });
    expect(told(facts({ agreements: [one], gaps: [], flows: [] }))).toEqual([
      '2026-02-15 BAA: signed, in force',
      '2026-08-31 BAA: no longer in force: a party ended it',
    ]);
  });
});

describe('the layout', () => {
  const layout = (of: TimelineFacts, width = 700) => {
    const found = timelineLayout(of, width, '2020-11-29');
    if (!found) throw new Error('nothing was laid out');
    return found;
  };

  it('has a lane for the flows and one for each agreement, everything within its edges', () => {
    const { lanes, width, height, todayX } = layout(facts());
    expect(lanes.map(({ title }) => title)).toEqual(['Data flows', 'BAA']);
    for (const { bars, gaps, marks, y } of lanes) {
      for (const { x, width: wide } of [...bars, ...gaps]) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + wide).toBeLessThanOrEqual(width + 0.1);
      }
      for (const { x } of marks) expect(x).toBeLessThanOrEqual(width);
      expect(y).toBeLessThan(height);
    }
    expect(todayX).toBeLessThan(width);
  });

  it('puts the gap where the agreement is not yet in force, and its words beneath', () => {
    const [flows, baa] = layout(facts()).lanes;
    const gap = flows?.gaps[0];
    const bar = baa?.bars[0];
    expect(gap?.words).toBe('gap: 14 days');
    expect((gap?.x ?? 0) + (gap?.width ?? 0)).toBeCloseTo(bar?.x ?? -1, 0);
  });

  it('leaves words out that would run into others, on a narrow screen', () => {
    const gaps = ['2026-02-01', '2026-02-20', '2026-09-01'].map((from) => ({
      ...{ from, to: from, days: 1, flows: ['audio'] },
    }));
    const words = layout(facts({ gaps }), 330).lanes[0]?.gaps.map((gap) => gap.words);
    expect(words).toEqual(['gap: 1 day', '', 'gap: 1 day']);
  });

  it('marks what is to come, and a start that nobody recorded', () => {
    const flows = [{ number: 'F1', since: null }];
    const [first, second] = layout(facts({ flows, gaps: [] })).lanes;
    expect(first?.bars.map(({ kind }) => kind)).toEqual(['unknown']);
    expect(second?.bars.map(({ kind }) => kind)).toEqual(['in_force', 'to_come']);
  });

  it('is not there where nothing flows and nothing is signed', () => {
    expect(
      timelineLayout(facts({ flows: [], agreements: [agreement({ signedOn: null })] }), 700, '2020-11-29'),
    ).toBeNull();
  });
});

it('a drawing tells everything to those who do not see it, and takes titles as letters', () => {
  const view = timelineView(facts({ agreements: [agreement({ title: '<b>BAA</b>' })] }), 'Scribe');
  expect(view?.wide?.text).toContain('GAP: data flows without an agreement in force');
  expect(view?.wide?.text).toContain('role="img"');
  expect(view?.wide?.text).not.toContain('<b>');
  expect(view?.key).toContain('hatched: a gap');
});
