import { stringify } from 'yaml';
import { aDossier } from '../../test/factories/dossier.factory';
import { asJson, faultsWith, refusalOf } from '../../test/factories/refused-dossier';
import { readDossier } from './read-dossier';

jest.setTimeout(30_000);

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
