// What a page controller answers with: the name of a view and what it shows, or the way to another page.

/** A page that is rendered from `views/<view>.hbs`. */
export class Page {
  constructor(
    readonly view: string,
    /** what stands in the title of the window, before the name of the product */
    readonly title: string,
    /** what the view shows; a field that it has no use for is no harm, one that it lacks is an error */
    readonly data: object,
    readonly status = 200,
    /** for a page that waits for something: how soon a browser without scripts asks again */
    readonly refreshSeconds: number | null = null,
  ) {}
}

/** A piece of a page, for a script that puts it in its place. */
export class Fragment {
  constructor(
    readonly view: string,
    readonly data: object,
  ) {}
}

/** After a form was taken: the browser goes on with GET, so that going back or reloading sends nothing twice. */
export class SeeOther {
  constructor(
    /** path within this installation */
    readonly location: string,
    /** what was done, told once on the page that comes; one of NOTICES */
    readonly notice: Notice | null = null,
  ) {}

  get address(): string {
    if (!this.notice) return this.location;
    const [path = '', ...place] = this.location.split('#');
    const asked = `${path}${path.includes('?') ? '&' : '?'}notice=${this.notice}`;
    return [asked, ...place].join('#');
  }
}

/** What is told once after a form was taken. The address holds the word, never a sentence: nobody puts words on our pages by a link. */
export const NOTICES = {
  saved: 'Saved.',
  added: 'Added.',
  removed: 'Removed.',
  'signed-out': 'You are signed out.',
  'password-changed': 'Your password was changed. Sessions on other devices were ended.',
  invited: 'The invitation is on its way.',
  revoked: 'Revoked: it no longer works.',
  'session-ended': 'The session was ended.',
  'reset-asked':
    'If there is an account with this address, a link is on its way. It works once, for an hour.',
  'password-set': 'Your new password is set. Every session was ended: sign in with it.',
  'invited-by-outbox':
    'Invited. No mail server is set, so the mail lies in the outbox of the data folder: please hand it on.',
  'mail-failed':
    'Invited, but the mail could not be sent. Please look at the mail server, then send it again.',
  'sessions-ended': 'Their sessions here were ended: they have to sign in again.',
  'membership-ended': 'The membership was ended. What they did stays in the audit log.',
  'show-again': 'For this step, please show once more that it is you. It counts for ten minutes.',
  sealed: 'Sealed. From now on this assessment never changes.',
  reviewed: 'The review is recorded.',
  submitted: 'Submitted.',
  withdrawn: 'Withdrawn. It stays to be read, and counts no more.',
  adopted: 'Adopted. Its text stays as it is from now on.',
  attested: 'Attested. The consent counts for each tool of the form from that day.',
  resolved: 'Resolved.',
  reopened: 'Open again.',
  confirmed: 'Confirmed: the answers hold as of today.',
  'drawn-up':
    'Drawn up from the facts as they stand now. It is a draft until somebody has reviewed and sealed it.',
} as const;
export type Notice = keyof typeof NOTICES;

export function noticeOf(word: unknown): string | null {
  return typeof word === 'string' && Object.hasOwn(NOTICES, word) ? NOTICES[word as Notice] : null;
}
