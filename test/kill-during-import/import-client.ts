// A client of the API over the network: calls, and a loop of imports that notes what was acknowledged.
import { practiceBody } from '../factories/records.factory';
import { numberedImport } from './numbered-import';

export interface Attempt {
  document: ReturnType<typeof numberedImport>;
  acknowledged: boolean;
}

export interface Practice {
  /** address of its records, without the server */
  at: string;
  profile: object;
  attempts: Attempt[];
}

export class ImportClient {
  constructor(
    private readonly url: string,
    private readonly apiKey: string,
  ) {}

  async get<T>(path: string): Promise<T> {
    const answer = await this.call('GET', path);
    if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** All pages of a list. */
  async all<T>(path: string): Promise<T[]> {
    const items: T[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: T[]; nextCursor: string | null } = await this.get(
        `${path}?limit=200${cursor && `&cursor=${cursor}`}`,
      );
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    return items;
  }

  async newPractice(): Promise<Practice> {
    const profile = practiceBody();
    const answer = await this.call('POST', '/v1/organizations', profile);
    if (answer.status !== 201) throw new Error(`no practice: ${answer.status} ${await answer.text()}`);
    const { id } = (await answer.json()) as { id: string };
    return { at: `/v1/organizations/${id}`, profile, attempts: [] };
  }

  /** Imports one dossier after the other until the server no longer answers. */
  async importUntilKilled(practice: Practice, client: string): Promise<void> {
    for (let number = 0; await this.import(practice, `${client}-${number}`); number += 1);
  }

  /** Imports one dossier of its own. @returns false when it was cut off: nobody knows whether it was saved */
  async import(practice: Practice, name: string): Promise<boolean> {
    const clientsPerYear = 1000 + practice.attempts.length;
    const document = numberedImport(practice.profile, name, clientsPerYear);
    const attempt: Attempt = { document, acknowledged: false };
    practice.attempts.push(attempt);
    try {
      const answer = await this.call('POST', `${practice.at}/dossier/imports`, document);
      await answer.text();
      attempt.acknowledged = answer.status === 200;
      if (answer.status < 500 && answer.status !== 200) throw new Refused(`import: ${answer.status}`);
      return true;
    } catch (error) {
      if (error instanceof Refused) throw error;
      return false;
    }
  }

  private call(method: string, path: string, body?: object): Promise<Response> {
    const headers = { authorization: `Bearer ${this.apiKey}`, 'content-type': 'application/json' };
    return fetch(this.url + path, { method, headers, body: body && JSON.stringify(body) });
  }
}

/** An import that was answered and not taken: the test itself is wrong. */
class Refused extends Error {}
