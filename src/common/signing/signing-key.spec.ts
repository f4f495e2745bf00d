import { execFile } from 'node:child_process';
import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadOrCreateSigningKey, SigningKeyError } from './signing-key';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'signing-key-'));
  path = join(folder, 'keys', 'signing-key.pem');
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('The signing key of an installation', () => {
  it('is made once, for its owner alone, and nothing else is left behind', () => {
    const made = loadOrCreateSigningKey(path);
    expect(readFileSync(path, 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(folder, 'keys'))).toEqual(['signing-key.pem']);
    const { keyId, publicKey } = loadOrCreateSigningKey(path);
    expect({ keyId, publicKey }).toEqual({ keyId: made.keyId, publicKey: made.publicKey });
  });

  it('is known by the SHA-256 of its public key in DER', () => {
    const { publicKey, keyId, privateKey } = loadOrCreateSigningKey(path);
    const der = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
    expect(publicKey).toBe(der.toString('base64'));
    expect(keyId).toBe(createHash('sha256').update(der).digest('hex'));
  });

  it('is one key, however many processes start at once', async () => {
    const script = `
      const { readFileSync } = require('node:fs');
      const { dirname, join } = require('node:path');
      const swc = require(${JSON.stringify(require.resolve('@swc/core'))});
      const load = (path) => {
        const options = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } };
        const { code } = swc.transformSync(readFileSync(path, 'utf8'), options);
        const module_ = { exports: {} };
        const ours = (name) => (name.startsWith('.') ? load(join(dirname(path), name + '.ts')) : require(name));
        new Function('module', 'exports', 'require', code)(module_, module_.exports, ours);
        return module_.exports;
      };
      const { loadOrCreateSigningKey } = load(${JSON.stringify(join(__dirname, 'signing-key.ts'))});
      process.stdout.write(loadOrCreateSigningKey(${JSON.stringify(path)}).keyId);`;
    const starts = Array.from({ length: 8 }, () => promisify(execFile)(process.execPath, ['-e', script]));
    const keyIds = (await Promise.all(starts)).map(({ stdout }) => stdout);
    expect(new Set(keyIds)).toEqual(new Set([loadOrCreateSigningKey(path).keyId]));
    expect(readdirSync(join(folder, 'keys'))).toEqual(['signing-key.pem']);
  }, 60_000);

  it('is refused when others may read it', () => {
    loadOrCreateSigningKey(path);
    chmodSync(path, 0o644);
    expect(() => loadOrCreateSigningKey(path)).toThrow(SigningKeyError);
  });

  it.each([
    ['an empty file', ''],
    ['half a key', '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2Vw\n'],
    [
      'an RSA key',
      generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
    ],
  ])('is not replaced when the file holds %s: that would orphan every seal', (_what, content) => {
    loadOrCreateSigningKey(path);
    writeFileSync(path, content);
    expect(() => loadOrCreateSigningKey(path)).toThrow('restore it from a backup');
    expect(readFileSync(path, 'utf8')).toBe(content);
  });
});
