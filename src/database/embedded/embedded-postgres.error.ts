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
