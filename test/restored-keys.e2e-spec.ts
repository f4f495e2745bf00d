// What a restored installation does with requests that were sent to the one before, under an Idempotency-Key.
import { THROWAWAY_OWNER, setUpOwner } from '../src/cli/set-up-owner';
import { writeBackup } from '../src/backups/write-backup';
import { readBackupKey } from '../src/backups/backup-key';
import { join } from 'node:path';
import { PersonAtServer } from './backups/lived-in-practice';
import { Restoring } from './backups/restoring';
import { applicationOn } from './backups/small-installation';
import { practiceBody } from './factories/records.factory';

jest.setTimeout(120_000);

const restoring = new Restoring();
afterAll(() => restoring.removeAll());

const WANTED = { label: 'integration', scopes: ['records.read'], validDays: 1 };
const KEY = { 'idempotency-key': '"made-once"' };

it('one that was done is not done again, its answer is in no backup, and the caller is told to look', async () => {
  const [database, dataFolder] = [await restoring.databases.make(), restoring.folders.make()];
  const first = await applicationOn(database, dataFolder);
  const { session, organizationId } = await setUpOwner(first.url, first.setupToken, practiceBody());
  const at = `/v1/organizations/${organizationId}/api-keys`;
  const made = await new PersonAtServer(first.url, session).post<{ id: string }>(at, WANTED, KEY);
  await first.stop();
  const archive = join(restoring.folders.make(), 'backup.age');
  await writeBackup({ ownerUrl: database.ownerUrl, dataFolder, recipients: [] }, archive);

  restoring.identity = await readBackupKey(join(dataFolder, 'backup-key.txt'));
  const restored = await restoring.restored(archive);
  const second = await applicationOn(restored.database, restored.dataFolder);
  const { email, password } = THROWAWAY_OWNER;
  const nobody = new PersonAtServer(second.url, null);
  const { token } = await nobody.post<{ token: string }>('/v1/sessions', { email, password });
  const owner = new PersonAtServer(second.url, token);
  await expect(owner.post(at, WANTED, KEY)).rejects.toThrow('idempotency-');
  const { items } = JSON.parse(await owner.text(at)) as { items: { id: string }[] };
  expect(items.map(({ id }) => id)).toEqual([made.id]);
  await second.stop();
});
