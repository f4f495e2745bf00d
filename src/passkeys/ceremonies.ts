// The two ceremonies of WebAuthn: a passkey is made, a passkey is shown. The library checks what the authenticator answered; here stands what we ask.
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { decodeAttestationObject, decodeClientDataJSON } from '@simplewebauthn/server/helpers';
import { CHALLENGE_MINUTES } from './challenges';
import type { RelyingParty } from './relying-party';
import type { AssertedCredential, AttestedCredential } from './webauthn.dto';

/** EdDSA, ES256, RS256 (COSE algorithms): what every supported Node can verify. */
const ALGORITHMS = [-8, -7, -257];
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'];
const TIMEOUT = CHALLENGE_MINUTES * 60_000;

export interface KnownPasskey {
  id: string;
  credentialId: string;
  publicKey: Buffer;
  signatureCount: number;
  transports: string[];
}

export interface NewPasskey {
  credentialId: string;
  publicKey: Buffer;
  signatureCount: number;
  transports: string[];
  synced: boolean;
}

type Described = Pick<KnownPasskey, 'credentialId' | 'transports'>;
const described = ({ credentialId, transports }: Described) => ({ id: credentialId, transports });

/** What a browser needs to make a passkey for somebody. Their authenticators that have one are left out. */
export function creationOptions(
  { id, name }: RelyingParty,
  person: { id: string; email: string; name: string },
  existing: readonly Described[],
): ReturnType<typeof generateRegistrationOptions> {
  return generateRegistrationOptions({
    rpID: id,
    rpName: name,
    userID: userHandleOf(person.id),
    userName: person.email,
    userDisplayName: person.name,
    attestationType: 'none',
    excludeCredentials: existing.map(described),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
    supportedAlgorithmIDs: ALGORITHMS,
    timeout: TIMEOUT,
  });
}

/** What a browser needs to sign in: any passkey of this installation, and its holder verified by the authenticator. */
export function signInOptions({ id }: RelyingParty): ReturnType<typeof generateAuthenticationOptions> {
  return generateAuthenticationOptions({ rpID: id, userVerification: 'required', timeout: TIMEOUT });
}

/** What a browser needs to show a passkey of somebody known, after their password. */
export function secondFactorOptions(
  { id }: RelyingParty,
  existing: readonly Described[],
): ReturnType<typeof generateAuthenticationOptions> {
  return generateAuthenticationOptions({
    rpID: id,
    allowCredentials: existing.map(described),
    userVerification: 'preferred',
    timeout: TIMEOUT,
  });
}

/** The challenge that was answered, as the browser says it; null when it cannot be read. */
export function challengeIn({ response }: AttestedCredential | AssertedCredential): string | null {
  try {
    const { challenge } = decodeClientDataJSON(response.clientDataJSON) as { challenge?: unknown };
    return typeof challenge === 'string' ? challenge : null;
  } catch {
    return null;
  }
}

/** @param challenge one that was taken. @returns null when anything does not verify */
export async function verifiedRegistration(
  credential: AttestedCredential,
  challenge: string,
  { id, origin }: RelyingParty,
): Promise<NewPasskey | null> {
  const transports = (credential.response.transports ?? []).filter((one) => TRANSPORTS.includes(one));
  const response = {
    ...{ id: credential.id, rawId: credential.rawId, type: credential.type, clientExtensionResults: {} },
    response: {
      clientDataJSON: credential.response.clientDataJSON,
      attestationObject: credential.response.attestationObject,
    },
  };
  try {
    if (!attestsNothing(credential)) return null;
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: false,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified || registrationInfo.credential.id !== credential.id) return null;
    const { counter, publicKey } = registrationInfo.credential;
    return {
      ...{ credentialId: credential.id, publicKey: Buffer.from(publicKey), signatureCount: counter },
      ...{ transports, synced: registrationInfo.credentialBackedUp },
    };
  } catch {
    return null; // the library throws for whatever does not verify, and for whatever it cannot read
  }
}

export type Assertion =
  { verified: true; signatureCount: number; synced: boolean; userVerified: boolean } | { verified: false };

/** @param userVerification whether the authenticator must have verified its holder by PIN, finger or face */
export async function verifiedAssertion(
  credential: AssertedCredential,
  challenge: string,
  { id, origin }: RelyingParty,
  known: KnownPasskey,
  userVerification: 'required' | 'preferred',
): Promise<Assertion> {
  const { clientDataJSON, authenticatorData, signature } = credential.response;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        ...{ id: credential.id, rawId: credential.rawId, type: credential.type, clientExtensionResults: {} },
        response: { clientDataJSON, authenticatorData, signature },
      },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      credential: {
        ...{ id: known.credentialId, publicKey: new Uint8Array(known.publicKey) },
        counter: known.signatureCount,
      },
      requireUserVerification: userVerification === 'required',
    });
    if (!verified) return { verified: false };
    const { newCounter, credentialBackedUp, userVerified } = authenticationInfo;
    return { verified, signatureCount: newCounter, synced: credentialBackedUp, userVerified };
  } catch {
    return { verified: false };
  }
}

/** A person by their id, as sixteen bytes: says nothing of who they are. */
function userHandleOf(personId: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(personId.replaceAll('-', ''), 'hex'));
}

/** Whether the authenticator says whose passkey it is, and says the person: asked of whoever signs in with nothing else. */
export function namesHolder(personId: string, { response }: AssertedCredential): boolean {
  return Buffer.from(response.userHandle ?? '', 'base64url').equals(userHandleOf(personId));
}

/** The same where the person is known: an authenticator may then keep silent. */
export function isHandleOf(personId: string, credential: AssertedCredential): boolean {
  return !credential.response.userHandle || namesHolder(personId, credential);
}

/** No certificate: we ask for none, and would have to fetch from addresses in it. A key that signs for itself is as good as none. */
function attestsNothing({ response }: AttestedCredential): boolean {
  const object = decodeAttestationObject(
    new Uint8Array(Buffer.from(response.attestationObject, 'base64url')),
  );
  const format = object.get('fmt');
  return format === 'none' || (format === 'packed' && object.get('attStmt').get('x5c') === undefined);
}
