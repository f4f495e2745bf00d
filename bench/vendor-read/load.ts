// The load: connections kept alive, each sending its next request as soon as the answer before is there. Bare sockets, since
// the generator shares the processor with the servers and an HTTP client would cost as much as they do.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface LoadTurn {
  requestsPerSecond: number;
  /** of every request of the turn */
  latencies: number[];
}

export class Load {
  private constructor(private readonly connections: readonly Connection[]) {}

  /** @param paths requested in turn by each connection @param body sent with each, as a POST; without one, they are read */
  static async open(
    port: number,
    paths: readonly string[],
    headers: Readonly<Record<string, string>>,
    connections: number,
    body?: string,
  ): Promise<Load> {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const all = { host: `127.0.0.1:${port}`, ...headers, ...length };
    const lines = Object.entries(all).map((pair) => pair.join(': '));
    const method = body === undefined ? 'GET' : 'POST';
    const requests = paths.map((path) =>
      Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body ?? ''}`),
    );
    return new Load(
      await Promise.all(
        Array.from({ length: connections }, async (_, first) => {
          const socket = connect({ host: '127.0.0.1', port, noDelay: true });
          await once(socket, 'connect');
          return new Connection(socket, requests, first);
        }),
      ),
    );
  }

  /** @throws Error when an answer is not 200 */
  async turn(milliseconds: number): Promise<LoadTurn> {
    const latencies: number[] = [];
    const start = performance.now();
    await Promise.all(this.connections.map((connection) => connection.run(start + milliseconds, latencies)));
    return { requestsPerSecond: (latencies.length * 1000) / (performance.now() - start), latencies };
  }

  close(): void {
    for (const connection of this.connections) connection.close();
  }
}

class Connection {
  private received: Buffer = Buffer.alloc(0);
  private sentAt = 0;
  private until = 0;
  private latencies: number[] = [];
  private settle: { resolve: () => void; reject: (error: Error) => void } | null = null;

  constructor(
    private readonly socket: Socket,
    private readonly requests: readonly Buffer[],
    private next: number,
  ) {
    socket.on('data', (chunk) => this.receive(chunk));
    socket.on('error', (error) => this.settle?.reject(error));
    socket.on('close', () => this.settle?.reject(new Error('the server closed the connection')));
  }

  run(until: number, latencies: number[]): Promise<void> {
    this.until = until;
    this.latencies = latencies;
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
      this.send();
    });
  }

  close(): void {
    this.settle = null;
    this.socket.destroy();
  }

  private send(): void {
    this.next = (this.next + 1) % this.requests.length;
    this.sentAt = performance.now();
    this.socket.write(this.requests[this.next] as Buffer);
  }

  private receive(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const end = endOfResponse(this.received);
    if (end === null) return;
    const isGood =
      this.received.toString('latin1', 0, 13) === 'HTTP/1.1 200 ' && end === this.received.length;
    if (!isGood) {
      const line = this.received.toString('latin1', 0, this.received.indexOf('\r\n'));
      return this.settle?.reject(new Error(`an answer was not as expected: ${line}`));
    }
    this.received = Buffer.alloc(0);
    const now = performance.now();
    this.latencies.push(now - this.sentAt);
    if (now < this.until) this.send();
    else this.settle?.resolve();
  }
}

/** Where the response ends; null while some of it is still to come. Both servers send content-length. */
function endOfResponse(received: Buffer): number | null {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const length = /\r\ncontent-length: (\d+)/i.exec(received.toString('latin1', 0, headEnd))?.[1];
  if (length === undefined) throw new Error('an answer has no content-length');
  const end = headEnd + 4 + Number(length);
  return received.length >= end ? end : null;
}
