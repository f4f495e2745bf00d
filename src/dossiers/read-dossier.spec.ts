import type { DossierVendor } from './dossier.document';
import { stringify } from 'yaml';
import { aDossier } from '../../test/factories/dossier.factory';
import { asJson, refusalOf } from '../../test/factories/refused-dossier';
import { MAX_DOSSIER_BYTES } from './dossier-text';
import { readDossier } from './read-dossier';

jest.setTimeout(30_000);

/** What this process has computed: waiting for a busy machine is not the reader's fault. */
function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

describe('Reading a dossier', () => {
  it('reads the same facts from JSON and from YAML', () => {
    expect(readDossier(asJson(aDossier()))).toEqual(aDossier());
    expect(readDossier(Buffer.from(stringify(aDossier())))).toEqual(aDossier());
    expect(readDossier(`\ufeff${stringify(aDossier())}`)).toEqual(aDossier());
  });

  it('leaves fields that are null out, as if they had not been written', () => {
    const dossier = aDossier();
    const written = { ...dossier, agreements: null, vendors: [{ ...dossier.vendors[0], website: null }] };
    const restingOnAgreements = { serviceLevels: null, exitTerms: null, performanceMeasurements: null };
    const read = readDossier(asJson({ ...written, ...restingOnAgreements, soc2Reports: undefined }));
    expect(Object.keys(read)).not.toContain('agreements');
    const { website: _website, ...vendor } = dossier.vendors[0] as DossierVendor;
    expect(read.vendors[0]).toEqual(vendor);
  });

  it('keeps unquoted dates and the words yes and no of YAML as text', () => {
    const yaml = stringify(aDossier()).replace('"2026-11-22"', '2026-11-22');
    expect(yaml).toContain('asOf: 2026-11-22');
    expect(yaml).toContain('coveredEntity: yes');
    const read = readDossier(yaml);
    expect([read.asOf, read.practice.coveredEntity]).toEqual(['2026-11-22', 'yes']);
  });

  it('understands YAML anchors within bounds', () => {
    const yaml = stringify(aDossier())
      .replace('clientStates:', 'clientStates: &states')
      .replace(/clinicianStates:\n\s+- IL\n/, 'clinicianStates: *states\n');
    expect(readDossier(yaml).practice.clinicianStates).toEqual(['IL', 'WI']);
  });
});

describe('What is not a dossier', () => {
  it.each([
    ['an empty file', ''],
    ['blanks only', ' \n\n'],
    ['a comment only', '# nothing here\n'],
    ['a word', 'hello'],
    ['a number', '42'],
    ['a list', '- a\n- b\n'],
    ['a JSON list', '[]'],
    ['an empty record', '{}'],
    ['null', 'null'],
    ['another document', '{"format": "duecare-assessment"}'],
    ['broken JSON', '{"format": "duecare-dossier", '],
    ['broken YAML', 'practice: [1, 2\nvendors: }\n'],
    ['tabs as indentation', 'practice:\n\tname: a\n'],
    ['a colon in an unquoted text', 'purpose: note: taking\n'],
    ['two documents', `${stringify(aDossier())}---\n${stringify(aDossier())}`],
    ["a tag of one's own", `${stringify(aDossier())}x: !ruby/object {}\n`],
    ['a binary tag', `${stringify(aDossier())}x: !!binary aGVsbG8=\n`],
    ['YAML 1.1', `%YAML 1.1\n---\n${stringify(aDossier())}`],
    ['an alias to nothing', `${stringify(aDossier())}x: *nothing\n`],
    ['a record within itself', 'a: &a\n  b: *a\n'],
    ['a list as a field name', '? [a, b]\n: c\n'],
    ['invalid UTF-8', Buffer.from([0x66, 0x6f, 0x80, 0xff])],
    ['UTF-16', Buffer.from(stringify(aDossier()), 'utf16le')],
    ['random bytes', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 251))],
    ['NUL characters', '\0'.repeat(1000)],
  ])('%s is refused with a sentence', (_what, text) => {
    const { faults } = refusalOf(text);
    expect(faults.length).toBeGreaterThan(0);
    for (const { detail } of faults) expect(detail).toMatch(/\w{2,} \w+/);
  });

  it('says where YAML breaks, without repeating the text', () => {
    const { code, faults } = refusalOf('practice:\n  name: Jane Roe: 555-12-3456\n');
    expect(code).toBe('body-unreadable');
    expect(faults[0]?.detail).toMatch(/^line 2, column \d+: /);
    expect(JSON.stringify(faults)).not.toMatch(/Jane|555/);
  });

  it('is refused by its size before it is read', () => {
    const tooLarge = Buffer.alloc(50 * 1024 * 1024, 'nonsense ');
    const before = processorMilliseconds();
    const { code, faults } = refusalOf(tooLarge);
    expect([code, faults[0]?.detail]).toEqual(['body-too-large', expect.stringContaining('5 MiB')]);
    expect(processorMilliseconds() - before).toBeLessThan(1000);
    expect(refusalOf('x'.repeat(11), { maxBytes: 10 }).code).toBe('body-too-large');
    expect(MAX_DOSSIER_BYTES).toBe(5 * 1024 * 1024);
  });

  it('is read strictly as JSON when it says that it is', () => {
    expect(refusalOf(stringify(aDossier()), { format: 'json' }).code).toBe('body-unreadable');
  });
});

