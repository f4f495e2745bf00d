import { backupState, type BackupFacts, type BackupState } from './backup-state';

const made = (text: string) => ({ name: 'x', madeAt: new Date(text) });
const failed = (text: string) => ({ at: new Date(text).toISOString(), code: 'ENOSPC' });
const NOW = new Date('2026-03-02T09:00');

it.each<[string, Partial<BackupFacts>, BackupState]>([
  ['they are switched off', { isDaily: false }, 'off'],
  ['none was made yet', {}, 'none_yet'],
  ['the first is waited for', { awaitedSince: new Date('2026-03-02T07:00') }, 'none_yet'],
  ['the first is waited for in vain', { awaitedSince: new Date('2026-03-02T06:59') }, 'late'],
  ['the last is of today', { newest: made('2026-03-02T02:05') }, 'ok'],
  ['the last is of yesterday', { newest: made('2026-03-01T02:05') }, 'late'],
  ['the hour has just come', { newest: made('2026-03-01T08:30'), hour: 8 }, 'ok'],
  [
    'the last attempt failed',
    { newest: made('2026-03-02T02:05'), failure: failed('2026-03-02T08:00') },
    'failed',
  ],
  ['the first attempt failed', { failure: failed('2026-03-02T08:00') }, 'failed'],
  [
    'one was made after a failure',
    { newest: made('2026-03-02T02:05'), failure: failed('2026-03-01T02:00') },
    'ok',
  ],
])('when %s', (_when, facts, state) => {
  const none = { newest: undefined, failure: null, awaitedSince: null };
  expect(backupState({ isDaily: true, hour: 2, ...none, ...facts }, NOW)).toBe(state);
});
