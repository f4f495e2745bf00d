/** A database that the application will not start on; the message says what to do. */
export class DatabaseError extends Error {
  constructor(
    readonly code: 'postgresql-too-old' | 'application-role-too-powerful' | 'database-unreachable',
    message: string,
  ) {
    super(message);
  }
}
