// What is kept most strictly: psychotherapy notes, records of substance use treatment, recordings without an end.
import { gate, stateOf } from '../../../../test/factories/gate-of';
import { scored } from '../../../../test/factories/scored';
import {
  agreement,
  flow,
  practiceFacts,
  provisions,
  scribe,
  serviceFields,
} from '../../../../test/factories/service-facts.factory';

describe('psychotherapy notes and Part 2 records', () => {
  it('lets a record system host psychotherapy notes for their originator, as a condition, and refuses every other use', () => {
    const dataFlows = [flow({ dataClasses: ['psychotherapy_notes'] })];
    const records = scribe({
      service: serviceFields({ functions: ['health_records'], usesAi: false }),
      dataFlows,
    });
    expect(stateOf(records, 'psychotherapy-notes')).toBe('cleared');
    expect(scored(records).decision.conditions.join(' ')).toContain('Keep psychotherapy notes apart');
    expect(stateOf(scribe({ dataFlows }), 'psychotherapy-notes')).toBe('fired');
  });

  it('asks for a qualified service organization agreement beside the business associate agreement, covered entity or not', () => {
    const dataFlows = [flow({ dataClasses: ['substance_use_records'] })];
    const qsoa = agreement({
      key: 'qsoa',
      kind: 'qualified_service_organization_agreement',
      provisions: null,
    });
    const practice = practiceFacts({ coveredEntity: 'no' });
    expect(gate(scribe({ dataFlows, practice }), 'part-2-without-qsoa')).toMatchObject({
      state: 'fired',
      kind: 'law',
    });
    expect(stateOf(scribe({ dataFlows, agreements: [agreement(), qsoa] }), 'part-2-without-qsoa')).toBe(
      'cleared',
    );
  });
});

describe('audio with no deletion term', () => {
  it.each([
    [30, 'cleared'],
    [365, 'cleared'],
    [366, 'fired'],
    [null, 'fired'],
  ] as const)('kept %s days is %s', (retentionDays, state) => {
    expect(stateOf(scribe({ dataFlows: [flow({ retentionDays })] }), 'audio-without-deletion-term')).toBe(
      state,
    );
  });

  it('acts through its floor: use with conditions, with the remedy among them', () => {
    const result = scored(
      scribe({
        dataFlows: [flow({ retentionDays: 366 })],
        agreements: [
          agreement({
            provisions: provisions(
              'BAA-R05',
              'BAA-R06',
              'BAA-R12',
              'BAA-R15',
              'BAA-R16',
              'BAA-A01',
              'BAA-A04',
              'BAA-A06',
              'BAA-A12',
              'BAA-A18',
              'BAA-A27',
              'BAA-A30',
            ),
          }),
        ],
      }),
    );
    expect(result.decision.code).toBe('use_with_conditions');
    expect(result.decision.conditions[0]).toContain('Agree a deletion term');
  });
});
