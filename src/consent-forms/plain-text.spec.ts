import { built, practiceIn } from '../../test/factories/consent-forms.factory';
import { plainTextOf, wrapped } from './rules/plain-text';
import { readAdopted, readBuilt } from './rules/read-form';
import { adoptionOf } from './adoption';

const asked = { kind: 'ai_use', services: ['fernhill-scribe'] } as const;
const NAMED = { practice: 'Larkspur Row Counseling, PLLC', formVersion: '2026-11' };
const form = built(asked, practiceIn(['IL']));

describe('A form as plain text', () => {
  it('has no line above 72 characters, and says of a draft that it is one', () => {
    const text = plainTextOf(readBuilt(form, NAMED));
    expect(text.split('\n').filter((line) => [...line].length > 72)).toEqual([]);
    expect(text).toMatch(
      /^Larkspur Row Counseling, PLLC\n\nConsent to the use of AI\n=+\n\nDRAFT of version 2026-11: not to be used\n/,
    );
    expect(text).toMatch(/\n\[ \] I agree that AI is used as this form says\.\n\n\[ \] I do not agree/);
    expect(text.endsWith(`Taken back on (date): ${'_'.repeat(28)}\n`)).toBe(true);
  });

  it('reads as adopted what was adopted', () => {
    const by = { name: 'Dana Whitfield', role: 'Owner' };
    const adoption = adoptionOf({ kind: 'ai_use', formVersion: '2026-11' }, form, by, '2026-11-22');
    const read = readAdopted(adoption, NAMED);
    expect(read.sections).toEqual(readBuilt(form, NAMED).sections);
    expect(plainTextOf(read)).toMatch(/\nVersion 2026-11, adopted 2026-11-22\n/);
    expect(plainTextOf(read)).not.toMatch(/Dana|DRAFT/);
  });

  it.each([
    ['keeps the line breaks that somebody typed', 'one\ntwo', 'one\ntwo'],
    ['leaves a word whole that is longer than a line', 'x'.repeat(80), 'x'.repeat(80)],
    ['breaks between words', `${'word '.repeat(15)}end`, `${'word '.repeat(14).trim()}\nword end`],
  ])('%s', (_what, text, lines) => expect(wrapped(text)).toBe(lines));
});
