// What can be wrong with a log, each in one sentence.
import type { Checkpoint } from './checkpoint';

export const LOG_FAULTS = [
  'entry-changed',
  'chain-broken',
  'entry-missing',
  'head-differs',
  'checkpoint-not-signed',
  'checkpoint-of-another-key',
  'checkpoint-differs',
  'log-shorter-than-checkpoint',
] as const;

export interface LogFault {
  why: (typeof LOG_FAULTS)[number];
  /** the number of the first entry that does not fit, or that is not there */
  sequence: number;
  /** null where the entry is not there */
  entryId: string | null;
  detail: string;
}

export function changed(sequence: number, entryId: string): LogFault {
  return fault(
    'entry-changed',
    sequence,
    entryId,
    `Entry ${sequence} is not as it was written: its digest differs.`,
  );
}

export function broken(sequence: number, entryId: string): LogFault {
  return fault('chain-broken', sequence, entryId, `Entry ${sequence} does not follow the one before it.`);
}

export function missing(sequence: number): LogFault {
  return fault('entry-missing', sequence, null, `Entry ${sequence} is not there.`);
}

export function headDiffers(sequence: number): LogFault {
  const detail = `The log ends with entry ${sequence}, but its head says otherwise.`;
  return fault('head-differs', sequence, null, detail);
}

export function shorterThan(checkpoint: Checkpoint, lastSequence: number): LogFault {
  const { sequence, at } = checkpoint;
  const detail = `The log ends with entry ${lastSequence}, but the checkpoint of ${at} was signed when it reached entry ${sequence}.`;
  return fault('log-shorter-than-checkpoint', lastSequence + 1, null, detail);
}

export function differsFrom({ sequence, at }: Checkpoint, entryId: string): LogFault {
  const detail = `Entry ${sequence} is not the one that the checkpoint of ${at} was signed over: it or one before it was replaced.`;
  return fault('checkpoint-differs', sequence, entryId, detail);
}

export function notSigned({ sequence, at }: Checkpoint): LogFault {
  const detail = `The signature of the checkpoint of ${at}, over entry ${sequence}, does not verify.`;
  return fault('checkpoint-not-signed', sequence, null, detail);
}

export function ofAnotherKey({ sequence, at, keyId }: Checkpoint): LogFault {
  const detail = `The checkpoint of ${at}, over entry ${sequence}, was signed with another key: ${keyId}.`;
  return fault('checkpoint-of-another-key', sequence, null, detail);
}

function fault(why: LogFault['why'], sequence: number, entryId: string | null, detail: string): LogFault {
  return { why, sequence, entryId, detail };
}
