import { lostOfIncident } from './kept-of-incident';

const NOTICE = { recipient: 'individuals', doneOn: '2026-10-01' } as const;
const FACTOR = { factor: 'who_received', finding: 'points_to_low', reason: 'Bound to secrecy.' } as const;
const CONCLUSION = { probability: 'not_low', reason: 'Notes were read.' } as const;
const before = { notices: [NOTICE], factors: [FACTOR], conclusion: CONCLUSION } as never;

const pointers = (changes: object) => lostOfIncident(before, changes as never).map(({ pointer }) => pointer);

it.each<[string, object, string[]]>([
  ['a notice left out', { notices: [] }, ['/notices/0']],
  ['notices set to nothing', { notices: null }, ['/notices/0']],
  ['a notice to somebody else in its place', { notices: [{ recipient: 'hhs' }] }, ['/notices/0']],
  ['a factor left out', { factors: [] }, ['/factors/0']],
  ['a conclusion taken back', { conclusion: null }, ['/conclusion']],
])('is not lost by %s', (_what, changes, expected) => expect(pointers(changes)).toEqual(expected));

it.each<[string, object]>([
  ['a day put right', { notices: [{ ...NOTICE, doneOn: '2026-10-02' }] }],
  ['a factor judged anew', { factors: [{ ...FACTOR, finding: 'points_against' }] }],
  ['another conclusion', { conclusion: { ...CONCLUSION, probability: 'low' } }],
  ['a change of something else', { title: 'A laptop' }],
])('may be changed by %s', (_what, changes) => expect(pointers(changes)).toEqual([]));
