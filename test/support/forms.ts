// Forms of the pages, sent as a browser sends them.
import { PublicAddress } from '../../src/common/public-address';
import type { Reply, TestApplication } from './test-application';

export type FormFields = Record<string, string | string[]>;

/** @param key token of somebody else */
export function sendForm(
  server: TestApplication,
  url: string,
  fields: FormFields,
  key?: string,
): Promise<Reply<string>> {
  const entries = Object.entries(fields).flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name, value]),
  );
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    origin: server.app.get(PublicAddress).origin,
  };
  const options = key ? { headers, key } : { headers };
  return server.post<string>(url, new URLSearchParams(entries).toString(), options);
}

/** Where a form that was taken leads. */
export const taken = ({ status, headers }: Reply): string => {
  expect(status).toBe(303);
  return (headers.location as string).replace(/[?&]notice=\w+$/, '');
};

const hidden = (name: string, { body }: Reply<string>): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? '';
/** What the page says was stored when it was shown. */
export const shownIn = (page: Reply<string>): string => hidden('shown', page);
