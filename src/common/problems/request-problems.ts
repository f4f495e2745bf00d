// What can be wrong with any request, whatever it is about.
import type { ProblemType } from './problem-type';

export const REQUEST_PROBLEMS = {
  'request-invalid': {
    status: 400,
    title: 'The request is not valid',
    meaning:
      'The body, a parameter or a header does not have the shape that the API documents; `errors` lists every fault.',
    remedy: 'Correct each field that `errors` points to and send the request again.',
  },
  'body-unreadable': {
    status: 400,
    title: 'The body cannot be read',
    meaning: 'The body is not well-formed JSON (or, for a dossier, YAML), or is not UTF-8.',
    remedy: 'Check the document with a JSON or YAML parser; the detail names the line where one is known.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    meaning: 'The body is larger than this address takes.',
    remedy: 'Send less at once; the detail names the limit.',
  },
  'media-type-unsupported': {
    status: 415,
    title: 'The media type is not supported',
    meaning: 'The Content-Type of the body is not one that this address takes.',
    remedy: 'Send `application/json` (a dossier may also be `application/yaml`).',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    meaning: 'There is no such record or address, or it belongs to another organization.',
    remedy: 'Check the address and the ids in it.',
  },
  'key-taken': {
    status: 409,
    title: 'The key is taken',
    meaning:
      'Another record of this kind already has this key (or the service already has its one record of this kind).',
    remedy: 'Change the existing record, or choose another key.',
  },
  'stale-version': {
    status: 412,
    title: 'The record has changed',
    meaning: 'Somebody changed the record after you read it; your change was not saved.',
    remedy: 'Read the record again, look at what changed, and send your change with the new ETag.',
  },
  'precondition-required': {
    status: 428,
    title: 'If-Match is needed',
    meaning:
      'Changing a record takes the version that you read, so that nobody overwrites what they have not seen.',
    remedy: 'Send `If-Match` with the ETag of the record as you read it.',
  },
  'possible-phi': {
    status: 422,
    title: 'The text looks like that of a client',
    meaning:
      'A text holds what looks like a Social Security number, a record or member number, a date of birth, a telephone number, an e-mail or street address, or a ' +
      'diagnosis beside a person. `errors` names the places; nothing was saved, and the text is repeated nowhere.',
    remedy:
      'Take it out: no field takes client data. If it is none, send the request again with the header `Duecare-Text-Confirmed: no-client-data`, under ' +
      'the same `Idempotency-Key` where it had one. Within an organization its audit log keeps that you did.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    meaning:
      'More requests came in a minute than this API key, this person or (while nobody is signed in) this address may send. This one did nothing.',
    remedy:
      'Wait for the seconds that `Retry-After` says. `RateLimit-Policy` says how many may come in how long, `RateLimit` how many are left.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'The Idempotency-Key was used for something else',
    meaning:
      'In the last 24 hours you sent another request to this address under the same Idempotency-Key. Nothing was done.',
    remedy: 'Make a new key for each new request; send a request again under its own key, unchanged.',
  },
  'idempotency-in-progress': {
    status: 409,
    title: 'The same request is being worked on',
    meaning: 'A request with this Idempotency-Key has begun and is not answered yet. This one did nothing.',
    remedy: 'Wait for the seconds that `Retry-After` says and send it again, unchanged.',
  },
  'idempotency-outcome-unknown': {
    status: 409,
    title: 'The request was done, and its answer is lost',
    meaning:
      'A request with this Idempotency-Key saved what it does, or a part of it, and the server stopped or failed before the answer was kept. It is not done a second time.',
    remedy: 'Read the records to see what is there. If something is missing, send it under a new key.',
  },
} as const satisfies Record<string, ProblemType>;
