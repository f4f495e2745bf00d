import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SECRET_SETTINGS, weakSecrets } from './secret-settings';
import { readSettings, SettingsError } from './settings';

const STRONG = 'b4ck-to-the-quiet-harbour';
const URLS = {
  DATABASE_URL: `postgres://app:${STRONG}@db/duecare`,
  DATABASE_MIGRATION_URL: `postgres://owner:${STRONG}@db/duecare`,
  SMTP_URL: `smtps://mailer:${STRONG}@mail.example`,
};
const onWindows = process.platform === 'win32';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'duecare-secrets-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(name: string, content: string, mode = 0o600): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
}

function refusalOf(variables: Record<string, string>): string[] {
  try {
    readSettings(variables);
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return (error as Error).message.split('\n').slice(1);
  }
  return [];
}

/** All of the secrets, one of them otherwise. */
function withFile(name: keyof typeof URLS, path: string): Record<string, string> {
  const { [name]: _other, ...rest } = URLS;
  return { ...rest, [`${name}_FILE`]: path };
}

describe.each(SECRET_SETTINGS)('%s', (name) => {
  it('may come as a file, with or without a line end, and is then as if it was given itself', () => {
    for (const end of ['', '\n', '\r\n']) {
      const path = fileOf('secret', `${URLS[name]}${end}`);
      expect(readSettings(withFile(name, path))).toEqual(readSettings(URLS));
    }
  });

  it('is refused when it is given both ways, without telling either', () => {
    const path = fileOf('secret', URLS[name]);
    const lines = refusalOf({ ...URLS, [`${name}_FILE`]: path });
    expect(lines).toEqual([`- ${name} must be given once: as itself or as ${name}_FILE, not both`]);
  });

  it.each([
    ['is not there', () => join(folder, 'nothing'), /cannot be read \(ENOENT\)/],
    ['is a folder', () => folder, /cannot be read \(EISDIR\)/],
    ['is empty', () => fileOf('empty', '\n'), /it is empty/],
    ['holds two lines', () => fileOf('two', `${URLS[name]}\nmore`), /more than one line/],
    ...(onWindows
      ? []
      : ([
          ['its group may write to', () => fileOf('open', URLS[name], 0o620), /others may write/],
          ['everybody may write to', () => fileOf('open', URLS[name], 0o602), /others may write/],
        ] as [string, () => string, RegExp][])),
  ] as [string, () => string, RegExp][])('is refused as a file that %s', (_what, path, reason) => {
    const lines = refusalOf(withFile(name, path()));
    expect(lines[0]).toMatch(new RegExp(`^- ${name}_FILE must name a file with the secret: .*`));
    expect(lines[0]).toMatch(reason);
    expect(lines.join()).not.toContain(STRONG);
  });

  (onWindows ? it.skip : it)('as a file that others can read is taken, with a warning that names it', () => {
    for (const mode of [0o644, 0o440, 0o604]) {
      const { warnings, ...rest } = readSettings(withFile(name, fileOf(`mode-${mode}`, URLS[name], mode)));
      expect(warnings).toEqual([expect.stringMatching(new RegExp(`^${name}_FILE: others can read it`))]);
      expect(rest).toEqual((({ warnings: _none, ...same }) => same)(readSettings(URLS)));
    }
  });

  it.each([
    'postgres',
    'Postgres',
    'postgres123!',
    'password',
    'P4ssword',
    'Passw0rd!!!',
    'changeme',
    'ChangeMe-2026',
    'change-me-please'.slice(0, 9),
    'secret',
    'mysecretpassword',
    'admin1234567',
    'app',
    'owner',
    'mailer',
    'short-1',
    'elevenchars',
    'aaaaaaaaaaaaaaaa',
    '121212121212',
    'duecare',
  ])('is refused with the password %s, which is not told', (password) => {
    const url = new URL(URLS[name]);
    url.password = password;
    const lines = refusalOf({ ...URLS, [name]: url.href });
    expect(lines).toEqual([
      expect.stringMatching(new RegExp(`^- ${name} must have another password: this one `)),
    ]);
    expect(lines.join().replace(name, '')).not.toContain(`:${password}@`);
  });

  it('is refused with a weak password from a file too, and as a parameter of the address', () => {
    const url = new URL(URLS[name]);
    url.password = 'changeme';
    expect(refusalOf(withFile(name, fileOf('weak', url.href)))).toHaveLength(1);
    url.password = '';
    expect(refusalOf({ ...URLS, [name]: `${url.href}?password=changeme` })).toHaveLength(1);
  });

  it('is taken with any password where NODE_ENV says development or test, and nowhere else', () => {
    const url = new URL(URLS[name]);
    url.password = 'postgres';
    const given = { ...URLS, [name]: url.href };
    for (const NODE_ENV of ['development', 'test']) expect(refusalOf({ ...given, NODE_ENV })).toEqual([]);
    for (const NODE_ENV of ['production', 'staging', ''])
      expect(refusalOf({ ...given, NODE_ENV })).toHaveLength(1);
  });

  it('is taken without a password, and with a long one of its own', () => {
    const url = new URL(URLS[name]);
    expect(weakSecrets({ [name]: url.href })).toEqual([]);
    url.password = '';
    expect(weakSecrets({ [name]: url.href })).toEqual([]);
  });
});

it('a password with signs that an address has to encode is read as it is', () => {
  expect(weakSecrets({ DATABASE_URL: 'postgres://app:p%40ss%2Fw0rd@db/x' })).toHaveLength(1);
  expect(weakSecrets({ DATABASE_URL: 'postgres://app:%zz-an-odd-long-one@db/x' })).toEqual([]);
});
