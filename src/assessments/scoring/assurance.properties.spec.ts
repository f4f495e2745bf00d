// SOC 2 reports and other attestations over generated facts: leaving out never pays, better news never costs, and what an auditor found
// bad costs on its own criteria and on no others. Asked of every fact of the model that reads them, in points.
import * as fc from 'fast-check';
import { anyAttestation, anyReport, GENERATED_VENDOR } from '../../../test/factories/assurance.arbitrary';
import { MODEL } from '../../../test/factories/scored';
import { anyFacts } from '../../../test/factories/service-facts.arbitrary';
import { AS_OF, soc2Report } from '../../../test/factories/service-facts.factory';
import { addDays, type CalendarDate } from '../../common/calendar-date';
import { touches } from './criteria';
import { readerFor } from './readings';
import type { FactDefinition } from './scoring-model';
import type { ServiceFacts } from './service-facts';
import { groundOf, viewOn } from './service-view';

const RUNS = { numRuns: 1000 };
const ASSURED = MODEL.facts.filter(({ reader }) => reader === 'soc2' || reader === 'attestation');

/** Points per weight of every such fact, by id. */
function earned(facts: ServiceFacts, asOf: CalendarDate = facts.asOf): Record<string, number> {
  const view = viewOn(groundOf(facts, MODEL), asOf);
  const { met, assurance, freshness } = MODEL.points;
  return Object.fromEntries(
    ASSURED.map((fact: FactDefinition) => {
      const reading = readerFor(fact, MODEL)(view);
      const factor = reading.basis ? assurance[reading.basis] : 0;
      return [fact.id, met[reading.met] * factor * freshness[reading.freshness]];
    }),
  );
}

/** Ids of the facts that earn more in `after` than in `before`. */
function moreIn(after: Record<string, number>, before: Record<string, number>): string[] {
  return Object.keys(before).filter((id) => (after[id] ?? 0) > (before[id] ?? 0));
}

const only = (report: fc.Arbitrary<object>) =>
  fc.tuple(anyFacts, report).map(([facts, made]) => ({
    ...facts,
    soc2Reports: [{ ...(made as ServiceFacts['soc2Reports'][number]), key: 'report' }],
  }));

describe('a SOC 2 report', () => {
  it.each([
    'exceptions',
    'userEntityControls',
    'subserviceOrganizations',
    'aiFeatureInScope',
    'licensedCpaFirm',
    'reportedEntity',
    'entityExplanation',
    'nextReportExpectedOn',
    'periodStart',
  ] as const)('never earns more when %s is left out', (field) => {
    fc.assert(
      fc.property(only(anyReport), (facts) => {
        const left = { ...facts, soc2Reports: facts.soc2Reports.map((one) => ({ ...one, [field]: null })) };
        expect(moreIn(earned(left), earned(facts))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('withheld, as other attestations are, never earns more', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(moreIn(earned({ ...facts, soc2Reports: [] }), earned(facts))).toEqual([]);
        expect(moreIn(earned({ ...facts, attestations: [] }), earned(facts))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('that is clean never takes anything away', () => {
    const anyEnd = fc.integer({ min: 0, max: 900 }).map((days) => addDays(AS_OF, -days));
    fc.assert(
      fc.property(anyFacts, anyEnd, (facts, periodEnd) => {
        const clean = soc2Report({
          key: 'added',
          reportedEntity: GENERATED_VENDOR,
          periodEnd,
          periodStart: addDays(periodEnd, -364),
        });
        const more = { ...facts, soc2Reports: [...facts.soc2Reports, clean] };
        expect(moreIn(earned(facts), earned(more))).toEqual([]);
      }),
      RUNS,
    );
  });

  it.each(['an exception', 'an undone user entity control'])(
    'with %s loses on its criteria and on no others',
    (what) => {
      fc.assert(
        fc.property(
          only(anyReport),
          fc.constantFrom('CC6.1', 'CC8.1', 'C1.1', 'A1.2'),
          (facts, criterion) => {
            const soc2Reports = facts.soc2Reports.map((one) =>
              what === 'an exception'
                ? { ...one, exceptions: [...(one.exceptions ?? []), { criterion, summary: 'found' }] }
                : { ...one, userEntityControls: [...(one.userEntityControls ?? []), undone(criterion)] },
            );
            const read = {
              ...facts,
              soc2Reports: facts.soc2Reports.map((one) => ({ ...one, ...emptyLists(one) })),
            };
            const [before, after] = [
              earned(read),
              earned({ ...facts, soc2Reports: soc2Reports.map((one) => ({ ...one, ...emptyLists(one) })) }),
            ];
            for (const fact of ASSURED) {
              if (fact.reader !== 'soc2') continue;
              const expected = touches([criterion], fact.criteria) ? 0 : before[fact.id];
              expect([fact.id, after[fact.id]]).toEqual([fact.id, expected]);
            }
          },
        ),
        RUNS,
      );
    },
  );
});

describe('an attestation', () => {
  it.each([
    'certifiedEntity',
    'accreditedBody',
    'independentIssuer',
    'coveredByOpinion',
    'openFindings',
    'coversAi',
    'proof',
    'surveillanceOn',
  ] as const)('never earns more when %s is left out', (field) => {
    fc.assert(
      fc.property(anyFacts, anyAttestation, (facts, made) => {
        const shown = { ...facts, attestations: [{ ...made, key: 'one' }] };
        const left = { ...facts, attestations: [{ ...made, key: 'one', [field]: null }] };
        expect(moreIn(earned(left), earned(shown))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('without grave findings never takes anything away', () => {
    fc.assert(
      fc.property(anyFacts, anyAttestation, (facts, made) => {
        const added = { ...made, key: 'added', openFindings: { critical: 0, high: 0, moderate: 3, low: 3 } };
        const more = { ...facts, attestations: [...facts.attestations, added] };
        expect(moreIn(earned(facts), earned(more))).toEqual([]);
      }),
      RUNS,
    );
  });
});

function undone(criterion: string) {
  return {
    key: 'undone',
    text: 'Do it.',
    topic: 'other' as const,
    criteria: [criterion],
    status: 'not_done' as const,
  };
}

/** Lists that were not read are read as empty: otherwise adding to them would be the reading itself. */
function emptyLists({ exceptions, userEntityControls }: ServiceFacts['soc2Reports'][number]) {
  return { exceptions: exceptions ?? [], userEntityControls: userEntityControls ?? [] };
}