describe('Texts made to exhaust the reader', () => {
  const bomb = [
    'a: &a ["lol","lol","lol","lol","lol","lol","lol","lol","lol"]',
    ...'bcdefghi'.split('').map((name, index) => {
      const before = 'abcdefgh'[index];
      return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(',')}]`;
    }),
  ].join('\n');
  const chain = Array.from(
    { length: 5000 },
    (_, index) => `k${index}: &a${index} [${index ? `*a${index - 1}` : 1}]`,
  ).join('\n');

  it.each([
    ['a YAML bomb', bomb, /aliases/],
    ['a chain of aliases', chain, /too deep/],
    ['brackets without end', '['.repeat(200_000), /deeper/],
    ['brackets, closed', '['.repeat(100_000) + ']'.repeat(100_000), /deeper/],
    ['braces', '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000), /deeper/],
    ['dashes', '- '.repeat(100_000), /deeper/],
    ['question marks', '? '.repeat(100_000), /deeper/],
    ['too many tokens', `[${'1,'.repeat(600_000)}1`, /too long for YAML/],
  ])('%s', (_what, text, expected) => {
    const before = processorMilliseconds();
    expect(
      refusalOf(text)
        .faults.map(({ detail }) => detail)
        .join(),
    ).toMatch(expected);
    expect(processorMilliseconds() - before).toBeLessThan(15_000);
  });

  it.each([
    [
      'names that all differ',
      asJson(Object.fromEntries(Array.from({ length: 300_000 }, (_, index) => [`k${index}`, 1]))),
    ],
    [
      'a list of numbers where keys belong',
      asJson({ ...aDossier(), agreements: [{ services: Array.from({ length: 400_000 }, (_, i) => i) }] }),
    ],
    [
      'a list of nulls where records belong',
      asJson({ ...aDossier(), vendors: Array.from({ length: 900_000 }, () => null) }),
    ],
    [
      'a text of blanks',
      asJson({ ...aDossier(), practice: { ...aDossier().practice, name: ' '.repeat(4_000_000) } }),
    ],
  ])('%s: refused within seconds, at most 100 faults listed', (_what, text) => {
    const before = processorMilliseconds();
    const { faults } = refusalOf(text);
    expect(processorMilliseconds() - before).toBeLessThan(15_000);
    expect(faults.length).toBeLessThanOrEqual(100);
  });

  it('says how many faults there are beyond the first hundred', () => {
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`zz${index}`, 1]));
    const { faults, omitted, message } = refusalOf(asJson({ ...aDossier(), ...many }));
    expect([faults.length, omitted]).toEqual([100, 50]);
    expect(message).toBe('The dossier has 150 faults; the first 100 are listed.');
  });
});

describe('The date of the assessment', () => {
  it('is the one asked for, else that of the dossier, else today in the time zone of the practice', () => {
    const answered = refusalOf(asJson(aDossier()), { asOf: '2026-09-30' });
    expect(answered.faults.map(({ pointer }) => pointer)).toContain('/checklists/0/answers/0/answeredOn');
    const { asOf: _dated, ...undated } = aDossier();
    const zones: string[] = [];
    const todayIn = (zone: string) => (zones.push(zone), '2026-09-30');
    expect(refusalOf(asJson(undated), { todayIn }).faults[0]?.code).toBe('dated-in-the-future');
    expect(readDossier(asJson(aDossier()), { todayIn })).toBeDefined();
    expect(zones).toEqual(['America/Chicago']);
  });
});
