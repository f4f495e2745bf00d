/**
 * Stands where text was taken out (docs/redaction.md). Two texts that hold it may have been two: what compares texts leaves them alone. The migrations
 * know it too: an answer of a frozen questionnaire may only change to hold it.
 */
export const REDACTED = '[redacted]';
