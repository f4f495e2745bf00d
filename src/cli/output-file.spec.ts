import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandRefusal } from './command-refusal';
import { prepareOutput, writeOutput } from './output-file';

let folder: string;

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'output-file-'))));
afterEach(() => rmSync(folder, { recursive: true }));

async function write(name: string, content: string): Promise<void> {
  await writeOutput(await prepareOutput(name), content);
}

describe('A file that a command leaves', () => {
  it('is made whole, with nothing beside it', async () => {
    await write(join(folder, 'a.json'), 'new');
    expect(readdirSync(folder)).toEqual(['a.json']);
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('new');
  });

  it('replaces an older one and keeps who may read it', async () => {
    const path = join(folder, 'a.json');
    writeFileSync(path, 'old');
    chmodSync(path, 0o600);
    await write(path, 'new');
    expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toEqual(['new', 0o600]);
  });

  it('goes where a link leads, and the link stays', async () => {
    writeFileSync(join(folder, 'real.json'), 'old');
    symlinkSync('real.json', join(folder, 'link.json'));
    await write(join(folder, 'link.json'), 'new');
    expect(readFileSync(join(folder, 'real.json'), 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['link.json', 'real.json']);
  });

  it('is written to a device as it is, which stays a device', async () => {
    await write('/dev/null', 'new');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it.each([
    ['a folder', (place: string) => place, 'is a folder'],
    [
      'in a folder that is not there',
      (place: string) => join(place, 'no', 'a.json'),
      'there is no such folder',
    ],
    ['below a file', (place: string) => join(place, 'file', 'a.json'), 'there is no such folder'],
    ['of a name too long', (place: string) => join(place, 'x'.repeat(300)), 'is not a usable path'],
  ])('is refused when it is %s', async (_what, pathIn, words) => {
    writeFileSync(join(folder, 'file'), '');
    const refusal = prepareOutput(pathIn(folder));
    await expect(refusal).rejects.toThrow(CommandRefusal);
    await expect(refusal).rejects.toThrow(words);
  });

  it('leaves nothing behind when it cannot be put in place', async () => {
    const path = join(folder, 'a.json');
    const planned = await prepareOutput(path);
    mkdirSync(path);
    await expect(writeOutput(planned, 'new')).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['a.json']);
  });
});
