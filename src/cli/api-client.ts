// The HTTP API as a client sees it: JSON in, JSON out, problems as errors. No more than the demo needs.

export interface ApiReply<T> {
  status: number;
  body: T;
  location: string | null;
}

/** A problem that the API answered with (RFC 9457). */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    text: string,
  ) {
    super(`the API answered ${status}: ${text}`);
  }
}

export class ApiClient {
  constructor(
    private readonly url: string,
    private readonly apiKey: string,
  ) {}

  async get<T>(path: string): Promise<T> {
    return (await (await this.send('GET', path)).json()) as T;
  }

  async bytes(path: string): Promise<Buffer> {
    return Buffer.from(await (await this.send('GET', path)).arrayBuffer());
  }

  async post<T>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<ApiReply<T>> {
    const payload = typeof body === 'string' ? body : JSON.stringify(body);
    const reply = await this.send('POST', path, payload, { 'content-type': 'application/json', ...headers });
    return { status: reply.status, body: (await reply.json()) as T, location: reply.headers.get('location') };
  }

  private async send(
    method: string,
    path: string,
    body?: string,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const authorization = `Bearer ${this.apiKey}`;
    const reply = await fetch(`${this.url}${path}`, { method, body, headers: { ...headers, authorization } });
    if (!reply.ok) throw new ApiProblem(reply.status, await reply.text());
    return reply;
  }
}
