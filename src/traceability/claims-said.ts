// Finds, in words of the product, what the source documents say and Duecare does not. Pure.
import { createHash } from 'node:crypto';
import type { ClaimNotRepeated } from './trace-table';

export interface ClaimSaid {
  /** id of the claim */
  readonly claim: string;
  /** the sentence, or the name, as it stands */
  readonly said: string;
}

const SENTENCE_END = /(?<=[.!?])\s+|\n/;
const WORD = /[\p{L}\d]+(?:\.[\p{L}\d]+)*/gu;

/** @param text sentences on lines: a catalog, a view, a template */
export function claimsSaid(text: string, claims: readonly ClaimNotRepeated[]): ClaimSaid[] {
  const sentences = text.split(SENTENCE_END).filter((sentence) => sentence.trim() !== '');
  return claims.flatMap(({ id, neverSaid, names }) => [
    ...neverSaid.flatMap(({ pattern, unless }) => {
      const claimed = new RegExp(pattern, 'iu');
      const allowed = unless === null ? null : new RegExp(unless, 'iu');
      return sentences
        .filter((sentence) => claimed.test(sentence) && !allowed?.test(sentence))
        .map((sentence) => ({ claim: id, said: sentence.trim() }));
    }),
    ...(names ? namesIn(text, new Set(names)).map((said) => ({ claim: id, said })) : []),
  ]);
}

/** Single words and pairs of words whose digest is among the given; each once. */
function namesIn(text: string, digests: ReadonlySet<string>): string[] {
  const words = text.toLowerCase().match(WORD) ?? [];
  const pairs = words.slice(1).map((word, place) => `${words[place]} ${word}`);
  return [...new Set([...words, ...pairs])].filter((name) => digests.has(digestOf(name)));
}

function digestOf(name: string): string {
  return createHash('sha256').update(name).digest('hex');
}
