// Opens pages and sends their forms as a browser does. Pages are in no OpenAPI document, so nothing is held to it.
import { PublicAddress } from '../../src/common/public-address';
import type { TestApplication } from './test-application';

export interface Visited {
  status: number;
  /** where to go on, after a form */
  location: string;
  body: string;
  cookie: string;
}

export type FormFields = Readonly<Record<string, string | readonly string[]>>;
type Visitor = { session: string } | null;

export class PageVisitor {
  constructor(private readonly server: TestApplication) {}

  /** @param by null for somebody who is not signed in */
  see(url: string, by: Visitor): Promise<Visited> {
    return this.ask({ method: 'GET', url, headers: signedIn(by) });
  }

  send(url: string, fields: FormFields, by: Visitor): Promise<Visited> {
    const form = new URLSearchParams();
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) form.append(name, one);
    const { origin } = this.server.app.get(PublicAddress);
    const headers = { ...signedIn(by), 'content-type': 'application/x-www-form-urlencoded', origin };
    return this.ask({ method: 'POST', url, headers, payload: form.toString() });
  }

  private async ask(request: {
    method: 'GET' | 'POST';
    url: string;
    headers: Record<string, string>;
    payload?: string;
  }): Promise<Visited> {
    const { statusCode, headers, body } = await this.server.app.inject(request);
    return {
      status: statusCode,
      location: headers.location ?? '',
      body,
      cookie: String(headers['set-cookie'] ?? ''),
    };
  }
}

function signedIn(by: Visitor): Record<string, string> {
  return { accept: 'text/html', ...(by ? { authorization: `Bearer ${by.session}` } : {}) };
}
