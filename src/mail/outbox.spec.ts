import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Outbox } from './outbox';

const parent = mkdtempSync(join(tmpdir(), 'duecare-outbox-'));
const folder = join(parent, 'outbox');
afterAll(() => rmSync(parent, { recursive: true }));

const mail = {
  id: '019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f',
  to: 'dana@harbor-light.example',
  subject: 'Hello',
  text: 'A link',
};

it('a mail is a file for its owner alone, and goes once its link was used', async () => {
  const outbox = new Outbox(folder);
  expect(await outbox.deliver(mail)).toBe('outbox');
  const path = join(folder, `${mail.id}.txt`);
  expect(readFileSync(path, 'utf8')).toBe('To: dana@harbor-light.example\nSubject: Hello\n\nA link\n');
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  await outbox.forget([mail.id, '019ab1c2-7d3e-7f00-8000-000000000000']);
  expect(readdirSync(folder)).toEqual([]);
});

it('a folder that cannot be written to is no error of the request', async () => {
  expect(await new Outbox(join(__filename, 'below-a-file')).deliver(mail)).toBe('failed');
});
