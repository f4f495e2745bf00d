import fc from 'fast-check';
import { aDossier } from '../../test/factories/dossier.factory';
import { canonicalDossier } from './canonical-dossier';
import { fieldsOf, type Constructor } from '../common/fields';
import { Dossier } from './dossier.document';

/** The same facts in another order: every record and every list shuffled by the numbers given, but for a list whose order is declared to say something. */
function shuffled(value: unknown, nextNumber: () => number, type?: Constructor): unknown {
  if (Array.isArray(value))
    return inAnotherOrder(
      value.map((entry: unknown) => shuffled(entry, nextNumber, type)),
      nextNumber,
    );
  if (typeof value !== 'object' || value === null) return value;
  const fields = type ? fieldsOf(type) : [];
  const entries = Object.entries(value).map(([name, held]) => {
    const field = fields.find((one) => one.name === name);
    return [name, field?.ordered ? held : shuffled(held, nextNumber, field?.nested?.())] as const;
  });
  return Object.fromEntries(inAnotherOrder(entries, nextNumber));
}

function inAnotherOrder<T>(list: T[], nextNumber: () => number): T[] {
  return list
    .map((entry) => ({ entry, place: nextNumber() }))
    .sort((left, right) => left.place - right.place)
    .map(({ entry }) => entry);
}

describe('The normal form of a dossier', () => {
  it('is the same text however the facts are ordered', () => {
    const expected = JSON.stringify(canonicalDossier(aDossier()));
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(1000)), (numbers) => {
        const other = shuffled(aDossier(), () => numbers.next().value as number, Dossier) as Dossier;
        expect(JSON.stringify(canonicalDossier(other))).toBe(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('is its own normal form and leaves the dossier as it was', () => {
    const dossier = aDossier();
    const canonical = canonicalDossier(dossier);
    expect(JSON.stringify(canonicalDossier(canonical))).toBe(JSON.stringify(canonical));
    expect(dossier).toEqual(aDossier());
  });

  it('says "not stated" in one way only', () => {
    const { adjustments: _left, ...rest } = aDossier();
    const forms: Dossier[] = [rest, { ...rest, adjustments: null }, { ...rest, adjustments: [] }];
    expect(new Set(forms.map((form) => JSON.stringify(canonicalDossier(form)))).size).toBe(1);
  });

  it('keeps an empty list inside a record, which may say "none"', () => {
    const dossier = aDossier();
    dossier.services = dossier.services.map((service) => ({ ...service, subcontractors: [] }));
    expect(canonicalDossier(dossier).services[0]?.subcontractors).toEqual([]);
  });

  it('keeps lists that must be there', () => {
    expect(canonicalDossier(aDossier({ vendors: [] })).vendors).toEqual([]);
  });
});
