// Reads an envelope strictly: one way to say each thing, nothing beside it. What is not checked by the seal must not be there, or
// somebody could add to a sealed file what nobody sealed.
import { findJsonStructureFault } from '../../common/json-structure';
import { ASSESSMENT_FORMAT, ASSESSMENT_FORMAT_VERSION, type SealedAssessment } from '../assessment.document';

export const MAX_ENVELOPE_BYTES = 64 * 1024 * 1024;
const MAX_DEPTH = 64;
const HEX_DIGEST = /^[0-9a-f]{64}$/;

/** The envelope, or why it is none. Beyond format and status the document itself is left to its digest. */
export function readEnvelope(text: Buffer | string): SealedAssessment | { malformed: string } {
  const decoded = decode(text);
  if (typeof decoded !== 'string') return decoded;
  let value: unknown;
  try {
    value = JSON.parse(decoded);
  } catch {
    return { malformed: 'It is not well-formed JSON.' };
  }
  const structure = findJsonStructureFault(decoded, MAX_DEPTH);
  if (structure?.kind === 'duplicate-field') return { malformed: 'A field stands twice in the same record.' };
  if (structure) return { malformed: 'It is nested too deep.' };
  const malformed = faultOf(value);
  return malformed ? { malformed } : (value as SealedAssessment);
}

function decode(text: Buffer | string): string | { malformed: string } {
  if (Buffer.byteLength(text) > MAX_ENVELOPE_BYTES) return { malformed: 'It is larger than any assessment.' };
  if (typeof text === 'string') return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch {
    return { malformed: 'It is not UTF-8 text.' };
  }
}

function faultOf(value: unknown): string | undefined {
  if (!hasExactly(value, ['document', 'seal'])) return 'It is not an assessment with its seal.';
  return faultOfDocument(value.document) ?? faultOfSeal(value.seal);
}

function faultOfDocument(document: unknown): string | undefined {
  if (!isRecord(document) || document.format !== ASSESSMENT_FORMAT) return 'It holds no assessment.';
  if (document.formatVersion !== ASSESSMENT_FORMAT_VERSION) return 'Its format is of a version unknown here.';
  if (!['draft', 'reviewed', 'sealed'].includes(document.status as string)) return 'Its status is unknown.';
  if ((document.status === 'sealed') !== isRecord(document.signOff)) {
    return 'It must name who signed it off if it is sealed, and only then.';
  }
  return undefined;
}

function faultOfSeal(seal: unknown): string | undefined {
  if (!hasExactly(seal, ['canonicalization', 'digest', 'signatures', 'timestamps']))
    return 'Its seal has other fields.';
  const { canonicalization, digest, signatures, timestamps } = seal;
  if (canonicalization !== 'RFC8785') return 'Its canonical form is unknown.';
  if (
    !hasExactly(digest, ['algorithm', 'hex']) ||
    digest.algorithm !== 'SHA-256' ||
    !HEX_DIGEST.test(String(digest.hex))
  ) {
    return 'Its digest is not a SHA-256 in lower-case hex.';
  }
  if (!Array.isArray(timestamps) || timestamps.length > 0)
    return 'It has timestamps, which are not checked yet.';
  if (!Array.isArray(signatures) || signatures.length > 1) return 'It has more than one signature.';
  return signatures.every(isSignature) ? undefined : 'Its signature has other fields or another form.';
}

function isSignature(value: unknown): boolean {
  return (
    hasExactly(value, ['algorithm', 'publicKey', 'keyId', 'signature']) &&
    value.algorithm === 'Ed25519' &&
    HEX_DIGEST.test(String(value.keyId)) &&
    isBase64(value.publicKey) &&
    isBase64(value.signature)
  );
}

/** Base64 as it is written, with no second spelling of the same bytes. */
function isBase64(value: unknown): boolean {
  return (
    typeof value === 'string' && value !== '' && Buffer.from(value, 'base64').toString('base64') === value
  );
}

function hasExactly<Name extends string>(
  value: unknown,
  names: readonly Name[],
): value is Record<Name, unknown> {
  return (
    isRecord(value) &&
    Object.keys(value).length === names.length &&
    names.every((name) => Object.hasOwn(value, name))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
