// duecare verify-export over the export of a practice.
import { writeFileSync } from 'node:fs';
import { unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fillPractice, unzipped, type FilledPractice } from '../leaving/filled-practice';
import { ensureBuilt } from '../support/built-server';
import { CommandFolder } from '../support/duecare-command';
import { TestApplication } from '../support/test-application';
import { TestPeople } from '../support/test-people';

let server: TestApplication;
let people: TestPeople;
let folder: CommandFolder;
let practice: FilledPractice;
let keyId: string;
let archive: Buffer;

beforeAll(async () => {
  ensureBuilt();
  [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
  folder = new CommandFolder();
  practice = await fillPractice(server, people);
  archive = await exported();
  keyId = unzipped(archive).json('signing-key.json').keyId;
}, 180_000);

afterAll(async () => {
  await Promise.all([server.close(), people.close()]);
  folder.remove();
});

async function exported(): Promise<Buffer> {
  const { status, bytes } = await server.get(`${practice.at}/export`, { key: practice.owner.session });
  expect(status).toBe(200);
  return bytes;
}

it('0 for one that is intact, and says what it is', async () => {
  const { exitCode, stdout, stderr } = await folder.run([
    ...['verify-export', folder.file('export.zip', archive)],
    ...['--key-id', keyId],
  ]);
  expect([exitCode, stderr]).toEqual([0, '']);
  expect(stdout).toContain('Intact.');
  expect(stdout).toContain(practice.id);
  expect(stdout).toContain('1 sealed, 1 not');
  expect(stdout).toContain('The key is one that you named.');
});

it('1 for one of which a byte was changed, naming the entry, and for another key', async () => {
  const name = `files/${practice.fileIds[0]}-document 0.txt`;
  const changed = Buffer.from(archive);
  const place = changed.indexOf(name) + name.length + 20;
  changed[place] = (changed[place] as number) ^ 1;
  const altered = await folder.run(['verify-export', folder.file('changed.zip', changed)]);
  expect([altered.exitCode, altered.stdout]).toEqual([1, expect.stringContaining(`${name}: It`)]);
  const other = await folder.run([
    ...['verify-export', folder.file('export.zip', archive)],
    ...['--key-id', 'ab'.repeat(32)],
  ]);
  expect([other.exitCode, other.stdout]).toEqual([1, expect.stringContaining('signed with another key')]);
});

it.each([
  ['no archive', Buffer.from('practice')],
  ['an archive of something else', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')],
])('2 for %s', async (what, bytes) => {
  writeFileSync(join(folder.path, 'other.zip'), bytes);
  const { exitCode, stdout, stderr } = await folder.run(['verify-export', 'other.zip']);
  expect([what, exitCode, stdout]).toEqual([what, 2, '']);
  expect(stderr).toMatch(/^This is not /);
});

it('2 for a file that is not there', async () => {
  const { exitCode, stderr } = await folder.run(['verify-export', 'nowhere.zip']);
  expect([exitCode, stderr]).toEqual([2, 'nowhere.zip cannot be read (ENOENT).\n']);
});

it('3 for one that is intact and lacks a file that was lost', async () => {
  await unlink(join(server.filesFolder, practice.id, practice.fileIds[0] ?? ''));
  const { exitCode, stdout } = await folder.run([
    'verify-export',
    folder.file('lacking.zip', await exported()),
  ]);
  expect([exitCode, stdout]).toEqual([
    3,
    expect.stringContaining(`Lacking: file ${practice.fileIds[0]} (missing)`),
  ]);
});
