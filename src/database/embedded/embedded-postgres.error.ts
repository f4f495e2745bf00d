/** Why the embedded PostgreSQL could not be started or stopped. Stable: documentation and callers may rely on them. */
export type EmbeddedPostgresProblem =
  | 'platform-package-missing'
  | 'binaries-do-not-run'
  | 'cannot-switch-user'
  | 'no-unprivileged-user'
  | 'data-folder-unreachable'
  | 'data-folder-not-writable'
  | 'data-folder-of-another-user'
  | 'foreign-folder'
  | 'other-postgres-major'
  | 'cluster-damaged'
  | 'cluster-missing'
  | 'socket-folder-unsafe'
  | 'socket-path-too-long'
  | 'another-start-in-progress'
  | 'initialisation-failed'
  | 'start-failed'
  | 'server-not-answering'
  | 'stop-failed';

/**
 * The one error of the supervisor. The message is a sentence or two for the person who runs Duecare: what is wrong and
 * what to do about it; no stack trace is needed to act on it.
 */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(
    readonly code: EmbeddedPostgresProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What the file system refused (a full disk, a read-only mount) in the words of this error; anything else unchanged. */
export function inWordsForPeople(error: unknown, dataFolder: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (error instanceof EmbeddedPostgresError || !code || !syscall) return error;
  return new EmbeddedPostgresError(
    'data-folder-not-writable',
    `The data folder ${dataFolder} could not be used (${(error as Error).message}). ` +
      'Check that the disk is not full and that this user may write there, or choose another data folder.',
    { cause: error },
  );
}
