import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { DomainError } from '../problems/domain.error';
import { afterId, PageQuery, toPage } from './paging';

const query = (given: object) => plainToInstance(PageQuery, given, { exposeDefaultValues: true });

describe('a page', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ id: idOf(index) }));

  it('has a next one only when there was a row more than asked for', () => {
    expect(toPage(rows(3), 3)).toEqual({ items: rows(3), nextCursor: null });
    expect(toPage([], 3)).toEqual({ items: [], nextCursor: null });
    expect(toPage(rows(4), 3)).toEqual({ items: rows(3), nextCursor: expect.any(String) });
  });

  it('after page, each row comes once and in order, whatever the limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 12 }), (count, limit) => {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const after = afterId(query({ cursor, limit }));
          const rest = rows(count).filter(({ id }) => id > after);
          const page = toPage(rest.slice(0, limit + 1), limit);
          seen.push(...page.items.map(({ id }) => id));
          cursor = page.nextCursor ?? undefined;
        } while (cursor);
        expect(seen).toEqual(rows(count).map(({ id }) => id));
      }),
    );
  });

  it('a cursor that this API did not give is refused, at its place', () => {
    for (const cursor of ['', 'nonsense', idOf(1), Buffer.from("' or 1=1").toString('base64url')]) {
      expect(() => afterId(query({ cursor }))).toThrow(DomainError);
      try {
        afterId(query({ cursor }));
      } catch (error) {
        expect((error as DomainError).faults).toMatchObject([{ pointer: '/cursor', code: 'invalid-field' }]);
      }
    }
  });
});

describe('the limit of a page', () => {
  it.each([
    [{}, 50],
    [{ limit: '1' }, 1],
    [{ limit: '200' }, 200],
  ])('%p is %i', (given, expected) => {
    const read = query(given);
    expect([validateSync(read), read.limit]).toEqual([[], expected]);
  });

  it.each(['0', '201', '-1', '1.5', '1e2', 'many', '', ' 5', '0x10', ['1', '2']])(
    '%p is refused',
    (limit) => {
      const faults = validateSync(query({ limit }));
      expect(faults.map(({ property }) => property)).toEqual(['limit']);
    },
  );
});

function idOf(index: number): string {
  return `019ab1c2-7d3e-7f00-8000-${index.toString(16).padStart(12, '0')}`;
}
