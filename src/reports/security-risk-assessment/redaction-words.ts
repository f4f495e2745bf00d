// What a document says of text that was taken out of it.
import type { AssessmentDocument, Redaction } from '../../assessments/assessment.document';
import { instantInWords } from './date-words';
import { inBlocks } from './method.presenter';

const REASONS: Readonly<Record<string, string>> = {
  client_data: 'it was about a client',
  data_of_another_person: 'it was about another person',
  secret: 'it was a secret',
};

/** A sentence or two for each time; none where nothing was taken out. */
export function redactionWords({ redactions, signOff }: AssessmentDocument): string[] {
  return (redactions ?? []).map((redaction) => sentence(redaction, signOff !== null));
}

function sentence({ at, by, reason, places, supersedes }: Redaction, isSealed: boolean): string {
  const where = places === 1 ? 'one place' : `${places} places`;
  const because = REASONS[reason] ?? reason;
  const signed = isSealed ? ' The people named here signed the document as it was before.' : '';
  return (
    `On ${instantInWords(at)}, ${by.name}, ${by.role}, had text taken out of ${where}, because ${because}; nothing else was changed. ` +
    `This document supersedes the one with the SHA-256 digest ${inBlocks(supersedes.digest)}, which is gone.${signed}`
  );
}
