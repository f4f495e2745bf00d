/** What the command says to the shell. */
export const EXIT = {
  ok: 0,
  /** something that is no fault of the input: a bug, a full disk; for `verify`: it does not verify */
  failed: 1,
  /** what was given cannot be used: a wrong option, an unreadable file, a dossier with faults */
  badInput: 2,
  /** done but for a part: no PDF without a browser; for `verify`: intact, but nobody sealed it */
  incomplete: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
