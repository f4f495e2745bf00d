import type { Tenancy } from '../database/tenancy';
import type { JobQueue } from '../jobs/job-queue';
import type { Mailer } from '../mail/mailer';
import { WayInPurge } from './way-in-purge';

it('removes the mails of the links that it removes', async () => {
  const asked: string[] = [];
  const withoutOrganization = ({ text, values }: { text: string; values: Date[] }) => {
    asked.push(`${text} ${values[0]?.toISOString()}`);
    return Promise.resolve(text.includes('token') ? [{ id: 'one' }, { id: 'two' }] : []);
  };
  const forget = jest.fn(() => Promise.resolve());
  const purge = new WayInPurge(
    {} as JobQueue,
    { withoutOrganization } as unknown as Tenancy,
    { forget } as unknown as Mailer,
    { now: () => new Date('2026-11-29T12:00:00Z') },
  );
  await purge.purge();
  expect(asked).toEqual([
    'select purge_sessions($1) 2026-08-31T12:00:00.000Z',
    'select purge_one_time_tokens($1) as id 2026-11-22T12:00:00.000Z',
  ]);
  expect(forget).toHaveBeenCalledWith(['one', 'two']);
});
