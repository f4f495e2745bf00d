// duecare verify FILE: is this the assessment that was sealed?
import { MAX_ENVELOPE_BYTES } from '../assessments/sealing/read-envelope';
import { verifySealed, type Verification } from '../assessments/sealing/verify-sealed';
import { CommandRefusal } from './command-refusal';
import { EXIT, type ExitCode } from './exit-codes';
import { readInput } from './input-file';
import { onOneLine } from './printable-text';

export interface VerifyFlags {
  keyId?: string;
}

const FINGERPRINT = /^[0-9a-f]{64}$/;

/** 0 sealed and intact; 1 does not verify; 2 not an assessment; 3 intact, but a draft that nobody sealed. */
export async function verifyFile(file: string, { keyId }: VerifyFlags): Promise<ExitCode> {
  const expectedKeyId = keyId?.toLowerCase().replaceAll(/[\s:]/g, '');
  if (expectedKeyId !== undefined && !FINGERPRINT.test(expectedKeyId)) {
    throw new CommandRefusal(['--key-id must be the fingerprint of a key: 64 hexadecimal digits.']);
  }
  const verification = verifySealed(await readInput(file, MAX_ENVELOPE_BYTES), { expectedKeyId });
  const lines = linesOf(verification, expectedKeyId !== undefined).map(onOneLine);
  const stream = verification.outcome === 'malformed' ? process.stderr : process.stdout;
  stream.write(`${lines.join('\n')}\n`);
  return EXIT_OF[verification.outcome];
}

const EXIT_OF: Readonly<Record<Verification['outcome'], ExitCode>> = {
  'sealed-and-intact': EXIT.ok,
  'draft-intact': EXIT.incomplete,
  'digest-mismatch': EXIT.failed,
  'signature-invalid': EXIT.failed,
  'other-key': EXIT.failed,
  malformed: EXIT.badInput,
};

function linesOf(verification: Verification, isKeyKnown: boolean): string[] {
  switch (verification.outcome) {
    case 'sealed-and-intact': {
      const { signOff, keyId } = verification;
      return [
        'Sealed and intact.',
        ...descriptionOf(verification),
        `Sealed by: ${signOff.name}, ${signOff.role}, ${signOff.at}`,
        `Key: ${keyId}`,
        isKeyKnown
          ? 'The key is the one you named.'
          : 'Compare the key with the one that the practice published.',
      ];
    }
    case 'draft-intact':
      return ['Intact, but a draft: nobody has sealed it.', ...descriptionOf(verification)];
    case 'malformed':
      return ['This is not a sealed assessment.', verification.because];
    case 'digest-mismatch':
    case 'signature-invalid':
    case 'other-key':
      return ['Does not verify.', verification.because];
  }
}

function descriptionOf({ document, digest }: Extract<Verification, { digest: string }>): string[] {
  const { practice, title, asOf, redactions } = document;
  return [
    `Assessment: ${title}`,
    `Practice: ${practice?.name}, as of ${asOf}`,
    `Digest: SHA-256 ${digest}`,
    ...(redactions ?? []).map(
      ({ at, by, supersedes }) =>
        `Text taken out: ${at} by ${by.name}, ${by.role}; supersedes SHA-256 ${supersedes.digest}`,
    ),
  ];
}
