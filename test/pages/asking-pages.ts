// Pages as a browser asks for them. They are not in the OpenAPI document, so they are asked for past its check.
import type { InjectOptions } from 'fastify';
import { PublicAddress } from '../../src/common/public-address';
import type { TestApplication } from '../support/test-application';
import { testDatabase } from '../support/test-database';

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
  bytes: Buffer;
}

async function ask(
  server: TestApplication,
  options: InjectOptions,
  key = testDatabase().session,
): Promise<Answer> {
  const headers = { authorization: `Bearer ${key}`, ...options.headers };
  const answer = await server.app.inject({ ...options, headers });
  return {
    status: answer.statusCode,
    headers: answer.headers as Record<string, string>,
    body: answer.body,
    bytes: answer.rawPayload,
  };
}

export function pageOf(server: TestApplication, url: string, key?: string): Promise<Answer> {
  return ask(server, { method: 'GET', url }, key);
}

export function sendForm(
  server: TestApplication,
  url: string,
  fields: Record<string, string>,
  key?: string,
): Promise<Answer> {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    origin: server.app.get(PublicAddress).origin,
  };
  const payload = new URLSearchParams(fields).toString();
  return ask(server, { method: 'POST', url, headers, payload }, key);
}
