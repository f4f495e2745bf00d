// duecare verify: sealed, tampered, drafts and anything else.
import { generateKeyPairSync } from 'node:crypto';
import { stringify } from 'yaml';
import { aDossier } from '../factories/dossier.factory';
import { ensureBuilt } from '../support/built-server';
import { CommandFolder } from '../support/duecare-command';
import type { SealedAssessment } from '../../src/assessments/assessment.document';
import { sealDocument } from '../../src/assessments/sealing';
import { signingKeyOf } from '../../src/common/signing/signing-key';

const STACK_TRACE = /^\s+at .+:\d+/m;

const practice = (folder: CommandFolder) => folder.file('practice.yaml', stringify(aDossier()));

let folder: CommandFolder;

beforeAll(ensureBuilt, 180_000);
beforeEach(() => (folder = new CommandFolder()));
afterEach(() => folder.remove());

describe('duecare verify', () => {
  const KEY = signingKeyOf(generateKeyPairSync('ed25519').privateKey);

  async function sealedText(): Promise<string> {
    await folder.run(['assess', practice(folder), '--json', 'draft.json']);
    const { document } = JSON.parse(folder.read('draft.json')) as SealedAssessment;
    const signOff = {
      name: 'Dana Whitfield',
      role: 'Security official',
      at: '2026-11-22T15:00:00.000Z',
      statement: 'Read.',
    };
    return JSON.stringify(sealDocument({ ...document, status: 'sealed', signOff }, KEY));
  }

  it('answers 0 for sealed, 1 for tampered or another key, 2 for anything else, 3 for a draft', async () => {
    const text = await sealedText();
    folder.file('sealed.json', text);
    folder.file('tampered.json', text.replace('Harbor Light', 'Harbour Light'));
    const sealed = await folder.run(['verify', 'sealed.json']);
    expect(sealed).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^Sealed and intact\./) });
    expect(sealed.stdout).toContain(KEY.keyId);
    expect((await folder.run(['verify', '-', '--key-id', KEY.keyId.toUpperCase()], text)).exitCode).toBe(0);
    expect((await folder.run(['verify', 'sealed.json', '--key-id', 'a'.repeat(64)])).exitCode).toBe(1);
    expect(await folder.run(['verify', 'tampered.json'])).toMatchObject({
      exitCode: 1,
      stdout: expect.stringMatching(/^Does not verify\./),
    });
    expect((await folder.run(['verify', 'draft.json'])).exitCode).toBe(3);
  });

  it.each([
    ['a dossier', ['verify', 'practice.yaml']],
    ['a file that is not there', ['verify', 'nothing.json']],
    ['a folder', ['verify', '.']],
    ['a fingerprint that is none', ['verify', 'practice.yaml', '--key-id', 'abc']],
  ])('answers 2 for %s, without a stack trace', async (_what, args) => {
    practice(folder);
    const { exitCode, stderr } = await folder.run(args);
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/\w/)]);
    expect(stderr).not.toMatch(STACK_TRACE);
  });
});
