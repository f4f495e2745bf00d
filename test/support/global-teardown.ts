import { rm } from 'node:fs/promises';

export default async function globalTeardown(): Promise<void> {
  const { stopTestDatabase, testDataFolder } = globalThis as {
    stopTestDatabase?: () => Promise<void>;
    testDataFolder?: string;
  };
  await stopTestDatabase?.();
  if (testDataFolder) await rm(testDataFolder, { recursive: true, force: true });
}
