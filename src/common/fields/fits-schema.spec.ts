import fc from 'fast-check';
import { pointersIn, removeAtPointer, setAtPointer } from '../../../test/factories/set-at-pointer';
import { EvaluationRequest, EvaluationsRequest } from '../../clearance/evaluation.dto';
import { FaultList } from '../faults';
import type { Constructor } from './field';
import { fitsSchema } from './fits-schema';
import { findRecordFaults } from './record-faults';

const QUESTION = {
  subject: { type: 'clinician', id: 'c-7f3a' },
  action: { name: 'record_session' },
  resource: { type: 'service', id: 'northlight-scribe' },
  context: { dataClasses: ['session_audio', 'transcripts'], clientState: 'IL', clinicianState: null },
};
const SEVERAL = { ...QUESTION, evaluations: [QUESTION, { context: null }], options: {} };

function isFaultless(type: Constructor, value: unknown): boolean {
  const faults = new FaultList();
  findRecordFaults(type, value, faults);
  return faults.isEmpty;
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, true, 0, 1.5, '', ' ', 'IL', 'c-7f3a\n', 'a--b', 'Ä', 'video'),
  fc.constantFrom<unknown>([], {}, [null], [{}], ['session_audio'], ['session_audio', 'session_audio'], [[]]),
  fc.constantFrom<unknown>(
    'x'.repeat(80),
    'x'.repeat(81),
    Array.from({ length: 101 }, () => ({})),
    QUESTION,
  ),
  fc.constantFrom<unknown>(
    { type: 'clinician', id: 'a' },
    { evaluations_semantic: 'execute_all' },
    { name: 'toString' },
  ),
);

describe.each<[string, Constructor, object]>([
  ['a question', EvaluationRequest, QUESTION],
  ['several questions', EvaluationsRequest, SEVERAL],
])('%s', (_what, type, body) => {
  it('fits as it is', () => {
    const faults = new FaultList();
    findRecordFaults(type, body, faults);
    expect([faults.faults, fitsSchema(type, body)]).toEqual([[], true]);
  });

  it('fits after changes just when no fault is found in it', () => {
    const pointers = pointersIn(body);
    const names = fc.constantFrom('extra', 'constructor', '__proto__', 'toString', 'Subject');
    const change = fc.oneof(
      fc.tuple(fc.constantFrom(...pointers), odd).map(
        ([pointer, value]) =>
          (to: object) =>
            setAtPointer(to, pointer, structuredClone(value)),
      ),
      fc.constantFrom(...pointers).map((pointer) => (to: object) => removeAtPointer(to, pointer)),
      fc.tuple(fc.constantFrom('', '/subject', '/context'), names).map(
        ([at, name]) =>
          (to: object) =>
            setAtPointer(to, `${at}/${name}`, 'x'),
      ),
    );
    const seen = { fitting: 0, faulty: 0 };
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), (changes) => {
        const changed = structuredClone(body);
        for (const make of changes) {
          try {
            make(changed);
          } catch {
            // an earlier change took away what this one is about
          }
        }
        const fits = fitsSchema(type, changed);
        seen[fits ? 'fitting' : 'faulty'] += 1;
        expect(isFaultless(type, changed)).toBe(fits);
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(seen.fitting, seen.faulty)).toBeGreaterThan(40);
  });

  it.each([null, undefined, 'x', 1, [], [{}]])('%j does not fit', (value) => {
    expect([fitsSchema(type, value), isFaultless(type, value)]).toEqual([false, false]);
  });
});
