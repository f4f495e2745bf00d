import { DomainError } from '../common/problems/domain.error';
import { FormBody } from '../common/http/form-body';
import { NO_FAULTS } from '../web/form-faults';
import { atNames } from './faults-at-names';
import type { StoredSafeguard } from './safeguard-facts.query';
import { answerFromForm, recordOf, safeguardForm, shownVersions, storedTogether } from './safeguard-form';

const TODAY = '2026-11-22';
const form = (fields: Record<string, string>): FormBody =>
  new FormBody(new URLSearchParams(fields).toString());
const stored = (key: string, changes: Partial<StoredSafeguard> = {}): StoredSafeguard => ({
  ...{ id: key, key, entry: key, version: 1, status: 'partly', answeredOn: '2026-01-01' },
  ...changes,
});
const DECIDED = {
  'q/status': 'partly',
  'q/decision/outcome': 'alternative',
  'q/decision/whyNotReasonable': 'One room.',
  'q/decision/decidedBy/name': 'Dana',
};

describe('An answer that was typed', () => {
  it('is said anew today, and empty parts are not on record', () => {
    const typed = {
      'q/status': 'in_place',
      'q/done': 'Keys are listed.',
      'q/owner/name': '',
      'q/owner/role': '',
    };
    expect(answerFromForm(form(typed), 'q/', TODAY)).toEqual({
      ...{ status: 'in_place', done: 'Keys are listed.', owner: null, decision: null },
      ...{ answeredOn: TODAY, confirmedOn: null },
    });
  });

  it('keeps what is half filled in, so that it is refused and not lost', () => {
    expect(answerFromForm(form({ 'q/status': 'partly', 'q/owner/name': 'Dana' }), 'q/', TODAY)).toMatchObject(
      {
        owner: { name: 'Dana' },
      },
    );
    expect(answerFromForm(form(DECIDED), 'q/', TODAY).decision).toMatchObject({
      ...{ outcome: 'alternative', whyNotReasonable: 'One room.', decidedBy: { name: 'Dana' } },
    });
  });

  it.each(['in_place', 'unknown'])('has nothing to decide when it is %s', (status) => {
    expect(answerFromForm(form({ ...DECIDED, 'q/status': status }), 'q/', TODAY).decision).toBeNull();
  });

  it('is kept with its decision where the entry is addressable alone', () => {
    const answer = { status: 'partly', decision: { outcome: 'alternative' } };
    expect(recordOf({ id: '164.310(a)(2)(iv)', designation: 'addressable' }, answer)).toEqual({
      ...{ ...answer, key: '164-310-a-2-iv', entry: '164.310(a)(2)(iv)' },
    });
    expect(recordOf({ id: '164.310(a)(1)', designation: 'standard' }, answer).decision).toBeNull();
  });
});

describe('A form for several entries', () => {
  it('shows what is stored where all were answered alike, the decision of one among it', () => {
    const decision = { outcome: 'alternative', whyNotReasonable: 'One room.' } as StoredSafeguard['decision'];
    const { values, isMixed } = storedTogether('q/', [stored('a'), stored('b', { decision })]);
    expect([isMixed, values('q/status'), values('q/decision/outcome'), values('other/status')]).toEqual([
      false,
      ['partly'],
      ['alternative'],
      [],
    ]);
  });

  it('shows nothing where they were answered otherwise, and says so', () => {
    const { values, isMixed } = storedTogether('q/', [stored('a'), stored('b', { status: 'in_place' })]);
    expect([isMixed, values('q/status')]).toEqual([true, []]);
  });

  it('asks for no decision where nothing is addressable', () => {
    const shown = (designation: 'standard' | 'addressable') =>
      safeguardForm('q/', [{ designation }], [], () => [], NO_FAULTS).decision.length;
    expect([shown('standard'), shown('addressable') > 0]).toEqual([0, true]);
  });

  it('offers documents on file by their titles, and asks for none where there is none', () => {
    const evidence = [{ key: 'policies', title: 'Policies of 2026' }];
    const names = (on: typeof evidence) =>
      safeguardForm('q/', [], on, () => [], NO_FAULTS).more.map(({ name }) => name);
    expect(names(evidence)).toContain('q/evidenceKeys');
    expect(names([])).not.toContain('q/evidenceKeys');
  });

  it('knows what it was shown with', () => {
    expect(shownVersions([stored('b', { version: 3 }), stored('a')])).toBe('a:1 b:3');
    expect(shownVersions([])).toBe('');
  });
});

describe('A fault of the records', () => {
  it('is told once, at the field of the form', () => {
    const fault = (index: number, key: string) => ({
      pointer: `/safeguards/${index}/decision/alternative`,
      code: 'decision-incomplete' as const,
      detail: `say what is done (safeguards, key "${key}")`,
    });
    const error = new DomainError('records-incoherent', 'Nothing was saved.', [fault(3, 'a'), fault(4, 'b')]);
    expect((atNames(error, 'q/') as DomainError).faults).toEqual([
      { pointer: '/q/decision/alternative', code: 'decision-incomplete', detail: 'say what is done' },
    ]);
  });

  it('of a single field stays where it is, under the name of the form', () => {
    const fault = { pointer: '/status', code: 'missing-field' as const, detail: 'is required' };
    const told = atNames(new DomainError('request-invalid', 'Say it.', [fault]), 'q/') as DomainError;
    expect(told.faults.map(({ pointer }) => pointer)).toEqual(['/q/status']);
    expect(atNames(new Error('other'), 'q/')).toEqual(new Error('other'));
  });
});
