// Where a fault lies: JSON pointers into the document that somebody sent.

/** The pointer one or more steps below `base`, with ~ and / escaped as RFC 6901 asks. */
export function pointerTo(base: string, ...steps: (string | number)[]): string {
  return steps.reduce<string>(
    (pointer, step) => `${pointer}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`,
    base,
  );
}
