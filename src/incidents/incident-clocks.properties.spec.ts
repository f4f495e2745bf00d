// What holds for every incident, whatever its facts.
import fc from 'fast-check';
import { anyDay, anyIncident, AROUND } from '../../test/factories/incidents.arbitrary';
import { addDays } from '../common/calendar-date';
import { isLeft, type DutyStanding } from './duty-standing';
import { incidentClocks } from './incident-clocks';
import type { IncidentFields } from './incident.fields';

const practiceOf = (incident: IncidentFields, today = AROUND.today) =>
  incidentClocks(incident, { ...AROUND, today }).practice;

/** The report to HHS is one duty with two days. */
const nameOf = ({ duty, state }: DutyStanding) => `${duty.replace(/^hhs_.*/, 'hhs')} ${state ?? ''}`;
const owedOf = (duties: readonly DutyStanding[]) => duties.filter(({ standing }) => standing !== 'not_due');
const withoutNotices = (incident: IncidentFields): IncidentFields => ({ ...incident, notices: null });

it('more people never take a duty away, nor give it a later day', () =>
  fc.assert(
    fc.property(anyIncident, fc.integer({ min: 1, max: 1500 }), fc.boolean(), (incident, more, placed) => {
      const before = withoutNotices(incident);
      const [first, ...others] = before.affectedByState ?? [];
      const after = {
        ...before,
        affectedIndividuals: before.affectedIndividuals == null ? null : before.affectedIndividuals + more,
        affectedByState:
          placed && first
            ? [{ ...first, individuals: first.individuals + more }, ...others]
            : before.affectedByState,
      };
      const then = new Map(owedOf(practiceOf(after)).map((duty) => [nameOf(duty), duty]));
      for (const duty of owedOf(practiceOf(before))) {
        const still = then.get(nameOf(duty));
        expect(still).toBeDefined();
        if (duty.dueOn !== null) expect((still?.dueOn ?? '') <= duty.dueOn).toBe(true);
      }
    }),
  ));

it('an earlier discovery never gives a later day', () =>
  fc.assert(
    fc.property(anyIncident, fc.integer({ min: 0, max: 800 }), (incident, days) => {
      const earlier = practiceOf({ ...incident, knownOn: addDays(incident.knownOn, -days) });
      practiceOf(incident).forEach((duty, place) => {
        expect(nameOf(earlier[place] as DutyStanding)).toBe(nameOf(duty));
        if (duty.dueOn !== null) expect((earlier[place]?.dueOn ?? '') <= duty.dueOn).toBe(true);
      });
    }),
  ));

it('the order of anything changes nothing', () =>
  fc.assert(
    fc.property(anyIncident, (incident) => {
      const turned = {
        ...incident,
        affectedByState: [...(incident.affectedByState ?? [])].reverse(),
        factors: [...(incident.factors ?? [])].reverse(),
        notices: [...(incident.notices ?? [])].reverse(),
      };
      expect(incidentClocks(turned, AROUND)).toEqual(incidentClocks(incident, AROUND));
    }),
  ));

it('a duty is left until it is done, and a day that passes only makes it overdue', () =>
  fc.assert(
    fc.property(anyIncident, anyDay, fc.integer({ min: 1, max: 900 }), (incident, today, days) => {
      const later = practiceOf(incident, addDays(today, days));
      practiceOf(incident, today).forEach((duty, place) => {
        const then = later[place] as DutyStanding;
        expect(isLeft(then)).toBe(isLeft(duty));
        if (duty.standing === 'overdue') expect(then.standing).toBe('overdue');
        if (!isLeft(duty)) expect(then.standing).toBe(duty.standing);
        expect(then.dueOn).toBe(duty.dueOn);
      });
    }),
  ));

it('whatever is not due says why and has no day', () =>
  fc.assert(
    fc.property(anyIncident, (incident) => {
      for (const { standing, dueOn, doneOn, daysLeft } of practiceOf(incident))
        if (standing === 'not_due') expect([dueOn, doneOn, daysLeft]).toEqual([null, null, null]);
    }),
  ));

it('not to know never asks for less than to know that all is well', () =>
  fc.assert(
    fc.property(anyIncident, (incident) => {
      const owed = (facts: Partial<IncidentFields>) =>
        owedOf(practiceOf({ ...withoutNotices(incident), ...facts })).map(nameOf);
      const unknown = owed({ impermissibleUse: 'unknown', dataSecured: 'unknown' });
      expect(unknown).toEqual(expect.arrayContaining(owed({ impermissibleUse: 'no' })));
      expect(unknown).toEqual(expect.arrayContaining(owed({ dataSecured: 'yes' })));
    }),
  ));
