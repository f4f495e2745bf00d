// The real application over the tests' PostgreSQL, called without a network; every answer is held to the OpenAPI document.
import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { InjectOptions } from 'fastify';
import { generateX25519Identity } from 'age-encryption';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signingKeyOf } from '../../src/common/signing/signing-key';
import type { BackedUp } from '../../src/backups/daily/daily-backups';
import type { Clock } from '../../src/common/clock';
import { FileVault } from '../../src/files/file-vault';
import { SecretBox } from '../../src/common/secret-box';
import type { Delivery, Mail, Mailer } from '../../src/mail/mailer';
import { readSettings } from '../../src/config/settings';
import { createHttpServer } from '../../src/server/http-server';
import { practiceBody } from '../factories/records.factory';
import { ResponseCheck } from './response-check';
import { testDatabase } from './test-database';

export interface Reply<T = any> {
  status: number;
  headers: Record<string, string>;
  body: T;
  bytes: Buffer;
}

export interface CallOptions {
  body?: unknown;
  headers?: Record<string, string>;
  /** another token, or null for none */
  key?: string | null;
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
  url: string;
}

/** No limits of requests: a test file sends in seconds what a practice sends in a day. */
export const NO_LIMITS = {
  RATE_LIMIT_KEYS: '0',
  RATE_LIMIT_PEOPLE: '0',
  RATE_LIMIT_ADDRESSES: '0',
  RATE_LIMIT_CLEARANCE: '0',
};

/** As it is published: that it is the one of the code is for open-api.e2e-spec.ts to say. To generate it takes longer than to start the rest. */
const DOCUMENT = JSON.parse(
  readFileSync(join(__dirname, '../../docs/openapi.json'), 'utf8'),
) as OpenAPIObject;

const TEST_ENVIRONMENT = { LOG_LEVEL: 'silent', DATABASE_POOL_SIZE: '4', ...NO_LIMITS };

/** Mail as it would be sent. */
export class KeptMail implements Mailer {
  readonly where = 'kept by the test';
  mails: Mail[] = [];

  deliver(mail: Mail): Promise<Delivery> {
    this.mails.push(mail);
    return Promise.resolve('sent');
  }

  forget(ids: readonly string[]): Promise<void> {
    this.mails = this.mails.filter(({ id }) => !ids.includes(id));
    return Promise.resolve();
  }

  /** the token in the last mail to an address */
  tokenTo(email: string): string {
    const mail = this.mails.filter(({ to }) => to === email).at(-1);
    return /token=(duecare_\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
  }
}

export class TestApplication {
  private constructor(
    readonly app: NestFastifyApplication,
    /** where the bytes of uploaded files lie */
    readonly filesFolder: string,
    /** what was mailed */
    readonly mail: KeptMail,
    /** every route of the application, as the router has it */
    readonly routes: readonly Route[],
    private readonly responses: ResponseCheck,
  ) {}

  static async start(
    options: { clock?: Clock; environment?: Record<string, string>; backedUp?: BackedUp } = {},
  ): Promise<TestApplication> {
    const settings = readSettings({ ...TEST_ENVIRONMENT, ...options.environment });
    const signingKey = signingKeyOf(generateKeyPairSync('ed25519').privateKey);
    const databaseUrl = testDatabase().applicationUrl;
    const filesFolder = await mkdtemp(join(tmpdir(), 'duecare-files-'));
    const identity = await generateX25519Identity();
    const vault = new FileVault(filesFolder, identity);
    const [secrets, mailer] = [new SecretBox(identity), new KeptMail()];
    const app = await createHttpServer({
      ...{ settings, databaseUrl, signingKey, vault, secrets, mailer, clock: options.clock },
      backedUp: options.backedUp,
    });
    const routes: Route[] = [];
    const fastify = app.getHttpAdapter().getInstance();
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.push({ method: one as Route['method'], url });
    });
    await app.init();
    await fastify.ready();
    return new TestApplication(app, filesFolder, mailer, routes, new ResponseCheck(DOCUMENT));
  }

  async call<T = any>(
    method: InjectOptions['method'],
    url: string,
    options: CallOptions = {},
  ): Promise<Reply<T>> {
    const key = options.key === undefined ? testDatabase().session : options.key;
    const headers = { ...(key ? { authorization: `Bearer ${key}` } : {}), ...options.headers };
    const payload = options.body as InjectOptions['payload'];
    const answer = await this.app.inject({ method, url, headers, payload });
    const contentType = String(answer.headers['content-type'] ?? '');
    this.responses.check({
      method: method ?? 'GET',
      url,
      status: answer.statusCode,
      contentType,
      text: answer.body,
    });
    return {
      status: answer.statusCode,
      headers: answer.headers as Record<string, string>,
      body: (/[/+]json/.test(contentType) ? answer.json() : answer.body) as T,
      bytes: answer.rawPayload,
    };
  }

  get<T = any>(url: string, options?: CallOptions): Promise<Reply<T>> {
    return this.call<T>('GET', url, options);
  }

  post<T = any>(url: string, body: unknown, options?: CallOptions): Promise<Reply<T>> {
    return this.call<T>('POST', url, { ...options, body });
  }

  /** Sends a file as a browser's form does. */
  upload<T = any>(
    url: string,
    file: { name: string; type: string; bytes: Buffer; part?: string },
  ): Promise<Reply<T>> {
    const boundary = 'duecare-test-boundary';
    const head =
      `--${boundary}\r\ncontent-disposition: form-data; name="${file.part ?? 'file'}"; filename="${file.name}"\r\n` +
      `content-type: ${file.type}\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    return this.call<T>('POST', url, { body, headers });
  }

  patch<T = any>(
    url: string,
    version: number | null,
    body: unknown,
    options: CallOptions = {},
  ): Promise<Reply<T>> {
    const headers = { ...(version === null ? {} : { 'if-match': `"${version}"` }), ...options.headers };
    return this.call<T>('PATCH', url, { ...options, headers, body });
  }

  /** A practice of its own for a test, and the address of its records. */
  async newOrganization(): Promise<{ id: string; key: string; at: string }> {
    const body = practiceBody();
    const created = await this.post('/v1/organizations', body);
    if (created.status !== 201) throw new Error(`no organization: ${JSON.stringify(created.body)}`);
    return { id: created.body.id as string, key: body.key, at: `/v1/organizations/${created.body.id}` };
  }

  async close(): Promise<void> {
    await this.app.close();
    await rm(this.filesFolder, { recursive: true, force: true });
  }
}
