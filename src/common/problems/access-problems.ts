// Who may not, not yet, or not so: signing in, second factors, passkeys, single sign-on, members, keys.
import type { ProblemType } from './problem-type';

export const ACCESS_PROBLEMS = {
  unauthenticated: {
    status: 401,
    title: 'Signing in is needed',
    meaning: 'The request has no session and no API key, or one that is unknown, expired or revoked.',
    remedy: 'Sign in, or send `Authorization: Bearer <key>` with an API key that is valid.',
  },
  'vendor-link-unusable': {
    status: 401,
    title: 'This link opens nothing any more',
    meaning:
      'The link by which a vendor answers a questionnaire is unknown, was used, revoked or has expired, or nobody has begun by it in this browser; which of them is not said.',
    remedy: 'Open the link that was sent once more, whole. Otherwise ask the practice for a new one.',
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
  'new-sign-in-needed': {
    status: 403,
    title: 'Sign in again for this organization',
    meaning:
      'Somebody who manages the members of this organization ended your sessions in it, and this session began before that. You still belong to it, and whatever else the session opens stays open.',
    remedy:
      'Sign in again: by `POST /v1/sessions`, a passkey or single sign-on. A second factor or password given in this session does not do. Whoever did not ask for it should look at `GET /v1/account/sessions` for sessions that are not theirs.',
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
      'This gives lasting power over your account, or gives out all that an organization has. It is for somebody who gave a second factor in this session within ten minutes or, having none, signed in within ten minutes.',
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
} as const satisfies Record<string, ProblemType>;
