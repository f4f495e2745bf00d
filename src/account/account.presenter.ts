// A person's account in words: what happened to it, and where it is signed in.
import type { Page } from '../common/http/paging';
import type { SessionResponse } from '../sessions/session.dto';
import type { AccountEventResponse } from './account.dto';
import { clientWords } from './client-words';

const EVENT_WORDS: Readonly<Record<string, string>> = {
  'account.changed': 'The account was changed',
  'passkey.registered': 'A passkey was added',
  'passkey.removed': 'A passkey was removed',
  'passkey.renamed': 'A passkey was renamed',
  'password.changed': 'The password was changed',
  'password.reset': 'A new password was set by a mailed link',
  'password_reset.asked': 'A link for a new password was asked for',
  'recovery_codes.renewed': 'New recovery codes were made',
  'second_factor.given': 'The second factor was given',
  'second_factor.removed': 'The authenticator app was removed',
  'second_factor.set_up': 'An authenticator app was set up',
  'session.ended': 'A session was ended',
  'session.opened': 'Signed in',
  'session.own_factors_given': 'Own password given after single sign-on',
  'sign_in.refused': 'Somebody tried to sign in and was refused',
};

export interface SessionView {
  id: string;
  client: string;
  address: string;
  createdAt: Date;
  lastSeenAt: Date;
  isCurrent: boolean;
}

export interface EventView {
  at: Date;
  words: string;
}

/** The session that asks first, then the one that was used last. */
export function sessionViews(sessions: readonly SessionResponse[]): SessionView[] {
  return sessions
    .map(({ id, client, address, createdAt, lastSeenAt, current }) => ({
      ...{ id, client: clientWords(client), address: address ?? 'not known', createdAt, lastSeenAt },
      isCurrent: current,
    }))
    .sort(
      (one, other) =>
        Number(other.isCurrent) - Number(one.isCurrent) ||
        other.lastSeenAt.getTime() - one.lastSeenAt.getTime(),
    );
}

export function eventsView({ items, nextCursor }: Page<AccountEventResponse>): {
  events: EventView[];
  older: string | null;
} {
  const events = items.map(({ occurredAt, action }) => ({ at: occurredAt, words: wordsOfEvent(action) }));
  return { events, older: nextCursor && `/account/events?cursor=${nextCursor}` };
}

/** An event that a later version knows is shown by its own name. */
export function wordsOfEvent(action: string): string {
  return EVENT_WORDS[action] ?? action.replaceAll(/[._-]/g, ' ');
}
