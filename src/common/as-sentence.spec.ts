import { asSentence } from './as-sentence';

it.each([
  ['Every clinician is trained', 'Every clinician is trained.'],
  ['Every clinician is trained. ', 'Every clinician is trained.'],
  ['Is it gone?', 'Is it gone?'],
  ['They said “it is done.”', 'They said “it is done.”'],
  ['Ask (by letter)', 'Ask (by letter).'],
])('%s', (typed, told) => expect(asSentence(typed)).toBe(told));
