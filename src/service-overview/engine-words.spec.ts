import { engineWords, type NamedRecord } from './engine-words';

const RECORDS: NamedRecord[] = [
  { kind: 'flow', key: 'scribe-audio', name: 'F1', href: '/tool/data-flows/1/edit' },
  { kind: 'flow', key: 'scribe-notes', name: 'F2', href: '/tool/data-flows/2/edit' },
  { kind: 'agreement', key: 'northlight-baa', name: 'BAA 2026', href: '/tool/agreements/1/edit' },
  { kind: 'SOC 2 report', key: 'northlight-soc2', name: 'Auditors LLP', href: '' },
  { kind: 'question', key: 'text-deleted-after-note', name: 'Is the text deleted?', href: '' },
  { kind: 'company', key: 'cedar', name: 'Cedar Models', href: '/tool/model-providers/cedar/edit' },
  { kind: 'service', key: 'scribe', name: '', href: '' },
];
const CLAUSES = new Map([['BAA-A01', 'No training on PHI']]);
const { inWords, placeOf } = engineWords(RECORDS, CLAUSES, {
  at: '/tool',
  questionnaires: '/asked',
  incidents: '/incidents',
});

describe('a sentence of the engine', () => {
  it.each([
    [
      'Data flow scribe-audio carries audio or video with no deletion term.',
      'Flow F1 carries audio or video with no deletion term.',
    ],
    ['Uncovered flows scribe-audio, scribe-notes.', 'Uncovered flow F1 and F2.'],
    ['agreement northlight-baa, BAA-A01', '“BAA 2026”, the clause “No training on PHI”'],
    [
      'The checklist says no, but northlight-baa is in force',
      'The checklist says no, but “BAA 2026” is in force',
    ],
    ['checklist answer no_training', 'the AI Tech Checklist on “Does not train on client data”'],
    [
      'Checklist item baa_signed is answered no',
      'Checklist item “Business associate agreement signed” is answered no',
    ],
    ['questionnaire answer text-deleted-after-note', 'the answer to “Is the text deleted?”'],
    ['service scribe, model provider cedar', 'the record of the tool, Cedar Models'],
    ['The opinion of northlight-soc2 is adverse.', 'The opinion of Auditors LLP is adverse.'],
    ['on 2026-11-29 no consent is in use', 'on Nov 29, 2026 no consent is in use'],
  ])('%s', (sentence, expected) => expect(inWords(sentence)).toBe(expected));

  it('with no key in it stays as it is, a word that is a key too', () => {
    expect(inWords('A scribe listens.')).toBe('A scribe listens.');
  });
});

it.each([
  ['data flow scribe-audio, identifiability', '/tool/data-flows/1/edit'],
  ['agreement northlight-baa, BAA-A01', '/tool/agreements/1/edit'],
  ['checklist answer baa_signed', '/tool/checklist'],
  ['agreements', '/tool#agreement'],
  ['questionnaire answer text-deleted-after-note', '/asked'],
  ['service scribe, plan business', ''],
  ['service scribe, model provider cedar', '/tool/model-providers/cedar/edit'],
  ['incident 2', '/incidents'],
  ['vendor, legal name', ''],
])('%s is kept at %s', (source, place) => expect(placeOf(source)).toBe(place));
