import { keyDrawing } from './key-drawing';

const URI =
  'otpauth://totp/Duecare:dana%40harbor-light.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Duecare';

it('draws an address as a square with a name, and nothing of the address in its markup', () => {
  const { text } = keyDrawing(URI);
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(text) ?? [];
  expect(width).toBe(height);
  expect((Number(width) - 8 - 17) % 4).toBe(0);
  expect(text).toMatch(/role="img" aria-label="QR code/);
  expect(text).not.toContain('JBSWY');
  // The three corners by which a reader finds it: a dark row of seven modules each.
  const row = (x: number, y: number) =>
    Array.from({ length: 7 }, (_, at) => text.includes(`M${x + at} ${y}h1`)).every(Boolean);
  const far = Number(width) - 4 - 7;
  expect([row(4, 4), row(far, 4), row(4, far)]).toEqual([true, true, true]);
});

it('draws another address otherwise', () => {
  expect(keyDrawing(`${URI}&x=1`).text).not.toBe(keyDrawing(URI).text);
});
