// Forms of our pages as a browser sends them.
import { PublicAddress } from '../../src/common/public-address';
import type { CallOptions, Reply, TestApplication } from './test-application';

/** What a browser says of itself: that it reads pages. */
export const AS_BROWSER = { accept: 'text/html,application/xhtml+xml' };

export function getPage(
  server: TestApplication,
  path: string,
  options: CallOptions = {},
): Promise<Reply<string>> {
  return server.get<string>(path, { ...options, headers: { ...AS_BROWSER, ...options.headers } });
}

/** @param entries of the form; a list stands for several of one name */
export function sendForm(
  server: TestApplication,
  path: string,
  entries: Readonly<Record<string, string | readonly string[]>>,
  options: CallOptions = {},
): Promise<Reply<string>> {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(entries)) {
    for (const one of [value].flat()) form.append(name, one);
  }
  const { origin } = server.app.get(PublicAddress);
  const headers = {
    ...AS_BROWSER,
    'content-type': 'application/x-www-form-urlencoded',
    origin,
    ...options.headers,
  };
  return server.post<string>(path, form.toString(), { ...options, headers });
}

/** The cookie that an answer sets, as the next request brings it. */
export function cookieOf({ headers }: Reply): string {
  return [headers['set-cookie']].flat().join('; ').split(';', 1)[0] ?? '';
}
