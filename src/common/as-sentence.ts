/** What somebody typed, as a sentence among others: with a full stop, unless it has its own end. */
export function asSentence(text: string): string {
  return /[.!?…]["'”’)]*$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}
