// Both servers must do the same work: the same record comes out of both. Else the comparison says nothing, and what has come apart is named.
import { isDeepStrictEqual } from 'node:util';

export interface Address {
  port: number;
  path: string;
  headers?: Readonly<Record<string, string>>;
  /** sent as a POST; without one, the path is read */
  body?: string;
}

/** @throws Error that names each place where the answers differ */
export async function refuseUnlikeAnswers(ours: Address, bare: Address): Promise<void> {
  const differing = differencesOf(await answerOf(ours), await answerOf(bare), '');
  if (differing.length === 0) return;
  throw new Error(`The application and the bare server answer differently:\n${differing.join('\n')}`);
}

async function answerOf({ port, path, headers, body }: Address): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers,
    body,
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${text}`);
  return JSON.parse(text);
}

/** One line a place: its JSON Pointer, what ours has there and what the bare server has. */
export function differencesOf(ours: unknown, bare: unknown, at: string): string[] {
  if (isDeepStrictEqual(ours, bare)) return [];
  if (!isContainer(ours) || !isContainer(bare) || Array.isArray(ours) !== Array.isArray(bare)) {
    return [`  ${at || '(the whole)'}: ${shown(ours)} by the application, ${shown(bare)} by the bare server`];
  }
  const fields = new Set([...Object.keys(ours), ...Object.keys(bare)]);
  return [...fields].flatMap((field) => differencesOf(ours[field], bare[field], `${at}/${field}`));
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
