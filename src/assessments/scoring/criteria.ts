// Trust services criteria as printed (CC6.1) against those that a fact asks about (CC6).

/** True where one is the other, or a part of it: CC6.1 is part of CC6, CC61 is not. */
export function isSameOrPart(first: string, second: string): boolean {
  return first === second || first.startsWith(`${second}.`) || second.startsWith(`${first}.`);
}

export function touches(printed: readonly string[], asked: readonly string[]): boolean {
  return printed.some((criterion) => asked.some((prefix) => isSameOrPart(criterion, prefix)));
}
