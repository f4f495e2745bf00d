// Every problem the API can answer with: one documented type each (RFC 9457). docs/problems.md is generated from this list.

export interface ProblemType {
  status: number;
  title: string;
  /** what happened */
  meaning: string;
  /** what the caller can do */
  remedy: string;
}

export const PROBLEM_TYPES = {
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
  'client-identity-refused': {
    status: 400,
    title: 'The request says who a client is',
    meaning:
      'A field or a value says, or could say, who a client is; `errors` points to each, without repeating it. Nothing of the request was stored or logged.',
    remedy:
      'Leave it out. Clearance is asked about a service, a purpose, kinds of data and a state, never about a person.',
  },
  'dossier-invalid': {
    status: 422,
    title: 'The dossier cannot be imported',
    meaning: 'The document has faults; `errors` lists them by JSON pointer. Nothing was saved.',
    remedy:
      'Correct every fault and import the whole document again. `duecare schema` prints its JSON Schema.',
  },
  'records-incoherent': {
    status: 422,
    title: 'The records would contradict each other',
    meaning:
      'With this change a record would point to one that does not exist, or dates or parts of the records would not fit. Nothing was saved.',
    remedy: 'Follow `errors`: create what is referred to first, or correct the field.',
  },
  unauthenticated: {
    status: 401,
    title: 'Signing in is needed',
    meaning: 'The request has no session and no API key, or one that is unknown, expired or revoked.',
    remedy: 'Sign in, or send `Authorization: Bearer <key>` with an API key that is valid.',
  },
  forbidden: {
    status: 403,
    title: 'Your role does not allow this',
    meaning:
      'You belong to the organization (or the API key does), but your role or the scopes of the key do not allow this action.',
    remedy: 'Ask an owner or the security official of the organization; docs/roles.md says who may do what.',
  },
  'second-factor-needed': {
    status: 403,
    title: 'A second factor is needed',
    meaning:
      'You have a second factor and have not given it in this session, or this organization or your role demands one and you have none.',
    remedy:
      'Give it at `POST /v1/session/second-factor` or, with a passkey, `POST /v1/session/passkey`; set one up at `POST /v1/account/totp` or `POST /v1/account/passkeys`.',
  },
  'own-factors-needed': {
    status: 403,
    title: 'Your own factors are needed',
    meaning:
      'The identity provider of an organization vouched for you in this session. That opens this organization; your account and whatever else is yours takes your own password or passkey.',
    remedy: 'Give your password at `POST /v1/session/password` or a passkey at `POST /v1/session/passkey`.',
  },
  'single-sign-on-needed': {
    status: 403,
    title: 'Single sign-on is needed',
    meaning: 'This organization demands that members in your role sign in by its identity provider.',
    remedy: 'Begin at `POST /v1/single-sign-on/flows` with the id of the organization.',
  },
  'single-sign-on-refused': {
    status: 403,
    title: 'Single sign-on was refused',
    meaning:
      'The identity provider did not vouch for a member, or what it answered does not verify, comes too late, or was answered before; which of them is not said. Owners find the reason in the audit log once the provider has said who it was.',
    remedy:
      'Begin anew. If it stays, ask an owner whether you belong to the organization under the address that the provider has verified.',
  },
  'identity-provider-unfit': {
    status: 422,
    title: 'The identity provider cannot be used',
    meaning:
      'The issuer does not answer as an OpenID Connect provider does, or has an address that is not reached from here; `errors` says what is wrong. Nothing was saved.',
    remedy:
      'Correct the field that `errors` points to. The issuer is the address whose `/.well-known/openid-configuration` is read.',
  },
  'identity-provider-unavailable': {
    status: 502,
    title: 'The identity provider does not answer',
    meaning: 'The identity provider cannot be reached, or answers with an error of its own.',
    remedy: 'Try again in a while. Owners get in with password and second factor meanwhile.',
  },
  'recent-sign-in-needed': {
    status: 403,
    title: 'Show once more who you are',
    meaning:
      'This gives lasting power over your account. It is for somebody who gave a second factor in this session within ten minutes or, having none, signed in within ten minutes.',
    remedy:
      'Give your second factor once more, or sign in once more if you have none; then repeat the request.',
  },
  'cross-site-request': {
    status: 403,
    title: 'The request came from another site',
    meaning:
      'A request that changes something carried the session cookie, but did not come from the pages of this installation.',
    remedy:
      'Start from the pages of this installation. A program sends its token in `Authorization`, not as a cookie.',
  },
  'sign-in-refused': {
    status: 403,
    title: 'Signing in was refused',
    meaning:
      'The e-mail address or the password is wrong, or the passkey is unknown or did not verify; which of them is not said.',
    remedy: 'Try again with a new challenge for a passkey, or ask for a reset at `POST /v1/password-resets`.',
  },
  'too-many-attempts': {
    status: 429,
    title: 'Too many attempts',
    meaning: 'There were several wrong attempts from here or on this account. Nothing was checked.',
    remedy: 'Wait for the seconds that `Retry-After` says and try again. A reset by e-mail works meanwhile.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    meaning:
      'More requests came in a minute than this API key, this person or (while nobody is signed in) this address may send. This one did nothing.',
    remedy:
      'Wait for the seconds that `Retry-After` says. `RateLimit-Policy` says how many may come in how long, `RateLimit` how many are left.',
  },
  'token-unusable': {
    status: 410,
    title: 'The link cannot be used',
    meaning: 'The one-time token is unknown, was used before, was withdrawn, or has expired.',
    remedy:
      'Ask for a new one from whoever sent it; for setting up, start the server again and take the link that it prints.',
  },
  'password-refused': {
    status: 422,
    title: 'The password cannot be taken',
    meaning:
      'The password is too short, is known from breaches, or is made of your name, your address or that of the product. Nothing was saved.',
    remedy: 'Choose a longer one that nobody else would: several words that do not belong together are good.',
  },
  'second-factor-refused': {
    status: 403,
    title: 'The second factor was refused',
    meaning:
      'The code of the authenticator app is wrong, was taken before or is too old; or the recovery code is wrong or was used; or the passkey did not verify.',
    remedy:
      'Wait for the next code of the app and see that the clock of the device is right, ask for a new challenge for the passkey, or use a recovery code.',
  },
  'passkey-refused': {
    status: 422,
    title: 'The passkey cannot be registered',
    meaning:
      'What the authenticator answered does not verify: for another challenge, address or ceremony, too late, or altered. Nothing was saved.',
    remedy: 'Ask for new options at `POST /v1/account/passkey-registrations` and try again.',
  },
  'passkey-there': {
    status: 409,
    title: 'The passkey is registered already',
    meaning: 'This passkey belongs to an account already. Nothing was saved.',
    remedy: 'Use it as it is, or register another one.',
  },
  'too-many-passkeys': {
    status: 409,
    title: 'Enough passkeys',
    meaning: 'The account has as many passkeys as it can hold.',
    remedy: 'Remove one that is not used any more.',
  },
  'passkeys-unavailable': {
    status: 409,
    title: 'Passkeys need a name',
    meaning:
      'Passkeys are bound to the name of the installation, and this one is reached by a number (an IP address), which browsers refuse.',
    remedy:
      'Set `PUBLIC_URL` to the address by name, such as `https://duecare.example` or, on this machine alone, `http://localhost:3000`.',
  },
  'second-factor-there': {
    status: 409,
    title: 'A second factor is set up',
    meaning: 'The account has an authenticator app already; passkeys may stand beside it.',
    remedy: 'Remove it at `POST /v1/account/totp/removals` first.',
  },
  'account-there': {
    status: 409,
    title: 'There is an account already',
    meaning: 'The address that was invited has an account. Nothing was saved, and the link still works.',
    remedy: 'Sign in and accept the invitation at `POST /v1/account/memberships`.',
  },
  'member-already': {
    status: 409,
    title: 'A member already',
    meaning: 'The person belongs to this organization. Nothing was saved.',
    remedy: 'Ask an owner to change the role.',
  },
  'invitation-closed': {
    status: 409,
    title: 'The invitation is closed',
    meaning: 'The invitation was accepted or withdrawn before.',
    remedy: 'Make a new one.',
  },
  'last-owner': {
    status: 409,
    title: 'The last owner stays',
    meaning: 'With this change the organization would have no owner for good. Nothing was saved.',
    remedy: 'Make somebody else an owner first.',
  },
  'api-key-revoked': {
    status: 409,
    title: 'The API key was revoked',
    meaning: 'A revoked key neither rotates nor comes back.',
    remedy: 'Make a new key.',
  },
  'already-set-up': {
    status: 409,
    title: 'The installation is set up',
    meaning: 'Somebody has set up this installation already; that is done once.',
    remedy: 'Sign in, or ask an owner for an invitation.',
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
  'assessment-not-ready': {
    status: 409,
    title: 'The assessment is not at that step',
    meaning:
      'An assessment goes from draft to reviewed to sealed, one step after the other, and a sealed one never changes.',
    remedy: 'Read the assessment to see its status; draw up a new one for new facts.',
  },
  'questionnaire-frozen': {
    status: 409,
    title: 'The questionnaire is frozen',
    meaning:
      'A questionnaire that was submitted, superseded or withdrawn keeps its answers as they are; this action would change it.',
    remedy:
      'Issue a newer questionnaire on the same subject: it takes over the answers for you to confirm or correct.',
  },
  'questionnaire-not-submitted': {
    status: 409,
    title: 'The questionnaire is not submitted yet',
    meaning: 'Answers are reviewed once the questionnaire has been submitted; until then they may change.',
    remedy: 'Submit the questionnaire first.',
  },
  'questionnaire-open': {
    status: 409,
    title: 'A questionnaire on this subject is being answered',
    meaning:
      'A service, or the practice, answers one questionnaire at a time; the detail names the one that is open.',
    remedy: 'Submit the open one or withdraw it, then issue another.',
  },
  'questionnaire-incomplete': {
    status: 409,
    title: 'Questions are still open',
    meaning:
      'Some questions have no answer, or only one carried over from before that nobody has confirmed; `errors` lists them.',
    remedy:
      'Answer them ("unknown" is an answer), or submit with `openCountsAsUnknown: true`: what is open then counts as unknown and becomes a task.',
  },
  'question-unknown': {
    status: 422,
    title: 'There is no such question here',
    meaning:
      'An answer or a verdict is on a question that the questionnaire does not ask. Nothing was saved.',
    remedy: 'Read the questionnaire: it lists the questions that it asks with their ids.',
  },
  'answer-does-not-fit': {
    status: 422,
    title: 'The answer does not fit its question',
    meaning:
      'The form of an answer, its option, its number, its date or its evidence does not fit; `errors` lists every fault. Nothing was saved.',
    remedy: 'Correct what `errors` points to. "unknown" fits every question.',
  },
  'report-not-ready': {
    status: 409,
    title: 'The report is not printed yet',
    meaning: 'The report is queued or being printed, or printing failed.',
    remedy: "Read the report's status until it says `done`; when it says `failed`, its `failure` says why.",
  },
  'file-already-uploaded': {
    status: 409,
    title: 'The file is stored already',
    meaning:
      'A file with the same bytes is kept for this organization; the detail names its id. Nothing was saved.',
    remedy: 'Refer to the stored file by its digest.',
  },
  'file-destroyed': {
    status: 410,
    title: 'The file is gone for good',
    meaning: 'The key of the file was destroyed, on purpose; its digest, size and type are all that is left.',
    remedy: 'Read the file record to see when and why. If the document may be kept, upload it again.',
  },
  'file-type-mismatch': {
    status: 422,
    title: 'The file is not what it says it is',
    meaning:
      'Name, declared type and bytes of the file do not agree, or the document is damaged. Nothing was saved.',
    remedy: 'Send the file under its true name and type.',
  },
  'file-expands-too-much': {
    status: 422,
    title: 'The file would unpack to far more than it is',
    meaning:
      'The document is an archive that would grow beyond bounds when somebody opens it. Nothing was saved.',
    remedy: 'Export the document again, or send it as PDF.',
  },
  'audit-log-not-intact': {
    status: 409,
    title: 'The audit log does not verify',
    meaning:
      'An entry of the log does not fit; the detail says which. Nothing was deleted: it may be the proof.',
    remedy: 'Read `GET .../audit-log-verification` and find out what happened to the log.',
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
  'stale-version': {
    status: 412,
    title: 'The record has changed',
    meaning: 'Somebody changed the record after you read it; your change was not saved.',
    remedy: 'Read the record again, look at what changed, and send your change with the new ETag.',
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
  'file-type-refused': {
    status: 415,
    title: 'Files of this type are not taken',
    meaning: 'Evidence is taken as PDF, PNG, JPEG, Office document, text or CSV.',
    remedy: 'Export or print the document to one of the types that the detail names.',
  },
  'possible-phi': {
    status: 422,
    title: 'The text looks like that of a client',
    meaning:
      'A text holds what looks like a Social Security number, a record or member number, a date of birth, a telephone number, an e-mail or street address, or a ' +
      'diagnosis beside a person. `errors` names the places; nothing was saved, and the text is repeated nowhere.',
    remedy:
      'Take it out: no field takes client data. If it is none, send the request again with the header `Duecare-Text-Confirmed: no-client-data` (and a new ' +
      '`Idempotency-Key`); the audit log keeps that you did.',
  },
  'precondition-required': {
    status: 428,
    title: 'If-Match is needed',
    meaning:
      'Changing a record takes the version that you read, so that nobody overwrites what they have not seen.',
    remedy: 'Send `If-Match` with the ETag of the record as you read it.',
  },
  'internal-error': {
    status: 500,
    title: 'Something went wrong here',
    meaning: 'An error that the application did not expect. Nothing was saved.',
    remedy: 'Try again; if it stays, give the request id to whoever runs the installation: the log has it.',
  },
  'backup-overdue': {
    status: 503,
    title: 'The daily backup was not made',
    meaning: 'The last backup failed, or none was made when one was due. The server serves on.',
    remedy:
      'Look into the log of the server, and see that the disk has room and the folder of backups can be written to.',
  },
  unavailable: {
    status: 503,
    title: 'Not available now',
    meaning: 'The database or another part that this needs cannot be reached.',
    remedy: 'Try again in a minute; see `GET /health/ready`.',
  },
} as const satisfies Record<string, ProblemType>;

export type ProblemCode = keyof typeof PROBLEM_TYPES;

export const PROBLEM_CODES = Object.keys(PROBLEM_TYPES) as ProblemCode[];

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEM_TYPES, code);
}

/** The address of a problem type's description, relative to the server. */
export function problemTypeUri(code: ProblemCode): string {
  return `/problems/${code}`;
}
