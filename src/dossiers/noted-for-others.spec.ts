import { aDossier } from '../../test/factories/dossier.factory';
import type { Dossier } from './dossier.document';
import { planImport } from './import-plan';
import { notedForOthers, refuseNotedForAccounts } from './noted-for-others';

const WHOLE = aDossier();
const [said] = WHOLE.policyAcknowledgements ?? [];
const noted = { ...said, how: 'noted' };
const withStaff = (list: object[], email: string | null): Dossier =>
  ({
    ...WHOLE,
    staffMembers: (WHOLE.staffMembers ?? []).map((one) => ({ ...one, email })),
    policyAcknowledgements: list,
  }) as Dossier;
const found = (before: Dossier, after: Dossier) =>
  notedForOthers(planImport(before, after, '2026-11-22'), after, before);

describe('What a file notes for others', () => {
  it('is each new acknowledgement that is noted for somebody with an address', () => {
    const after = withStaff(
      [
        { ...noted, key: 'a', how: 'signed_in' },
        { ...noted, key: 'b' },
      ],
      'Lee@a.example',
    );
    expect(found(withStaff([], null), after)).toEqual([{ index: 1, email: 'Lee@a.example' }]);
  });

  it('is nothing that is stored already, and nobody without an address', () => {
    const stored = withStaff([noted], 'lee@a.example');
    expect(found(stored, stored)).toEqual([]);
    expect(found(withStaff([], null), withStaff([noted], null))).toEqual([]);
  });

  it('is refused by its place for those who have an account, and for them alone', () => {
    const list = [
      { index: 0, email: 'ana@a.example' },
      { index: 3, email: 'Lee@a.example' },
    ];
    expect(() => refuseNotedForAccounts(list, new Set())).not.toThrow();
    expect(() => refuseNotedForAccounts(list, new Set(['lee@a.example']))).toThrow(
      expect.objectContaining({
        code: 'forbidden',
        faults: [expect.objectContaining({ pointer: '/policyAcknowledgements/3/staffMember' })],
      }),
    );
  });
});
