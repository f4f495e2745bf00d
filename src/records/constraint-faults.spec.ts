import { DomainError } from '../common/problems/domain.error';
import { refusalOfConstraint } from './constraint-faults';

/** Constraints are named as PostgreSQL names them by itself. */
const violation = (code: string, constraint: string) => ({
  driverError: { code, constraint, detail: 'Key (key)=(what somebody typed) already exists.' },
});

function refusal(code: string, constraint: string, noun = 'data_flow'): [string, string | undefined] {
  const error = refusalOfConstraint(violation(code, constraint), noun) as DomainError;
  expect(error).toBeInstanceOf(DomainError);
  expect(JSON.stringify([error.detail, error.faults, error.message])).not.toContain('what somebody typed');
  return [error.code, error.faults[0]?.pointer];
}

describe('what the database refuses', () => {
  it.each([
    ['a key that is taken', '23505', 'data_flow_organization_id_key_key', 'key-taken', '/key'],
    [
      'a second record for a service',
      '23505',
      'checklist_organization_id_service_key_key',
      'key-taken',
      '/service',
    ],
    [
      'a vendor that is not there',
      '23503',
      'service_organization_id_vendor_key_fkey',
      'records-incoherent',
      '/vendor',
    ],
    [
      'a service that is not there',
      '23503',
      'data_flow_organization_id_service_key_fkey',
      'records-incoherent',
      '/service',
    ],
    [
      'a service that an agreement names',
      '23503',
      'agreement_service_organization_id_service_key_fkey',
      'records-incoherent',
      '/services',
    ],
    [
      'a service that a report names',
      '23503',
      'soc2_report_service_organization_id_service_key_fkey',
      'records-incoherent',
      '/services',
    ],
    ['fields that do not fit', '23514', 'agreement_check', 'records-incoherent', undefined],
  ])('%s is told in the words of the API, without the row', (_what, code, constraint, expected, pointer) => {
    expect(refusal(code, constraint)).toEqual([expected, pointer]);
  });

  it.each([
    ['a refusal of our own', new DomainError('not-found', 'There is none.')],
    ['a broken connection', Object.assign(new Error('gone'), { code: 'ECONNRESET' })],
    ['a deadlock', violation('40P01', '')],
    ['nothing at all', undefined],
    ['null', null],
  ])('%s stays what it is', (_what, error) => {
    expect(refusalOfConstraint(error, 'vendor')).toBe(error);
  });

  it('a record is named in words', () => {
    const { detail } = refusalOfConstraint(violation('23505', 'x_key'), 'soc2_report') as DomainError;
    expect(detail).toContain('"soc2 report"');
  });
});
