import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../common/project-root';
import { Environment, LOG_LEVELS } from './environment';
import { readSettings, SettingsError } from './settings';

const DECLARED = [
  'HOST',
  'PORT',
  'DATA_FOLDER',
  'DATABASE_URL',
  'DATABASE_MIGRATION_URL',
  'DATABASE_POOL_SIZE',
  'PUBLIC_URL',
  'ALLOWED_ORIGINS',
  'TRUSTED_PROXIES',
  'IDENTITY_PROVIDER_NETWORKS',
  'SESSION_IDLE_MINUTES',
  'RATE_LIMIT_KEYS',
  'RATE_LIMIT_PEOPLE',
  'RATE_LIMIT_ADDRESSES',
  'RATE_LIMIT_CLEARANCE',
  'METRICS_PORT',
  'METRICS_HOST',
  'SMTP_URL',
  'MAIL_FROM',
  'LOG_LEVEL',
  'PUPPETEER_EXECUTABLE_PATH',
  'REPORT_CONCURRENCY',
  'LARGEST_FILE_MEGABYTES',
  'AUDIT_LOG_YEARS',
  'EARLIER_SIGNING_KEYS',
  'CLOSED_KEPT_DAYS',
  'BACKUP_DAILY',
  'BACKUP_HOUR',
  'BACKUP_KEPT',
  'BACKUP_FOLDER',
  'BACKUP_RECIPIENTS',
];

/** A public key that nobody has the other half of. */
const RECIPIENT = 'age1tuaxyasdjelea2dehvng9j54pd0sph4aal438vd4c268py8kkpvs8xfchp';

/** The names on each line of the refusal. */
function refusalOf(variables: Record<string, string>): string[] {
  try {
    readSettings(variables);
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return (error as Error).message.split('\n').slice(1);
  }
  throw new Error('the settings were not refused');
}

