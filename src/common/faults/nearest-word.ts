// "Did you mean ...?": the word of a short list that a mistyped one most likely stood for.

const LONGEST_COMPARED = 60;

/** The candidate that takes the fewest single-letter edits; undefined when even that one is far off (more than a third of it). */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > LONGEST_COMPARED) return undefined;
  const plain = plainForm(word);
  let nearest: string | undefined;
  let fewest = Infinity;
  for (const candidate of candidates) {
    const edits = editsBetween(plain, plainForm(candidate));
    if (edits < fewest && edits <= Math.ceil(candidate.length / 3)) {
      fewest = edits;
      nearest = candidate;
    }
  }
  return nearest;
}

/** Case, hyphens and underscores are what people mix up most: they count as no edit at all. */
function plainForm(word: string): string {
  return word.toLowerCase().replaceAll(/[-_\s]/g, '');
}

/** Levenshtein distance, one row at a time. */
function editsBetween(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let line = 1; line <= left.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= right.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (left[line - 1] === right[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
