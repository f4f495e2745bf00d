// Fetching from an address that an organization has named: by https, from addresses that may be reached, within a time and a size, following no
// redirect. The address is judged as the connection is made to it, so that a name cannot mean one thing when asked and another when called.
import { lookup as lookUp } from 'node:dns';
import { request as requestPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { CustomFetch } from 'openid-client';
import type { MayReach } from './reachable-address';

export const FETCH_SECONDS = 5;
export const LARGEST_ANSWER_BYTES = 512 * 1024;

/** An address that must not be fetched from; its message names no address. */
export class AddressRefused extends Error {}

/** Nothing answers there, or not in time, or with an error of its own. */
export class NoAnswer extends Error {}

/** @param plain whether plain http may be used: on this machine alone, for trying things out */
export function boundedFetch(mayReach: MayReach, plain: boolean): CustomFetch {
  return async (address, { method, headers, body, signal }) => {
    const url = new URL(address);
    if (url.protocol !== 'https:' && !(plain && url.protocol === 'http:')) {
      throw new AddressRefused('only https is fetched');
    }
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) && !mayReach(host)) throw new AddressRefused('the address may not be reached');
    const deadline = AbortSignal.timeout(FETCH_SECONDS * 1000);
    const options: RequestOptions = {
      ...{ method, headers, agent: false },
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      lookup: guardedLookup(mayReach),
    };
    const answer = await sent(url, options, bodyText(body)).catch((error: unknown) => {
      throw error instanceof AddressRefused ? error : new NoAnswer('no answer', { cause: error });
    });
    if (answer.status >= 500) throw new NoAnswer(`the answer has status ${answer.status}`);
    return answer;
  };
}

function sent(url: URL, options: RequestOptions, body: string | undefined): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? requestSecure : requestPlain)(url, options);
    request.on('error', reject);
    request.on('response', (answer) => {
      // What responseOf throws, such as at a status that there is not, has to end the request as well.
      readBounded(answer)
        .then((bytes) => responseOf(answer, bytes))
        .then(resolve, reject);
    });
    request.end(body);
  });
}

async function readBounded(answer: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LARGEST_ANSWER_BYTES) {
      answer.destroy();
      throw new Error('the answer is too large');
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function responseOf({ statusCode = 0, headers }: IncomingMessage, bytes: Buffer): Response {
  if (statusCode < 200) throw new Error('the answer has no status');
  const named = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const one of [value ?? []].flat()) named.append(name, one);
  }
  const isEmpty = [204, 205, 304].includes(statusCode);
  return new Response(isEmpty ? null : new Uint8Array(bytes), { status: statusCode, headers: named });
}

/** Every address of the name has to be one that may be reached. */
function guardedLookup(mayReach: MayReach): LookupFunction {
  return (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      if (addresses.length === 0 || !addresses.every(({ address }) => mayReach(address))) {
        return callback(new AddressRefused('the address may not be reached'), []);
      }
      const [first] = addresses;
      return options.all ? callback(null, addresses) : callback(null, first?.address ?? '', first?.family);
    });
  };
}

function bodyText(body: unknown): string | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string' || body instanceof URLSearchParams) return body.toString();
  throw new Error('only text is sent');
}
