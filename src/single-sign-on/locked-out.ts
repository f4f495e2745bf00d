// Whom a demand on signing in would keep out until they have done something, said before it is made. Pure.
import type { MemberResponse } from '../memberships/member.dto';
import type { Role } from '../permissions/roles';
import { isInDomains } from './provider-settings';

type Member = Pick<MemberResponse, 'name' | 'email' | 'role' | 'hasSecondFactor' | 'endedAt'>;

/** Who may use their own password with a second factor where single sign-on is demanded. */
const OWN_PASSWORD: readonly Role[] = ['owner', 'consultant', 'auditor'];

/** Members who have no second factor yet: where one is demanded they set it up before anything of the practice opens to them. */
export function withoutSecondFactor(members: readonly Member[]): string[] {
  return current(members)
    .filter(({ hasSecondFactor }) => !hasSecondFactor)
    .map(({ name }) => name);
}

/** Members who could not come in at all by the identity provider, because their address lies in none of its domains. */
export function outsideDomains(members: readonly Member[], domains: readonly string[]): string[] {
  return current(members)
    .filter(({ email, role, hasSecondFactor }) => {
      const hasOtherWay = OWN_PASSWORD.includes(role) && hasSecondFactor;
      return !hasOtherWay && !isInDomains(email, domains);
    })
    .map(({ name, email }) => `${name} (${email})`);
}

/** Whether an owner comes in when the provider is down: the rule behind refusing to demand single sign-on. */
export function hasOwnerWithFactor(members: readonly Member[]): boolean {
  return current(members).some(({ role, hasSecondFactor }) => role === 'owner' && hasSecondFactor);
}

function current(members: readonly Member[]): Member[] {
  return members.filter(({ endedAt }) => endedAt === null);
}
