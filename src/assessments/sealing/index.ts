export { canonicalBytes, digestOf, NotCanonicalError } from '../../common/signing/canonical-bytes';
export { draftEnvelope, sealDocument } from './seal-document';
export {
  loadOrCreateSigningKey,
  SIGNING_KEY,
  SigningKeyError,
  type SigningKey,
} from '../../common/signing/signing-key';
export { verifySealed, type Verification, type VerifyOptions } from './verify-sealed';
