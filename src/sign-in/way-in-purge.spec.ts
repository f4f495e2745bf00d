import type { Tenancy } from '../database/tenancy';
import type { JobQueue } from '../jobs/job-queue';
import type { Mailer } from '../mail/mailer';
import { WayInPurge } from './way-in-purge';

it('removes the mails of the links that it removes', async () => {
  const asked: string[] = [];
  const withoutOrganization = ({ text, values }: { text: string; values: string[] }) => {
    asked.push(`${text} ${values[0]}`);
    if (text.includes('vendor')) return Promise.resolve([{ id: 'vendors' }, { id: 'vendors' }]);
    return Promise.resolve(text.includes('token') ? [{ id: 'one' }, { id: 'two' }] : []);
  };
  const forget = jest.fn(() => Promise.resolve());
  const purge = new WayInPurge(
    {} as JobQueue,
    { withoutOrganization } as unknown as Tenancy,
    { forget } as unknown as Mailer,
  );
  await purge.purge();
  expect(asked).toEqual([
    'select purge_sessions($1) 90 days',
    'select purge_one_time_tokens($1) as id 7 days',
    'select purge_vendor_link_digests($1) as id 7 days',
    'select purge_calendar_link_digests($1) 7 days',
  ]);
  expect(forget).toHaveBeenCalledWith(['one', 'two', 'vendors']);
});
