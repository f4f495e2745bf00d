// Attempts that share counts and come at the same moment, right ones and wrong ones.
import { DomainError } from '../src/common/problems/domain.error';
import { Attempts, ofAddress, ofPair, type Counted } from '../src/sign-in/attempts.service';
import { TestApplication } from './support/test-application';

let server: TestApplication;

beforeAll(async () => {
  server = await TestApplication.start({ environment: { DATABASE_POOL_SIZE: '12' } });
});

afterAll(() => server.close());

const ADDRESS = '2001:db8:a77e:3b75::1';
const counted = (account: string): Counted[] => [
  ofPair(account, ADDRESS),
  ofAddress(ADDRESS),
  { kind: 'account', subject: account },
];

it('end by being let through or by waiting, whatever the others take back meanwhile', async () => {
  const attempts = server.app.get(Attempts, { strict: false });
  const one = async (account: string): Promise<void> => {
    const these = counted(account);
    await attempts.claim(these);
    await attempts.succeeded(these);
  };
  const failures: string[] = [];
  const runs = Array.from({ length: 12 }, async (_, run) => {
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await one(`at-once-${run % 3}@tests.example`).catch((error: Error) => {
        if (!(error instanceof DomainError)) failures.push(`${error.name}: ${error.message}`);
      });
    }
  });
  await Promise.all(runs);
  expect([...new Set(failures)]).toEqual([]);
});
