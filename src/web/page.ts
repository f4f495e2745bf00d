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
    return `${this.location}${this.location.includes('?') ? '&' : '?'}notice=${this.notice}`;
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
  sealed: 'Sealed. From now on this assessment never changes.',
  reviewed: 'The review is recorded.',
  submitted: 'Submitted.',
} as const;
export type Notice = keyof typeof NOTICES;

export function noticeOf(word: unknown): string | null {
  return typeof word === 'string' && Object.hasOwn(NOTICES, word) ? NOTICES[word as Notice] : null;
}
