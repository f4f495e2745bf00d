/** The text, or its beginning with an ellipsis when it is longer than `maximum` characters; cut between words where there are. */
export function shortened(text: string, maximum: number): string {
  const signs = [...text];
  if (signs.length <= maximum) return text;
  const beginning = signs.slice(0, maximum - 1).join('');
  const lastSpace = beginning.lastIndexOf(' ');
  const cut = lastSpace > maximum / 2 ? beginning.slice(0, lastSpace) : beginning;
  return `${cut.replace(/[\s,;.]+$/, '')}…`;
}
