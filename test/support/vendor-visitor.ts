// Somebody on the side of a vendor, in a browser without scripts: comes by a link, begins, and keeps the cookie of the link and nothing else.
import { PublicAddress } from '../../src/common/public-address';
import type { TestApplication } from './test-application';
import type { FormFields, Visited } from './page-visitor';

export interface SentFile {
  name: string;
  type: string;
  bytes: Buffer;
}

export class VendorVisitor {
  cookie = '';

  constructor(private readonly server: TestApplication) {}

  /** Opens the link and presses "Begin". */
  async begin(link: string): Promise<Visited> {
    const token = new URL(link).searchParams.get('token') ?? '';
    const begun = await this.send('/vendor-link', { token });
    this.cookie = begun.cookie.split(';', 1)[0] ?? '';
    return begun;
  }

  see(url: string): Promise<Visited> {
    return this.ask('GET', url, {});
  }

  send(url: string, fields: FormFields): Promise<Visited> {
    const form = new URLSearchParams();
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) form.append(name, one);
    const { origin } = this.server.app.get(PublicAddress);
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin };
    return this.ask('POST', url, headers, form.toString());
  }

  upload(url: string, fields: Readonly<Record<string, string>>, file: SentFile): Promise<Visited> {
    const boundary = 'duecare-vendor-boundary';
    const part = (head: string, bytes: Buffer): Buffer =>
      Buffer.concat([
        Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
        bytes,
        Buffer.from('\r\n'),
      ]);
    const body = Buffer.concat([
      ...Object.entries(fields).map(([name, value]) => part(`name="${name}"`, Buffer.from(value))),
      part(`name="file"; filename="${file.name}"\r\ncontent-type: ${file.type}`, file.bytes),
      Buffer.from(`--${boundary}--\r\n`),
    ]);
    const { origin } = this.server.app.get(PublicAddress);
    return this.ask(
      'POST',
      url,
      { 'content-type': `multipart/form-data; boundary=${boundary}`, origin },
      body,
    );
  }

  /** The bytes of what is handed out. */
  async fetch(url: string): Promise<Buffer> {
    const answer = await this.server.app.inject({ method: 'GET', url, headers: { cookie: this.cookie } });
    if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`);
    return answer.rawPayload;
  }

  private async ask(
    method: 'GET' | 'POST',
    url: string,
    also: Record<string, string>,
    payload?: string | Buffer,
  ): Promise<Visited> {
    const headers = { accept: 'text/html', ...(this.cookie ? { cookie: this.cookie } : {}), ...also };
    const answer = await this.server.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
    return {
      status: answer.statusCode,
      location: answer.headers.location ?? '',
      body: answer.body,
      cookie: String(answer.headers['set-cookie'] ?? ''),
    };
  }
}
