import { fatalMessagesIn } from './server-log';

describe('the reason for which PostgreSQL ended', () => {
  it('is the FATAL message, not those for sessions that were turned away', () => {
    const log = [
      '2026-11-22 20:04:11.965 UTC [1] LOG:  starting PostgreSQL',
      '2026-11-22 20:04:11.965 UTC [1] FATAL:  lock file "postmaster.pid" already exists',
      '2026-11-22 20:04:11.965 UTC [2] FATAL:  the database system is starting up',
      '2026-11-22 20:04:11.965 UTC [2] FATAL:  terminating connection due to administrator command',
    ].join('\n');
    expect(fatalMessagesIn(log)).toEqual(['lock file "postmaster.pid" already exists']);
  });
});
