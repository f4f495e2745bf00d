import type { ConsentFields } from '../practice-measures/practice-measures.fields';
import { withConsentBy, withoutConsentBy } from './consents-in-use';

type Case = [what: string, before: ConsentFields[] | null, after: ConsentFields[] | null];

const BY_HAND: ConsentFields = {
  kind: 'ai_use',
  formVersion: '2025-01',
  since: '2025-01-10',
  written: false,
  attestedForAllClients: false,
  coversEveryoneAudible: false,
};
const FORM = {
  key: 'ai-use-2026',
  kind: 'ai_use',
  formVersion: '2026-02',
  attestation: {
    ...{ name: 'Dana Whitfield', role: 'Owner', attestedOn: '2026-02-16', inUseSince: '2026-02-16' },
    ...{ written: true, attestedForAllClients: true, coversEveryoneAudible: false },
  },
} as const;
const GIVEN: ConsentFields = {
  kind: 'ai_use',
  formVersion: '2026-02',
  since: '2026-02-16',
  written: true,
  attestedForAllClients: true,
  coversEveryoneAudible: false,
  form: 'ai-use-2026',
};

const RECORDING: ConsentFields = { ...BY_HAND, kind: 'recording' };

describe('The consents around a tool', () => {
  it.each<Case>([
    ['begin with an attested form', null, [GIVEN]],
    ['have it in the place of an earlier one to the same', [BY_HAND], [GIVEN]],
    ['keep those to something else', [RECORDING, BY_HAND], [RECORDING, GIVEN]],
  ])('%s', (_what, before, after) => expect(withConsentBy(FORM, before)).toEqual(after));

  it.each<Case>([
    ['lose it with the form', [RECORDING, GIVEN], [RECORDING]],
    ['lose it also once it was saved by hand', [{ ...GIVEN, form: null }], null],
    [
      'keep what rests on another form or version',
      [{ ...GIVEN, form: 'ai-use-2027' }],
      [{ ...GIVEN, form: 'ai-use-2027' }],
    ],
    ['keep what the practice recorded before there was a form', [BY_HAND], [BY_HAND]],
    ['are none where there were none', null, null],
  ])('%s', (_what, before, after) => expect(withoutConsentBy(FORM, before)).toEqual(after));
});
