// The practice's own register: which threats apply, what its answers earn, how long it holds.
import { MODEL, scored } from '../../../test/factories/scored';
import { goodAnswers, questionnaireAnswer } from '../../../test/factories/answers.factory';
import { goodSafeguards } from '../../../test/factories/safeguards.factory';
import { AS_OF, flow, practiceFacts, scheduler, scribe } from '../../../test/factories/service-facts.factory';
import type { PracticeFacts, ScoredService } from './practice-facts';
import { scorePractice } from './score-practice';

function practice(changes: Partial<PracticeFacts> = {}): PracticeFacts {
  return {
    asOf: AS_OF,
    practice: practiceFacts(),
    services: [scribe()],
    adjustments: [],
    incidents: [],
    answers: goodAnswers('practice'),
    safeguards: goodSafeguards('2026-10-01'),
    ...changes,
  };
}
/** @param scored what the results of its services say; the scribe of the default facts has an agreement */
const rated = (
  changes: Partial<PracticeFacts> = {},
  ofServices: readonly ScoredService[] = [scored(scribe())],
) => scorePractice(practice(changes), ofServices, MODEL);
const threat = (id: string, changes: Partial<PracticeFacts> = {}) =>
  rated(changes).threats.find((one) => one.id === id);

/** Threats to its records beyond its vendors. */
const WHOLE_PRACTICE = Array.from({ length: 14 }, (_none, place) => `T-${place + 35}`);

