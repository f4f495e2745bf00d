// What pictures are taken of: one browser for a file of them, and a server of its own for each way, ended whatever happens.
import type { Browser } from 'puppeteer-core';
import { PublicAddress } from '../../src/common/public-address';
import { ThrowawayFolders } from '../embedded-postgres/throwaway-folder';
import { openBrowser } from '../support/browser';
import { BuiltServer, ensureBuilt } from '../support/built-server';
import { TestApplication } from '../support/test-application';
import { TestPeople } from '../support/test-people';

/** Opens a browser before the pictures of a file and closes it after them. @returns the browser, once it is there */
export function useBrowser(): () => Browser {
  let browser: Browser;
  beforeAll(async () => {
    ensureBuilt();
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  return () => browser;
}

/** The server as it is installed, with an empty data folder. */
export async function withServer(work: (server: BuiltServer) => Promise<void>): Promise<void> {
  const folders = new ThrowawayFolders();
  const server = new BuiltServer({ DATA_FOLDER: folders.make() });
  try {
    await work(server);
  } finally {
    await server.end('SIGKILL');
    folders.removeAll();
  }
}

/** The application within the test, where people are let in by the database. @param work gets its address */
export async function withApplication(
  work: (server: TestApplication, people: TestPeople, url: string) => Promise<void>,
): Promise<void> {
  const [server, people] = await Promise.all([TestApplication.start(), TestPeople.connect()]);
  try {
    await server.app.listen(0, '127.0.0.1');
    const url = (await server.app.getUrl()).replace('[::1]', '127.0.0.1');
    server.app.get(PublicAddress).listensAt(url);
    await work(server, people, url);
  } finally {
    await Promise.all([server.close(), people.close()]);
  }
}
