/** What a backup or a restore refuses; the message is for a person and says what to do. Nothing was changed. */
export class BackupError extends Error {
  constructor(
    readonly code:
      | 'not-a-backup'
      | 'other-key'
      | 'damaged'
      | 'newer-format'
      | 'newer-product'
      | 'older-postgresql'
      | 'database-not-empty'
      | 'data-folder-in-use'
      | 'restore-unfinished'
      | 'key-unusable'
      | 'not-up-to-date'
      | 'no-installation',
    message: string,
  ) {
    super(message);
    this.name = 'BackupError';
  }
}
