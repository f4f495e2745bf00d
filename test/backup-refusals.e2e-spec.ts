// What a restore refuses, with nothing changed: archives that are damaged, of another key or time, and places where something lies already.
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { archiveOf } from './backups/archive-of';
import { Restoring } from './backups/restoring';
import { backedUpInstallation } from './backups/small-installation';
import { ensureBuilt } from './support/built-server';
import { CommandFolder } from './support/duecare-command';

jest.setTimeout(120_000);

const restoring = new Restoring();
const commands = new CommandFolder();
let [archive, keyFile, organizationId, fileId] = ['', '', '', ''];

beforeAll(async () => {
  ensureBuilt();
  ({ archive, keyFile, organizationId, fileId } = await backedUpInstallation(restoring));
}, 300_000);

afterAll(async () => {
  await restoring.removeAll();
  commands.remove();
});

describe('nothing is changed by an archive that', () => {
  const changed = (name: string, change: (bytes: Buffer) => Buffer): string => {
    const path = join(commands.path, name);
    writeFileSync(path, change(readFileSync(archive)));
    return path;
  };
  const at = (bytes: Buffer, place: number) => {
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    return bytes;
  };

  /** The head is written in base64: with a sign that is none it would not be one. */
  const another = (bytes: Buffer, place: number) => {
    bytes.write(bytes[place] === 'A'.charCodeAt(0) ? 'B' : 'A', place);
    return bytes;
  };

  it.each<[string, (bytes: Buffer) => Buffer, string]>([
    ['was cut short by a byte', (bytes) => bytes.subarray(0, -1), 'damaged'],
    ['was cut in half', (bytes) => bytes.subarray(0, bytes.length / 2), 'damaged'],
    [
      'was cut at the end of a piece',
      (bytes) => bytes.subarray(0, headOf(bytes) + 64 * 1024 + 16),
      'damaged',
    ],
    ['has one bit changed in the middle', (bytes) => at(bytes, Math.floor(bytes.length / 2)), 'damaged'],
    ['has its last bit changed', (bytes) => at(bytes, bytes.length - 1), 'damaged'],
    ['has something after its end', (bytes) => Buffer.concat([bytes, Buffer.from('more')]), 'damaged'],
    ['has a head that was changed', (bytes) => another(bytes, bytes.indexOf('---') + 10), 'damaged'],
    ['is empty', () => Buffer.alloc(0), 'not-a-backup'],
    ['is another kind of file', () => Buffer.from('%PDF-1.7\n'.repeat(1000)), 'not-a-backup'],
  ])('%s', async (_what, change, code) => {
    expect(await restoring.refusal(changed('changed.age', change))).toBe(code);
  });

  it('is encrypted to another key', async () => {
    expect(await restoring.refusal(archive, { identity: await generateX25519Identity() })).toBe('other-key');
  });

  it.each([
    [{ formatVersion: 2 }, 'newer-format'],
    [{ migrations: ['CreateTomorrow2000000000000'] }, 'newer-product'],
    [{ postgresqlMajor: 99 }, 'older-postgresql'],
    [{ format: 'something-else' }, 'not-a-backup'],
  ])('says of itself %j', async (header, code) => {
    const path = join(commands.path, 'other.age');
    await archiveOf(path, await identityToRecipient(restoring.identity), { header });
    expect(await restoring.refusal(path)).toBe(code);
  });

  it.each([
    'files/../../elsewhere',
    'keys/../../elsewhere',
    'keys/../signing-key.pem',
    'keys/elsewhere.txt',
    'keys/',
    'rows/../../000000.copy',
    'rows/vendor/000000.copy',
    '/elsewhere',
    'files/00000000-0000-7000-8000-000000000001/00000000-0000-7000-8000-000000000002',
  ])('holds an entry that no backup has there: %s', async (name) => {
    const path = join(commands.path, 'named.age');
    await archiveOf(path, await identityToRecipient(restoring.identity), { names: [name] });
    expect(await restoring.refusal(path)).toBe('damaged');
  });

  it.each(['rows', 'entry'] as const)('does not hold what its manifest says: %s', async (wrong) => {
    const path = join(commands.path, 'wrong.age');
    await archiveOf(path, await identityToRecipient(restoring.identity), { wrong });
    expect(await restoring.refusal(path)).toBe('damaged');
  });
});

describe('nothing is replaced', () => {
  it('in a database that holds tables', async () => {
    const { database } = await restoring.restored(archive);
    expect(await restoring.refusal(archive, { database })).toBe('database-not-empty');
  });

  it('in a data folder with the keys of another installation', async () => {
    const dataFolder = restoring.folders.make();
    writeFileSync(join(dataFolder, 'file-key.txt'), `${await generateX25519Identity()}\n`, { mode: 0o600 });
    expect(await restoring.refusal(archive, { dataFolder })).toBe('data-folder-in-use');
  });

  it('in a data folder with files that are not in the backup', async () => {
    const { dataFolder } = await restoring.restored(archive);
    const file = join(dataFolder, 'files', organizationId, fileId);
    writeFileSync(file, 'other bytes');
    expect(await restoring.refusal(archive, { dataFolder })).toBe('data-folder-in-use');
  });

  it('and the command says so in a line', async () => {
    const run = await commands.run(['restore', archive], undefined, {
      DATA_FOLDER: restoring.folders.make(),
    });
    expect([run.exitCode, run.stderr]).toEqual([
      2,
      expect.stringMatching(/^There is no key file .*--key\.\n$/),
    ]);
    const check = await commands.run(['restore', archive, '--key', keyFile, '--check']);
    expect([check.exitCode, check.stdout]).toEqual([0, expect.stringContaining('is whole: 1 organizations')]);
  });
});

function headOf(bytes: Buffer): number {
  const mac = bytes.indexOf('\n---');
  return bytes.indexOf('\n', mac + 1) + 1 + 16;
}
