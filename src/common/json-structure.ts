// What JSON.parse does not tell: fields given twice (the last one silently wins) and nesting without end. One pass over the
// text, no recursion; the text must already be known to be JSON.

export type JsonStructureFault =
  { kind: 'duplicate-field'; name: string; offset: number } | { kind: 'too-deep'; offset: number };

/** The first field that its object already has, or the first place nested deeper than `maxDepth`; undefined when there is none. */
export function findJsonStructureFault(json: string, maxDepth: number): JsonStructureFault | undefined {
  const open: (Set<string> | null)[] = []; // the names met so far in each open object; null for a list
  let atName = false;
  for (let offset = 0; offset < json.length; offset += 1) {
    const character = json[offset];
    if (character === '"') {
      const end = endOfString(json, offset);
      const names = open.at(-1);
      if (atName && names) {
        const written = json.slice(offset + 1, end);
        const name = written.includes('\\') ? (JSON.parse(`"${written}"`) as string) : written;
        if (names.has(name)) return { kind: 'duplicate-field', name, offset };
        names.add(name);
        atName = false;
      }
      offset = end;
    } else if (character === '{' || character === '[') {
      if (open.length >= maxDepth) return { kind: 'too-deep', offset };
      open.push(character === '{' ? new Set() : null);
      atName = character === '{';
    } else if (character === '}' || character === ']') {
      open.pop();
      atName = false;
    } else if (character === ',') atName = open.at(-1) instanceof Set;
  }
  return undefined;
}

function endOfString(json: string, start: number): number {
  let end = start + 1;
  while (json[end] !== '"') end += json[end] === '\\' ? 2 : 1;
  return end;
}
