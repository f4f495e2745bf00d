import { backupsView } from './backup.presenter';
import type { BackupStanding } from './daily/daily-backups';

const failure = { at: '2026-03-02T02:00:00Z', code: 'ENOSPC' };
const standing = (fields: Partial<BackupStanding> = {}): BackupStanding => ({
  ...{ isDaily: true, hour: 2, newest: undefined, failure: null, awaitedSince: null, kept: 0 },
  ...fields,
});

it('says when backups are made, and where', () => {
  const view = backupsView(standing(), 'none_yet', '/data/backups', 7);
  expect(view).toMatchObject({ isWell: true, folder: '/data/backups', keptAtMost: 7, lastMadeAt: null });
  expect(view.when).toBe('every day at 02:00, by the clock of the server');
});

it('tells of a failure as long as the last backup failed', () => {
  expect(backupsView(standing({ failure }), 'failed', '/data/backups', 7)).toMatchObject({
    isWell: false,
    failure,
  });
  expect(backupsView(standing({ failure }), 'ok', '/data/backups', 7).failure).toBeNull();
});

it('where there are none, says no hour', () => {
  expect(backupsView(standing({ isDaily: false }), 'off', null, 7)).toMatchObject({ when: '', folder: '' });
});
