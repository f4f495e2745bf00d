import { generateX25519Identity } from 'age-encryption';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { FileVault } from './file-vault';

const [PRACTICE, ID] = ['019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f', '019ab1c2-7d3e-7f00-8000-5a1b2c3d4e60'];
const PLAIN = Buffer.alloc(200_000, 'Security overview. ');

const folder = mkdtempSync(join(tmpdir(), 'duecare-vault-'));
const path = join(folder, PRACTICE, ID);
let vault: FileVault;
let wrappedKey: Buffer;

beforeEach(async () => {
  vault = new FileVault(folder, await generateX25519Identity());
  const written = await vault.write(PRACTICE, ID, Readable.from([PLAIN]));
  await written.keep();
  wrappedKey = written.wrappedKey;
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = async () => buffer(await vault.read(PRACTICE, ID, wrappedKey));

describe('a stored file', () => {
  it('lies under its id, for its owner alone, and is read with its key', async () => {
    expect(readdirSync(join(folder, PRACTICE))).toEqual([ID]);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    expect((await read()).equals(PLAIN)).toBe(true);
  });

  it.each([
    ['in its beginning', 300],
    ['in its middle', 100_000],
    ['at its end', -1],
  ])('of which a bit was turned %s is not given out as it is', async (_where, at) => {
    const bytes = readFileSync(path);
    const index = at < 0 ? bytes.length + at : at;
    bytes[index] = (bytes[index] as number) ^ 1;
    writeFileSync(path, bytes);
    await expect(read()).rejects.toThrow();
  });

  it('that was cut short is not given out as whole', async () => {
    writeFileSync(path, readFileSync(path).subarray(0, 131_072));
    await expect(read()).rejects.toThrow();
  });
});
