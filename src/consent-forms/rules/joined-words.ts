/** "a", "a and b", "a, b and c"; null where there is nothing to join that would have to be said. */
export function joinedWords(words: readonly string[]): string | null {
  if (words.length === 0) return null;
  const last = words.at(-1) as string;
  return words.length === 1 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
