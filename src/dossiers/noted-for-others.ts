// Acknowledgements of policies that a file notes for somebody: who has an account says so alone, signed in, unless an official vouches for the file.
import { DomainError, type Fault } from '../common/problems/domain.error';
import { ACKNOWLEDGES_THEMSELVES } from '../workforce/accounts-of-staff';
import type { Dossier } from './dossier.document';
import type { ImportPlan } from './import-plan';

export interface NotedForOther {
  /** place in the file */
  index: number;
  email: string;
}

/** Those that the import would make, for staff with an address, as the file has it or else the stored list. */
export function notedForOthers(
  { lists }: Pick<ImportPlan, 'lists'>,
  document: Dossier,
  stored: Dossier,
): NotedForOther[] {
  const created = new Set<unknown>(lists.policyAcknowledgements.created);
  const staff = [...(document.staffMembers ?? []), ...(stored.staffMembers ?? [])];
  return (document.policyAcknowledgements ?? []).flatMap((one, index) => {
    const email = staff.find(({ key }) => key === one.staffMember)?.email;
    return created.has(one) && one.how === 'noted' && email ? [{ index, email }] : [];
  });
}

/** @param known addresses with an account, in lower case. @throws DomainError forbidden naming each */
export function refuseNotedForAccounts(noted: readonly NotedForOther[], known: ReadonlySet<string>): void {
  const faults = noted
    .filter(({ email }) => known.has(email.toLowerCase()))
    .map(({ index }): Fault => ({
      pointer: `/policyAcknowledgements/${index}/staffMember`,
      code: 'acknowledges-themselves',
      detail: `${ACKNOWLEDGES_THEMSELVES}; leave it out, or have an official import it`,
    }));
  if (faults.length === 0) return;
  throw new DomainError(
    'forbidden',
    'The file says for others that they acknowledged a policy; nothing was saved.',
    faults,
  );
}
