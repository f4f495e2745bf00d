// What was stored when a page of questions was shown, told by the page itself when it is sent: a digest for each answer, in one hidden field.
import { createHash } from 'node:crypto';
import type { AskedOnPage, DetailFields } from './question-form';

/** The hidden field: `question:digest`, a space between. A question without an answer is not named. */
export function shownDigests(questions: readonly AskedOnPage[], details: DetailFields): string {
  return questions
    .flatMap((asked) => {
      const digest = storedDigest(asked, details);
      return digest === '' ? [] : [`${asked.id}:${digest}`];
    })
    .join(' ');
}

/**
 * The hidden field once some answers of the page were kept while it stays open: what somebody else changed meanwhile is not on the page, and stays as it was shown,
 * or the page would take it out with its next saving.
 * @param questions as they are stored now
 */
export function shownOnceKept(
  shown: string,
  kept: readonly string[],
  questions: readonly AskedOnPage[],
  details: DetailFields,
): string {
  const digests = readDigests(shown);
  for (const asked of questions) {
    if (kept.includes(asked.id)) digests.set(asked.id, storedDigest(asked, details));
  }
  return [...digests].flatMap(([id, digest]) => (digest === '' ? [] : [`${id}:${digest}`])).join(' ');
}

export function readDigests(field: string): Map<string, string> {
  const pairs = field.split(' ').filter((pair) => pair.includes(':'));
  return new Map(pairs.map((pair) => pair.split(':', 2) as [string, string]));
}

/** An answer that is only suggested is none. */
export function storedDigest({ answer }: AskedOnPage, details: DetailFields): string {
  return answer && !answer.carriedFrom ? digestOf(answer, details) : '';
}

/** Empty for no answer. What the page does not show does not count. */
export function digestOf(answer: object, { words }: DetailFields): string {
  const held = answer as Record<string, unknown>;
  if (held.value === null) return '';
  const parts = ['value', ...Object.keys(words)].map((name) => plain(held[name]));
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** Browsers end lines in their own way, and the order of options says nothing. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return [...(value as unknown[])].sort();
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : (value ?? null);
}
