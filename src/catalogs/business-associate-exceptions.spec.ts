import { EXCEPTION_GROUNDS } from '../data-flows/exception-grounds';
import {
  businessAssociateExceptionsShape,
  checkBusinessAssociateExceptions,
} from './business-associate-exceptions.shape';
import { loadCatalogs } from './load-catalogs';

const { businessAssociateExceptions: catalog } = loadCatalogs();

describe('The catalog of exceptions to business-associate status', () => {
  it('tells of every ground that a flow may name, once, with its limits and how the entry was read', () => {
    expect(catalog.exceptions.map(({ id }) => id).sort()).toEqual([...EXCEPTION_GROUNDS].sort());
  });

  it('says of each entry that was not checked against a source that it is from knowledge, and is not sure of all', () => {
    const unchecked = catalog.exceptions.filter(({ basis }) => basis.startsWith('from knowledge'));
    expect(unchecked.map(({ id }) => id)).toEqual(['health_plan_payment', 'disclosure_to_individual']);
    expect(catalog.exceptions.map(({ basis }) => basis).join(' ')).toContain('primary text not read');
  });

  it('is refused with a citation other than the one that flows are shown by', () => {
    const [first, ...rest] = catalog.exceptions;
    const changed = { ...catalog, exceptions: [{ ...first, citation: '45 CFR 1.1' }, ...rest] };
    expect(() => checkBusinessAssociateExceptions(changed as typeof catalog)).toThrow(
      'exceptions[0].citation must be "45 CFR 164.502(e)(1)(ii)(A)"',
    );
  });

  it('is refused when a ground is left out', () => {
    const short = { ...catalog, exceptions: catalog.exceptions.slice(1) };
    expect(() => businessAssociateExceptionsShape(short, '')).toThrow('must have at least 8 entries');
  });
});
