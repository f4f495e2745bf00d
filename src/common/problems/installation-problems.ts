// What can be wrong with the installation itself.
import type { ProblemType } from './problem-type';

export const INSTALLATION_PROBLEMS = {
  'audit-log-not-intact': {
    status: 409,
    title: 'The audit log does not verify',
    meaning:
      'An entry of the log does not fit; the detail says which. Nothing was deleted: it may be the proof.',
    remedy: 'Read `GET .../audit-log-verification` and find out what happened to the log.',
  },
  'internal-error': {
    status: 500,
    title: 'Something went wrong here',
    meaning: 'An error that the application did not expect. Nothing was saved.',
    remedy: 'Try again; if it stays, give the request id to whoever runs the installation: the log has it.',
  },
  'backup-overdue': {
    status: 503,
    title: 'The daily backup was not made',
    meaning: 'The last backup failed, or none was made when one was due. The server serves on.',
    remedy:
      'Look into the log of the server, and see that the disk has room and the folder of backups can be written to.',
  },
  unavailable: {
    status: 503,
    title: 'Not available now',
    meaning:
      'The database or another part that this needs cannot be reached, or is busy with the work of others.',
    remedy: 'Try again in a minute; see `GET /health/ready`.',
  },
} as const satisfies Record<string, ProblemType>;
