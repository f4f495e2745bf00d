// An authenticator without a device: makes keys and signs as one would, so that the server verifies real signatures. It can also be made to lie.
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

export type Algorithm = 'ES256' | 'EdDSA' | 'RS256';

interface Held {
  id: Buffer;
  key: KeyObject;
  algorithm: Algorithm;
  userHandle: string;
  count: number;
}

/** What may differ from the truth in one answer. */
export interface Lies {
  origin?: string;
  rpId?: string;
  type?: string;
  challenge?: string;
  userVerified?: boolean;
  userPresent?: boolean;
  userHandle?: string | null;
  count?: number;
  /** another credential's id with this one's signature */
  id?: string;
  /** spoils the signature */
  forged?: boolean;
  attestation?: { format: string; statement: Map<CborKey, Cbor> };
  /** registration only: takes the id of a credential that is there */
  credentialId?: Buffer;
}

interface CreationOptions {
  challenge: string;
  rp: { id: string };
  user: { id: string };
}

interface RequestOptions {
  challenge: string;
  rpId: string;
}

const FLAGS = { present: 0x01, verified: 0x04, attested: 0x40 };

export class SoftwareAuthenticator {
  readonly held: Held[] = [];

  constructor(
    readonly origin: string,
    private readonly counts = true,
  ) {}

  /** Makes a passkey, as navigator.credentials.create() does. */
  create(options: CreationOptions, algorithm: Algorithm = 'ES256', lies: Lies = {}): Record<string, unknown> {
    const { privateKey, publicKey } = keyPairOf(algorithm);
    const id = lies.credentialId ?? randomBytes(32);
    this.held.push({ id, key: privateKey, algorithm, userHandle: options.user.id, count: 0 });
    const length = Buffer.from([id.length >> 8, id.length & 0xff]);
    const attested = Buffer.concat([Buffer.alloc(16), length, id, encode(coseKeyOf(publicKey, algorithm))]);
    const authenticatorData = Buffer.concat([
      this.head(lies.rpId ?? options.rp.id, lies, FLAGS.attested, 0),
      attested,
    ]);
    const { format, statement } = lies.attestation ?? { format: 'none', statement: new Map<CborKey, Cbor>() };
    const attestationObject = encode(
      new Map<CborKey, Cbor>([
        ['fmt', format],
        ['attStmt', statement],
        ['authData', authenticatorData],
      ]),
    );
    const response = {
      clientDataJSON: this.clientData('webauthn.create', options.challenge, lies).toString('base64url'),
      attestationObject: attestationObject.toString('base64url'),
      transports: ['internal', 'hybrid', 'telepathy'],
    };
    return { ...named(id), clientExtensionResults: { credProps: { rk: true } }, response };
  }

  /** Shows a passkey, as navigator.credentials.get() does. @param which of those that it made, the last one when left out */
  get(options: RequestOptions, lies: Lies = {}, which = this.held.length - 1): Record<string, unknown> {
    const held = this.held[which];
    if (!held) throw new Error('the authenticator holds no such passkey');
    held.count = lies.count ?? (this.counts ? held.count + 1 : 0);
    const authenticatorData = this.head(lies.rpId ?? options.rpId, lies, 0, held.count);
    const clientData = this.clientData('webauthn.get', options.challenge, lies);
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()]);
    const signature = sign(held.algorithm === 'EdDSA' ? null : 'sha256', signed, held.key);
    if (lies.forged) signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1;
    const userHandle = lies.userHandle === undefined ? held.userHandle : lies.userHandle;
    const response = {
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authenticatorData.toString('base64url'),
      signature: signature.toString('base64url'),
      ...(userHandle === null ? {} : { userHandle }),
    };
    return {
      ...named(lies.id ? Buffer.from(lies.id, 'base64url') : held.id),
      clientExtensionResults: {},
      response,
    };
  }

  private head(rpId: string, { userPresent, userVerified }: Lies, flags: number, count: number): Buffer {
    const given =
      (userPresent === false ? 0 : FLAGS.present) | (userVerified === false ? 0 : FLAGS.verified) | flags;
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(count);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([given]), counted]);
  }

  private clientData(type: string, challenge: string, lies: Lies): Buffer {
    const { origin = this.origin } = lies;
    return Buffer.from(
      JSON.stringify({
        ...{ type: lies.type ?? type, challenge: lies.challenge ?? challenge, origin },
        crossOrigin: false,
      }),
    );
  }
}

function named(id: Buffer): object {
  const text = id.toString('base64url');
  return { id: text, rawId: text, type: 'public-key', authenticatorAttachment: 'platform' };
}

function keyPairOf(algorithm: Algorithm): { privateKey: KeyObject; publicKey: KeyObject } {
  if (algorithm === 'EdDSA') return generateKeyPairSync('ed25519');
  if (algorithm === 'RS256') return generateKeyPairSync('rsa', { modulusLength: 2048 });
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

/** COSE_Key: RFC 9053 section 7, RFC 8230 section 4. */
function coseKeyOf(publicKey: KeyObject, algorithm: Algorithm): Map<CborKey, Cbor> {
  const jwk = publicKey.export({ format: 'jwk' });
  const bytes = (text: string | undefined) => Buffer.from(text ?? '', 'base64url');
  const parts: Record<Algorithm, [number, Cbor][]> = {
    ES256: [[1, 2], [3, -7], [-1, 1], [-2, bytes(jwk.x)], [-3, bytes(jwk.y)]], // prettier-ignore
    EdDSA: [[1, 1], [3, -8], [-1, 6], [-2, bytes(jwk.x)]], // prettier-ignore
    RS256: [[1, 3], [3, -257], [-1, bytes(jwk.n)], [-2, bytes(jwk.e)]], // prettier-ignore
  };
  return new Map<CborKey, Cbor>(parts[algorithm]);
}

type CborKey = number | string;
type Cbor = number | string | Buffer | Cbor[] | Map<CborKey, Cbor>;

/** As much of CBOR (RFC 8949) as authenticators use. */
function encode(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? initial(1, -1 - value) : initial(0, value);
  if (Buffer.isBuffer(value)) return Buffer.concat([initial(2, value.length), value]);
  if (typeof value === 'string') {
    const text = Buffer.from(value);
    return Buffer.concat([initial(3, text.length), text]);
  }
  if (Array.isArray(value)) return Buffer.concat([initial(4, value.length), ...value.map(encode)]);
  const pairs = [...value].flatMap(([key, held]) => [encode(key), encode(held)]);
  return Buffer.concat([initial(5, value.size), ...pairs]);
}

function initial(major: number, argument: number): Buffer {
  if (argument < 24) return Buffer.from([(major << 5) | argument]);
  if (argument < 0x100) return Buffer.from([(major << 5) | 24, argument]);
  return Buffer.from([(major << 5) | 25, argument >> 8, argument & 0xff]);
}