describe("the practice's register", () => {
  it('holds the threats of the practice that apply, and none of a service', () => {
    expect(rated().threats.map(({ id }) => id)).toEqual([
      'T-01',
      'T-13',
      'T-25',
      'T-27',
      'T-29',
      'T-30',
      'T-34',
      ...WHOLE_PRACTICE,
    ]);
  });

  it('leaves out what does not bear on it: AI where none is used, video where all sit in one room', () => {
    const inPerson = practiceFacts({ modalities: ['in_person'] });
    const withoutAi = rated({ services: [scheduler()], practice: inPerson }).threats.map(({ id }) => id);
    expect(withoutAi).toEqual(['T-01', 'T-13', 'T-27', 'T-29', 'T-34', ...WHOLE_PRACTICE]);
    expect(rated({ services: [] }).threats.map(({ id }) => id)).not.toContain('T-34');
  });

  it('is low where every answer is good and observed, and high where nobody has answered', () => {
    expect(rated()).toMatchObject({ level: 'low', inherentLevel: 'very_high', confidence: { percent: 100 } });
    const silent = rated({ answers: [], safeguards: [] });
    expect(silent).toMatchObject({ level: 'very_high', confidence: { percent: 0 } });
    const unknowns = silent.unknowns.map(({ id }) => id);
    expect(unknowns).toEqual(expect.arrayContaining(['answer-no-free-ai', 'safeguard-164-308-a-2']));
  });

  it('holds no longer than the result of a service whose agreement it looks at', () => {
    const { holdsUntil } = scored(scribe());
    expect(rated().holdsUntil).toEqual({
      date: holdsUntil?.date,
      because: `${scribe().service.name}: ${holdsUntil?.because}`,
    });
  });

  it('takes tools that nobody approved for very likely where a service is used without an agreement', () => {
    const initiation = (scoredServices: readonly ScoredService[]) =>
      rated({}, scoredServices).threats.find(({ id }) => id === 'T-01')?.inherent.initiation;
    expect(initiation([scored(scribe())])).toBe('high');
    expect(initiation([scored(scribe()), scored(scribe({ agreements: [] }))])).toBe('very_high');
  });

  it('takes an adjustment of one of its threats, until it lapses', () => {
    const lowered = {
      key: 'devices-kept-in-the-office',
      threat: 'T-29',
      target: 'initiation' as const,
      level: 'very_low' as const,
      assessor: { name: 'Dana Whitfield', role: 'Security official' },
      reason: 'No device leaves the office.',
      decidedOn: AS_OF,
    };
    const adjusted = { answers: [], safeguards: [], adjustments: [lowered] };
    const lost = threat('T-29', adjusted);
    expect(lost?.adjustments).toMatchObject([{ key: lowered.key, from: 'moderate', to: 'very_low' }]);
    expect(lost?.residual.initiation).toBe('very_low');
    expect(rated(adjusted, []).holdsUntil).toEqual({
      date: '2027-11-22',
      because: `On 2027-11-23: adjustment ${lowered.key} counts no more.`,
    });
    expect(threat('T-29', { ...adjusted, asOf: '2027-11-23' })?.adjustments).toEqual([]);
  });

  it('counts a disputed answer as unknown from the day of the review', () => {
    const disputed = questionnaireAnswer('second-step-on', {
      review: {
        verdict: 'disputed',
        reviewer: { name: 'Dana Whitfield', role: 'Security official' },
        on: '2026-11-23',
        reason: 'Two accounts have it off.',
      },
    });
    const answers = [...goodAnswers('practice').filter((one) => one.question !== 'second-step-on'), disputed];
    const before = rated({ answers });
    expect(before.threats.find(({ id }) => id === 'T-13')?.residual.initiation).toBe('very_low');
    expect(before.holdsUntil).toMatchObject({ date: AS_OF });
    expect(before.holdsUntil?.because).toContain('disputed since 2026-11-23');
    expect(threat('T-13', { answers, asOf: '2026-11-23' })?.residual.initiation).toBe('moderate');
  });

  it('grows old: half after a year, and nothing is known after two', () => {
    expect(rated({}, []).holdsUntil?.date).toBe('2027-10-01');
    expect(threat('T-01', { asOf: '2027-10-02' })?.residual.initiation).toBe('low');
    expect(rated({ asOf: '2028-10-02' })).toMatchObject({ level: 'very_high', confidence: { percent: 0 } });
  });

  it('is raised by what happened at the practice, for as long as it says', () => {
    const incident: PracticeFacts['incidents'][number] = {
      ...{ number: 1, place: 'at the practice', raises: true, kind: 'lost_or_stolen', finding: 'breach' },
      ...{ knownOn: '2026-09-28', closedOn: null },
    };
    const before = rated().threats.find(({ id }) => id === 'T-40');
    const after = threat('T-40', { incidents: [incident] });
    expect([before?.inherent.initiation, after?.inherent.initiation]).toEqual(['low', 'high']);
    expect(after?.raisedBy).toMatchObject([{ number: 1, levels: 2, countsUntil: '2027-09-28' }]);
    expect(after?.raisedBy?.[0]?.because).toMatch(/^Incident 1 at the practice \(lost or stolen, /);
    expect(threat('T-36', { incidents: [incident] })?.raisedBy).toBeUndefined();
    const old = { ...incident, knownOn: '2025-01-10' };
    expect(rated({ incidents: [old] }).holdsUntil).toEqual({
      ...{ date: '2027-01-10', because: 'On 2027-01-11: incident 1 older than 24 months.' },
    });
    const two = [
      { ...incident, finding: 'incident' as const, knownOn: '2024-11-22' },
      { ...incident, finding: 'incident' as const, knownOn: '2025-11-22', number: 2 },
    ];
    expect(rated({ incidents: two }).holdsUntil?.because).toBe(
      'On 2026-11-23: incident 2 older than 12 months.',
    );
  });

  it('can get as bad as the notes that every practice keeps, and worse where recordings flow', () => {
    expect(rated({ services: [] }).impact).toMatchObject({ level: 'high' });
    expect(rated().impact).toMatchObject({ level: 'very_high' });
    const notes = scribe({ dataFlows: [flow({ dataClasses: ['progress_notes'] })] });
    expect(rated({ services: [notes] }).impact.level).toBe('high');
  });
});
