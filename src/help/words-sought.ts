// What somebody looks for on a page of help. Pure.

const LONGEST_SOUGHT = 100;

/** What somebody looks for, from the address. */
export function wordsSought(q: unknown): string {
  return typeof q === 'string' ? q.trim().slice(0, LONGEST_SOUGHT) : '';
}

/** Whether every word of what is sought occurs in the text, in any case. */
export function holdsAll(text: string, sought: string): boolean {
  const within = text.toLowerCase();
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => within.includes(word));
}
