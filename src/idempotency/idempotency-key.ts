// The header Idempotency-Key (draft-ietf-httpapi-idempotency-key-header) and what of a request is compared when it comes again. Digests
// only: a key is chosen by the caller and may say anything, and a body is nobody's business once it was answered.
import { createHash, hash } from 'node:crypto';
import { DomainError } from '../common/problems/domain.error';

export const IDEMPOTENCY_HEADER = 'idempotency-key';
export const LONGEST_KEY = 200;

const PLAIN = /^[\x21\x23-\x7e]{1,200}$/;
/** A structured string (RFC 9651): in quotes, with a backslash before a quote or a backslash. */
const QUOTED = /^"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"$/;

const FORM = `must be 1 to ${LONGEST_KEY} printable ASCII characters, in quotes or without blanks, such as "8e03978e-40d5-43dd-bc93-6894a57f9324"`;

/**
 * The key that a header names; with and without quotes it is the same.
 * @throws DomainError request-invalid
 */
export function idempotencyKeyOf(header: string): string {
  const given = header.trim();
  const quoted = QUOTED.exec(given)?.[1]?.replace(/\\(["\\])/g, '$1');
  const key = quoted ?? (PLAIN.test(given) ? given : '');
  if (key.length >= 1 && key.length <= LONGEST_KEY) return key;
  throw new DomainError('request-invalid', `Idempotency-Key ${FORM}.`, [
    { pointer: '/Idempotency-Key', code: 'invalid-field', detail: FORM },
  ]);
}

interface Place {
  method: string;
  /** with its query or without */
  url: string;
  /** for what is done to a session: there the key counts in that session */
  sessionId?: string;
}

/** What a caller's key stands for: the key at one address. The same key at another address is another. */
export function digestOfKey(key: string, { method, url, sessionId }: Place): Buffer {
  const [path] = url.split('?', 1);
  return createHash('sha256')
    .update(JSON.stringify([method, path, sessionId ?? null, key]))
    .digest();
}

export interface ComparedRequest {
  url: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Query, media type, If-Match and the body as it came. */
export function digestOfRequest(request: ComparedRequest, body: Buffer): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(aroundBody(request)))
    .update(body)
    .digest();
}

export interface FormFile {
  /** file name as sent */
  name: string;
  /** Content-Type of the part */
  declared: string;
  /** of the bytes: `sha256:` and hexadecimal digits */
  digest: string;
}

/** The same for an upload. The bytes of a form differ each time it is sent (its boundary is made up anew); what is in it does not. */
export function digestOfForm(request: ComparedRequest, { name, declared, digest }: FormFile): Buffer {
  const parts = [...aroundBody(request), name, declared, digest];
  return Buffer.from(hash('sha256', JSON.stringify(parts)), 'hex');
}

function aroundBody({ url, headers }: ComparedRequest): (string | null)[] {
  const mediaType = String(headers['content-type'] ?? '').split(';', 1)[0];
  const ifMatch = headers['if-match'];
  return [
    url.split('?').slice(1).join('?'),
    (mediaType ?? '').trim().toLowerCase(),
    ifMatch === undefined ? null : String(ifMatch),
  ];
}
