import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { boundedFetch, NoAnswer } from './bounded-fetch';

let server: Server;
let statusLine = '';

beforeAll(async () => {
  server = createServer(({ socket }) => socket.end(`HTTP/1.1 ${statusLine}\r\nContent-Length: 2\r\n\r\n{}`));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

const fetched = () =>
  boundedFetch(() => true, true)(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
    ...{ method: 'GET', headers: {}, body: undefined, redirect: 'manual' },
  });

describe('an answer', () => {
  it('is given with its status', async () => {
    statusLine = '404 Not Found';
    const answer = await fetched();
    expect([answer.status, await answer.text()]).toEqual([404, '{}']);
  });

  it.each(['600 Odd', '700 Odd', '999 Odd', '500 Broken'])('of %s is none', async (line) => {
    statusLine = line;
    await expect(fetched()).rejects.toThrow(NoAnswer);
  });
});
