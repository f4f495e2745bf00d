/** Breaks text into lines of at most `width` characters and at most `lines` lines, the last with an ellipsis when text is left. */
export function wrapped(text: string, width: number, lines: number): string[] {
  const found: string[] = [];
  let line = '';
  for (const word of piecesOf(text, width)) {
    if (line === '') line = word;
    else if (line.length + 1 + word.length <= width) line += ` ${word}`;
    else {
      found.push(line);
      line = word;
    }
  }
  if (line) found.push(line);
  if (found.length <= lines) return found;
  const kept = found.slice(0, lines);
  kept[lines - 1] = `${(kept[lines - 1] ?? '').slice(0, width - 1)}…`;
  return kept;
}

/** Words, the longest of them cut. */
function piecesOf(text: string, width: number): string[] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => word.match(new RegExp(`[^]{1,${width}}`, 'gu')) ?? []);
}
