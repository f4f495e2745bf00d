import { DomainError } from '../common/problems/domain.error';
import { toldAtDate } from './incoherence-words';

const AFTER = 'lies after 2024-01-01, the date of the assessment';
const fault = (pointer: string, detail = AFTER) => ({ pointer, code: 'invalid-field' as const, detail });

describe('facts that do not fit the date of assessment', () => {
  it('are told once, at the date, with every list that they are in', () => {
    const faults = [
      fault('/agreements/0/signedOn'),
      fault('/agreements/1/signedOn'),
      fault('/soc2Reports/0/issuedOn'),
      fault('/dataFlows/3/since'),
    ];
    const told = toldAtDate(new DomainError('records-incoherent', 'They do not fit.', faults)) as DomainError;
    expect(told.faults).toEqual([
      fault('/asOf', `something in agreements, SOC 2 reports and data flows ${AFTER}`),
    ]);
  });

  it('another error stays as it is', () => {
    const others = [new Error('x'), new DomainError('stale-version', 'x')];
    expect(others.map(toldAtDate)).toEqual(others);
  });
});
