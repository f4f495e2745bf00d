import { FormBody } from '../common/http/form-body';
import { DomainError, type Fault } from '../common/problems/domain.error';
import type { ProvisionId, ProvisionVerdictFields } from '../business-associate-agreements/provision.fields';
import {
  byClause,
  clausesFromForm,
  contestedIn,
  shownDigests,
  typedOverStored,
  withChanges,
} from './clauses-from-form';

const IDS: ProvisionId[] = ['BAA-R01', 'BAA-R02', 'BAA-R03'];
const SHOWN: ProvisionVerdictFields[] = [
  { provision: 'BAA-R01', verdict: 'present', reference: 'section 1' },
  { provision: 'BAA-A01', verdict: 'missing' },
];

/** A page as it was shown with `stored`, and what was changed on it. */
function formOf(changes: Record<string, string>, stored = SHOWN): FormBody {
  const fields = stored.flatMap(({ provision, verdict, reference }) => [
    [`provisions/${provision}/verdict`, verdict],
    [`provisions/${provision}/reference`, reference ?? ''],
  ]);
  const all = { ...Object.fromEntries(fields), shown: shownDigests(IDS, stored), ...changes };
  return new FormBody(new URLSearchParams(all as Record<string, string>).toString());
}

describe('a page of clauses that was sent', () => {
  it('changes nothing where nothing was touched, and keeps what is stored of other pages', () => {
    expect(clausesFromForm(formOf({}), IDS, SHOWN)).toEqual([]);
    const changed: ProvisionVerdictFields[] = [{ provision: 'BAA-R02', verdict: 'weak' }];
    expect(withChanges(SHOWN, changed, [])).toEqual([...SHOWN, ...changed]);
    expect(withChanges(SHOWN, [], ['BAA-R01'])).toEqual([SHOWN[1]]);
    expect(withChanges([SHOWN[1] as ProvisionVerdictFields], [], ['BAA-A01'])).toBeNull();
  });

  it('takes a verdict back that is “not read yet”, and asks for one where only a place is named', () => {
    const unread = formOf({ 'provisions/BAA-R01/verdict': 'not_read', 'provisions/BAA-R01/reference': '' });
    expect(clausesFromForm(unread, IDS, SHOWN)).toEqual([
      { provision: 'BAA-R01', verdict: null, reference: null },
    ]);
    const placeOnly = formOf({ 'provisions/BAA-R03/reference': 'section 9' });
    expect(() => clausesFromForm(placeOnly, IDS, SHOWN)).toThrow(
      expect.objectContaining({
        code: 'request-invalid',
        faults: [expect.objectContaining({ pointer: '/provisions/BAA-R03/verdict' })],
      }) as DomainError,
    );
  });

  it('is made upon what somebody else stored on the same page meanwhile', () => {
    const now: ProvisionVerdictFields[] = [...SHOWN, { provision: 'BAA-R02', verdict: 'weak' }];
    const form = formOf({ 'provisions/BAA-R03/verdict': 'missing' });
    const changes = clausesFromForm(form, IDS, now);
    expect(changes).toEqual([{ provision: 'BAA-R03', verdict: 'missing', reference: null }]);
  });

  it('asks where both changed the same clause, unless to the same, and undoes nothing that was not touched', () => {
    const now: ProvisionVerdictFields[] = [
      { provision: 'BAA-R01', verdict: 'contradicted' },
      { provision: 'BAA-R02', verdict: 'weak' },
    ];
    const other = formOf({ 'provisions/BAA-R02/verdict': 'missing' });
    expect(() => clausesFromForm(other, IDS, now)).toThrow(
      expect.objectContaining({ code: 'stale-version' }) as DomainError,
    );
    expect(contestedIn(other, IDS, now)).toEqual(['BAA-R02']);
    const values = typedOverStored(other, IDS, now);
    expect(values('provisions/BAA-R02/verdict')).toEqual(['missing']);
    expect(values('provisions/BAA-R01/verdict')).toEqual(['contradicted']);
    expect(clausesFromForm(formOf({ 'provisions/BAA-R02/verdict': 'weak' }), IDS, now)).toEqual([]);
  });

  it('names faults by clause', () => {
    const fault: Fault = {
      ...{ pointer: '/provisions/1/reference', code: 'invalid-field', detail: 'is too long' },
    };
    const refused = new DomainError('request-invalid', 'No.', [fault]);
    expect(byClause(refused, [{ provision: 'BAA-R01' }, { provision: 'BAA-R03' }])).toMatchObject({
      faults: [{ pointer: '/provisions/BAA-R03/reference', detail: 'is too long' }],
    });
  });
});