describe('settings', () => {
  it('without any variable are the defaults: this machine alone, the embedded database', () => {
    expect(readSettings({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataFolder: null,
      database: null,
      databasePoolSize: 10,
      publicUrl: null,
      allowedOrigins: [],
      trustedProxies: [],
      identityProviderNetworks: [],
      sessionIdleMinutes: 60,
      rateLimits: { keys: 3_000, people: 1_200, addresses: 300, clearance: 12_000 },
      metrics: null,
      mail: { server: null, from: 'duecare@localhost' },
      logLevel: 'info',
      browserPath: null,
      browserEnvironment: expect.any(Object),
      reportConcurrency: 2,
      largestFileBytes: 25 * 1024 * 1024,
      auditLogYears: 6,
      earlierSigningKeys: [],
      closedKeptDays: 90,
      backups: { isDaily: true, hour: 2, kept: 7, folder: null, recipients: [] },
      warnings: [],
    });
  });

  it('left empty, as in .env.example, are left out', () => {
    const empty = Object.fromEntries(DECLARED.map((name) => [name, '']));
    expect(readSettings(empty)).toEqual(readSettings({}));
  });

  it('are read from their variables, and from nothing else', () => {
    const given = {
      HOST: '0.0.0.0',
      PORT: '0',
      DATA_FOLDER: '/srv/duecare',
      DATABASE_URL: 'postgres://app@db/duecare',
      DATABASE_MIGRATION_URL: 'postgresql://owner@db/duecare',
      DATABASE_POOL_SIZE: '200',
      PUBLIC_URL: 'https://duecare.example',
      ALLOWED_ORIGINS: 'https://ehr.example, http://localhost:5173',
      TRUSTED_PROXIES: '10.0.0.1, 192.168.0.0/16',
      IDENTITY_PROVIDER_NETWORKS: '10.20.0.0/16',
      SESSION_IDLE_MINUTES: '30',
      RATE_LIMIT_KEYS: '1',
      RATE_LIMIT_PEOPLE: '2',
      RATE_LIMIT_ADDRESSES: '3',
      RATE_LIMIT_CLEARANCE: '0',
      METRICS_PORT: '9464',
      METRICS_HOST: '10.0.0.7',
      SMTP_URL: 'smtps://mail.example',
      MAIL_FROM: 'duecare@duecare.example',
      LOG_LEVEL: 'silent',
      PUPPETEER_EXECUTABLE_PATH: '/usr/bin/browser',
      REPORT_CONCURRENCY: '16',
      LARGEST_FILE_MEGABYTES: '500',
      AUDIT_LOG_YEARS: '10',
      EARLIER_SIGNING_KEYS: `${'0a'.repeat(32)}, ${'0B'.repeat(32)}`,
      CLOSED_KEPT_DAYS: '365',
      BACKUP_DAILY: 'off',
      BACKUP_HOUR: '23',
      BACKUP_KEPT: '30',
      BACKUP_FOLDER: '/mnt/backups',
      BACKUP_RECIPIENTS: `${RECIPIENT}, ${RECIPIENT}`,
      port: '1',
      UNRELATED: 'x',
    };
    expect(readSettings(given)).toMatchObject({
      host: '0.0.0.0',
      port: 0,
      dataFolder: '/srv/duecare',
      database: { applicationUrl: 'postgres://app@db/duecare', ownerUrl: 'postgresql://owner@db/duecare' },
      databasePoolSize: 200,
      publicUrl: 'https://duecare.example',
      allowedOrigins: ['https://ehr.example', 'http://localhost:5173'],
      trustedProxies: ['10.0.0.1', '192.168.0.0/16'],
      identityProviderNetworks: ['10.20.0.0/16'],
      sessionIdleMinutes: 30,
      rateLimits: { keys: 1, people: 2, addresses: 3, clearance: 0 },
      metrics: { host: '10.0.0.7', port: 9464 },
      mail: { server: 'smtps://mail.example', from: 'duecare@duecare.example' },
      logLevel: 'silent',
      browserPath: '/usr/bin/browser',
      reportConcurrency: 16,
      largestFileBytes: 500 * 1024 * 1024,
      auditLogYears: 10,
      earlierSigningKeys: ['0a'.repeat(32), '0b'.repeat(32)],
      closedKeptDays: 365,
      backups: {
        isDaily: false,
        hour: 23,
        kept: 30,
        folder: '/mnt/backups',
        recipients: [RECIPIENT, RECIPIENT],
      },
    });
  });

  it.each([
    ['PORT', ['three thousand', '-1', '65536', '3000.5', '0x10', '1e3', ' 80', '99999999999999999999']],
    ['DATABASE_POOL_SIZE', ['0', '201', 'many', '2.5', '-1']],
    ['REPORT_CONCURRENCY', ['0', '17', 'all']],
    [
      'ALLOWED_ORIGINS',
      [
        '*',
        'null',
        'ehr.example',
        'http://ehr.example',
        'https://*.ehr.example',
        'https://ehr.example/',
        'https://a,*',
      ],
    ],
    ['RATE_LIMIT_KEYS', ['-1', '10000001', 'none', '1.5']],
    ['RATE_LIMIT_CLEARANCE', ['-1']],
    ['METRICS_PORT', ['-1', '65536', 'on']],
    ['LARGEST_FILE_MEGABYTES', ['0', '501', '25 MB']],
    ['CLOSED_KEPT_DAYS', ['29', '3651', 'ninety', '30.5']],
    ['AUDIT_LOG_YEARS', ['5', '101', 'six', '6.5']],
    ['EARLIER_SIGNING_KEYS', ['a', '0a'.repeat(31), `${'0a'.repeat(32)};`, 'x'.repeat(64)]],
    ['BACKUP_DAILY', ['yes', 'ON']],
    ['BACKUP_HOUR', ['24', '-1', '2.5', 'noon']],
    ['BACKUP_KEPT', ['0', '367', 'all']],
    ['BACKUP_RECIPIENTS', ['age1', 'AGE-SECRET-KEY-1QQ', `${RECIPIENT};x`, RECIPIENT.replace(/.$/, 'q')]],
    ['LOG_LEVEL', ['loud', 'INFO', 'info,debug']],
    ['DATABASE_URL', ['localhost', 'mysql://x', ' postgres://x']],
    ['DATABASE_MIGRATION_URL', ['localhost']],
  ])('%s is refused by its name, once, when it is wrong', (name, values) => {
    const other = name === 'DATABASE_URL' ? 'DATABASE_MIGRATION_URL' : 'DATABASE_URL';
    for (const value of values) {
      const lines = refusalOf({ [name]: value, ...(name.endsWith('_URL') ? urls(other) : {}) });
      expect([value, lines]).toEqual([value, [expect.stringMatching(new RegExp(`^- ${name} must `))]]);
    }
  });

  it.each([
    ['https://Duecare.Example:443', 'https://duecare.example'],
    ['https://duecare.example:8443', 'https://duecare.example:8443'],
    ['https://praxis-müller.example', 'https://xn--praxis-mller-klb.example'],
    ['http://localhost:80', 'http://localhost'],
  ])('PUBLIC_URL %s is kept as browsers write it, who name it as origin', (given, kept) => {
    expect(readSettings({ PUBLIC_URL: given }).publicUrl).toBe(kept);
  });

  it.each([
    ...[
      'duecare.example',
      'http://duecare.example',
      'https://duecare.example/app',
      'https://me@duecare.example',
    ],
    ...[
      'https://duecare.example?x',
      'https://duecare.example#x',
      'https://duecare.example:99999',
      'https://',
    ],
  ])('PUBLIC_URL %s is refused', (given) => {
    expect(refusalOf({ PUBLIC_URL: given })).toEqual([expect.stringMatching(/^- PUBLIC_URL must /)]);
  });

  it('that are wrong are all named together', () => {
    const lines = refusalOf({ PORT: 'x', DATABASE_POOL_SIZE: '0', LOG_LEVEL: 'x', REPORT_CONCURRENCY: 'x' });
    expect(lines.map((line) => line.split(' ')[1])).toEqual([
      'PORT',
      'DATABASE_POOL_SIZE',
      'LOG_LEVEL',
      'REPORT_CONCURRENCY',
    ]);
  });

  it.each([
    ['DATABASE_URL', 'DATABASE_MIGRATION_URL'],
    ['DATABASE_MIGRATION_URL', 'DATABASE_URL'],
  ])('%s alone asks for %s', (given, missing) => {
    expect(refusalOf({ [given]: 'postgres://x/y' })).toEqual([
      expect.stringMatching(new RegExp(`^- ${missing} is missing`)),
    ]);
  });

  it('never repeat a value in the refusal: it may hold a password', () => {
    const secret = 'hunter2';
    const lines = refusalOf({ DATABASE_URL: `mysql://u:${secret}@db`, LOG_LEVEL: secret, PORT: secret });
    expect(lines.join()).not.toContain(secret);
  });

  it.each(LOG_LEVELS)('LOG_LEVEL %s is taken', (level) => {
    expect(readSettings({ LOG_LEVEL: level }).logLevel).toBe(level);
  });
});

describe('.env.example', () => {
  const lines = readFileSync(join(PROJECT_ROOT, '.env.example'), 'utf8').split('\n');
  const settings = lines.filter((line) => /^[A-Z_]+=/.test(line)).map((line) => line.split('=', 2));

  it('lists the settings that are declared, no other and each once', () => {
    const declared = Object.keys(new Environment());
    expect(declared.sort()).toEqual([...DECLARED].sort());
    expect(settings.map(([name]) => name).sort()).toEqual(declared.sort());
    expect(lines.filter((line) => line && !line.startsWith('#') && !/^[A-Z_]+=\S*$/.test(line))).toEqual([]);
  });

  it('gives the defaults: used as it is, it changes nothing', () => {
    expect(readSettings(Object.fromEntries(settings) as Record<string, string>)).toEqual(readSettings({}));
  });
});

function urls(...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, 'postgres://x/y']));
}
