// A session that was left open is not enough for some steps: its person shows once more who they are, and comes back.
import { DomainError } from '../common/problems/domain.error';
import type { PersonCaller } from '../identity/caller';
import { SeeOther } from '../web/page';

/** @param at the page to come back to. @returns what to do with the error of such a step; any other is thrown on */
export function showAgain({ secondFactorGiven }: PersonCaller, at: string): (error: unknown) => SeeOther {
  return (error) => {
    if (!(error instanceof DomainError) || error.code !== 'recent-sign-in-needed') throw error;
    const way = secondFactorGiven ? '/sign-in/second-factor' : '/sign-in';
    return new SeeOther(`${way}?to=${encodeURIComponent(at)}`, 'show-again');
  };
}
