import type { DossierVendor } from './dossier.document';
import { stringify } from 'yaml';
import { aDossier } from '../../test/factories/dossier.factory';
import { setAtPointer } from '../../test/factories/set-at-pointer';
import { DossierFaultsError } from './dossier-faults.error';
import { MAX_DOSSIER_BYTES } from './dossier-text';
import { readDossier, type ReadDossierOptions } from './read-dossier';

jest.setTimeout(30_000);

const asJson = (value: unknown) => JSON.stringify(value);

function refusalOf(text: Buffer | string, options?: ReadDossierOptions): DossierFaultsError {
  try {
    readDossier(text, options);
  } catch (error) {
    if (error instanceof DossierFaultsError) return error;
    throw error;
  }
  throw new Error('the dossier was accepted');
}

/** The faults of the factory's dossier with other values at some pointers, each as [pointer, code, detail]. */
function faultsWith(values: Record<string, unknown>): [string, string, string][] {
  const dossier = aDossier();
  for (const [pointer, value] of Object.entries(values)) setAtPointer(dossier, pointer, value);
  return refusalOf(asJson(dossier)).faults.map(({ pointer, code, detail }) => [pointer, code, detail]);
}

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

describe('Every fault of shape is listed at its pointer', () => {
  it('names every missing field of an empty record', () => {
    expect(refusalOf('{}').faults.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(
      ['format', 'formatVersion', 'practice', 'vendors', 'services'].map((name) => `/${name} missing-field`),
    );
  });

  it('lists several faults at once', () => {
    expect(
      faultsWith({
        '/practice/timeZone': 'Mars/Olympus',
        '/dataFlows/0/dataClasses': ['session_audio', 'sesion_audio'],
        '/agreements/0/endsOn': '2027-02-30',
        '/services/0/usesAI': true,
      }),
    ).toEqual([
      ['/services/0/usesAI', 'unknown-field', 'is not a field here; did you mean "usesAi"?'],
      ['/practice/timeZone', 'invalid-field', 'must be an IANA time zone such as America/Chicago'],
      ['/agreements/0/endsOn', 'invalid-field', expect.stringContaining('a date that exists')],
      [
        '/dataFlows/0/dataClasses/1',
        'invalid-field',
        expect.stringContaining('did you mean "session_audio"?'),
      ],
    ]);
  });

  it.each<[string, string, unknown, string, RegExp]>([
    ['a number as text', '/practice/clinicians', '4', '/practice/clinicians', /whole number from 1/],
    ['a fraction', '/practice/clinicians', 1.5, '/practice/clinicians', /whole number/],
    ['a number past the bound', '/practice/clinicians', 1e300, '/practice/clinicians', /whole number/],
    ['text as a number', '/practice/name', 12, '/practice/name', /^must be text; put it in quotes$/],
    ['yes in place of true', '/services/0/usesAi', 'yes', '/services/0/usesAi', /true or false/],
    ['a text where a record belongs', '/practice', 'Harbor Light', '/practice', /record of named fields/],
    ['a list where a record belongs', '/practice', [], '/practice', /record of named fields/],
    [
      'a record in a list where a record belongs',
      '/practice',
      [aDossier().practice],
      '/practice',
      /record of named/,
    ],
    ['a record where a list belongs', '/vendors', aDossier().vendors[0], '/vendors', /must be a list/],
    ['a text where a list belongs', '/vendors', 'none', '/vendors', /must be a list/],
    ['null for a required list', '/vendors', null, '/vendors', /is required/],
    ['null in a list of records', '/vendors/1', null, '/vendors/1', /record of named fields/],
    ['a list in a list of records', '/vendors/1', [], '/vendors/1', /record of named fields/],
    ['a text in a list of records', '/vendors/1', 'x', '/vendors/1', /record of named fields/],
    ['null in a list of words', '/practice/modalities/2', null, '/practice/modalities/2', /must be one of/],
    ['a word twice', '/practice/clientStates/2', 'IL', '/practice/clientStates', /must not repeat/],
    ['no states', '/practice/clientStates', [], '/practice/clientStates', /at least 1 entry/],
    [
      'an unknown data class',
      '/dataFlows/0/dataClasses',
      ['dna'],
      '/dataFlows/0/dataClasses/0',
      /must be one of/,
    ],
    ['a key with capitals', '/agreements/0/services', ['A B'], '/agreements/0/services/0', /must be a key/],
    ['a number as a key', '/vendors/0/key', 7, '/vendors/0/key', /must be text/],
    ['a nested fault', '/dataFlows/1/to/party', 'nobody', '/dataFlows/1/to/party', /must be one of/],
    ['a date with a time', '/asOf', '2026-11-22T00:00:00Z', '/asOf', /YYYY-MM-DD/],
    ['a date for ever', '/agreements/0/endsOn', '9999-12-31', '/agreements/0/endsOn', /2199/],
    ['an offset as time zone', '/practice/timeZone', '+05:00', '/practice/timeZone', /America/],
    ['a text too long', '/practice/name', 'x'.repeat(201), '/practice/name', /at most 200/],
    ['a blank text', '/practice/name', ' \n', '/practice/name', /not be blank/],
    ['a NUL', '/practice/name', 'a\0b', '/practice/name', /control characters/],
    ['an escape sequence', '/practice/name', '\u001b[31mred', '/practice/name', /control characters/],
    ['half a surrogate pair', '/practice/name', 'a\ud800', '/practice/name', /broken/],
    ['text that turns direction', '/practice/name', 'a\u202eb', '/practice/name', /direction/],
    ['a newer format', '/formatVersion', 2, '/formatVersion', /^must be 1$/],
    ['an unknown field with / and ~', '/a~1b~0c', 1, '/a~1b~0c', /not a field/],
    [
      'an unknown field in a nested record',
      '/dataFlows/0/from/partie',
      1,
      '/dataFlows/0/from/partie',
      /"party"/,
    ],
    ['a field named constructor', '/practice/constructor', 1, '/practice/constructor', /not a field/],
    ['a field named hasOwnProperty', '/hasOwnProperty', 1, '/hasOwnProperty', /not a field/],
  ])('%s', (_what, changed, value, pointer, detail) => {
    expect(faultsWith({ [changed]: value })).toEqual([
      [pointer, expect.any(String), expect.stringMatching(detail)],
    ]);
  });

  it('counts an emoji as one character, as the JSON Schema does', () => {
    const dossier = aDossier();
    dossier.practice.name = '\u{1F33F}'.repeat(200);
    expect(readDossier(asJson(dossier)).practice.name).toHaveLength(400);
  });

  it.each([
    [
      'JSON',
      asJson(aDossier()).replace('"formatVersion":1', '"formatVersion":1,"__proto__":{"isAdmin":true}'),
    ],
    ['YAML', `${stringify(aDossier())}__proto__:\n  isAdmin: true\n`],
  ])('treats __proto__ in %s as the unknown field that it is', (_format, text) => {
    expect(refusalOf(text).faults).toEqual([
      expect.objectContaining({ pointer: '/__proto__', code: 'unknown-field' }),
    ]);
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });

  it.each([
    ['JSON', asJson(aDossier()).replace('"formatVersion":1', '"formatVersion":1,"asOf":"2020-01-01"')],
    [
      'JSON with an escaped name',
      asJson(aDossier()).replace('"formatVersion":1', '"formatVersion":1,"\\u0061sOf":"2020-01-01"'),
    ],
    ['YAML', `${stringify(aDossier())}asOf: 2020-01-01\n`],
  ])('refuses a field that stands twice in %s', (_format, text) => {
    expect(refusalOf(text).faults).toEqual([expect.objectContaining({ code: 'duplicate-field' })]);
  });

  it('reads no merge keys', () => {
    const yaml = `${stringify(aDossier())}x: &x {a: 1}\ny:\n  <<: *x\n`;
    expect(refusalOf(yaml).faults).toEqual([
      expect.objectContaining({ pointer: '/y/<<', code: 'unreadable' }),
    ]);
  });

  it('never repeats what was typed', () => {
    const faults = faultsWith({
      '/practice/name': { secret: 'Jane Roe' },
      '/practice/coveredEntity': 'Jane Roe',
      '/practice/clientsPerYear': 'Jane Roe',
      '/practice/timeZone': 'Jane Roe',
    });
    expect(faults).toHaveLength(4);
    expect(JSON.stringify(faults)).not.toContain('Jane');
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
