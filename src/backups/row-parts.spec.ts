import fc from 'fast-check';
import { rowParts, type RowPart } from './row-parts';

async function partsOf(pieces: readonly string[], leastBytes: number): Promise<RowPart[]> {
  async function* stream(): AsyncGenerator<Buffer> {
    for (const piece of pieces) yield await Promise.resolve(Buffer.from(piece));
  }
  const parts: RowPart[] = [];
  for await (const part of rowParts(stream(), leastBytes)) parts.push(part);
  return parts;
}

it('a part ends with the first whole row after its least size', async () => {
  const parts = await partsOf(['aa\nb', 'b\ncc\n', 'dd\n'], 5);
  expect(parts.map(({ bytes, rows }) => [bytes.toString(), rows])).toEqual([
    ['aa\nbb\ncc\n', 3],
    ['dd\n', 1],
  ]);
});

it('no rows, no part', async () => {
  expect(await partsOf([], 5)).toEqual([]);
});

it('however the bytes come in, the parts hold whole rows, all of them, in order', async () => {
  const rows = fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '\t') }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.array(fc.nat(40)),
      fc.integer({ min: 1, max: 20 }),
      async (lines, cuts, least) => {
        const text = lines.map((line) => `${line}\n`).join('');
        const places = [
          0,
          ...cuts.filter((cut) => cut < text.length).sort((one, other) => one - other),
          text.length,
        ];
        const pieces = places.slice(1).map((place, index) => text.slice(places[index], place));
        const parts = await partsOf(
          pieces.filter((piece) => piece !== ''),
          least,
        );
        expect(parts.map(({ bytes }) => bytes.toString()).join('')).toBe(text);
        expect(parts.reduce((sum, part) => sum + part.rows, 0)).toBe(lines.length);
        for (const { bytes } of parts) expect(bytes.at(-1)).toBe(0x0a);
        for (const { bytes } of parts.slice(0, -1)) expect(bytes.length).toBeGreaterThanOrEqual(least);
      },
    ),
  );
});
