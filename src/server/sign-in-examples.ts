// Bodies to paste for people and keys: being set up, invited, let in, and what may be changed of it. Credentials and tokens are none.
import { EXAMPLE_DOSSIER } from './example-dossier';

const CREDENTIAL = { id: 'mZ1tq0Jb3xYk8vRrQ2dUuA', rawId: 'mZ1tq0Jb3xYk8vRrQ2dUuA', type: 'public-key' };
const ATTESTED = {
  ...CREDENTIAL,
  clientExtensionResults: { credProps: { rk: true } },
  response: {
    clientDataJSON: 'eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIn0',
    attestationObject: 'o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YQ',
    transports: ['internal', 'hybrid'],
  },
};
const ASSERTED = {
  ...CREDENTIAL,
  clientExtensionResults: {},
  response: {
    clientDataJSON: 'eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0',
    authenticatorData: 'SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MFAAAAAQ',
    signature: 'MEUCIQDn3xk',
    userHandle: 'AZqxwn0-fwCAAFobLD1OXw',
  },
};

export const SIGN_IN_EXAMPLES: Readonly<Record<string, object>> = {
  'set-up': {
    token: 'duecare_setup_VGhpcyBpcyBub3QgYSB0b2tlbiwganVzdCBhbiBleGF',
    owner: {
      name: 'Dana Whitfield',
      email: 'dana@harbor-light.example',
      password: 'seven lanterns over a quiet harbour',
    },
    organization: EXAMPLE_DOSSIER.practice,
  },
  'sign-in': { email: 'dana@harbor-light.example', password: 'seven lanterns over a quiet harbour' },
  'give-second-factor': { code: '492039' },
  'confirm-totp': { code: '492039' },
  'remove-totp': { code: '492039' },
  'renew-recovery-codes': { code: '492039' },
  'register-passkey': { name: 'Phone', credential: ATTESTED },
  'update-passkey': { name: 'Work laptop' },
  'sign-in-with-passkey': { credential: ASSERTED },
  'give-passkey': { credential: ASSERTED },
  'begin-single-sign-on': {
    organizationId: '019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f',
    cookie: true,
    returnTo: '/docs',
  },
  'give-password': { password: 'seven lanterns over a quiet harbour' },
  'update-letterhead': { name: 'Ellery Compliance, LLC', contact: 'ellery.example', showsFirms: true },
  'update-single-sign-on': {
    issuer: 'https://login.harbor-light.example',
    clientId: 'duecare',
    clientSecret: 'not-a-secret-just-an-example',
    emailDomains: ['harbor-light.example'],
    secondFactorAmr: ['mfa'],
  },
  'create-invitation': { email: 'robin@ellery-consulting.example', role: 'consultant', endsOn: '2027-03-31' },
  'accept-invitation': { token: 'duecare_invitation_VGhpcyBpcyBub3QgYSB0b2tlbiwganVzdCBhbiBleGF' },
  'accept-invitation-as-new': {
    token: 'duecare_invitation_VGhpcyBpcyBub3QgYSB0b2tlbiwganVzdCBhbiBleGF',
    name: 'Robin Ellery',
    password: 'seven lanterns over a quiet harbour',
  },
  'update-member': { role: 'privacy_official', endsOn: null },
  'update-sign-in-rules': { secondFactorRequired: true },
  'ask-for-password-reset': { email: 'dana@harbor-light.example' },
  'reset-password': {
    token: 'duecare_reset_VGhpcyBpcyBub3QgYSB0b2tlbiwganVzdCBhbiBleGF',
    password: 'nine kettles beside an old canal',
  },
  'create-api-key': {
    label: 'Practice-management system',
    scopes: ['records.read', 'scores.read'],
    validDays: 180,
  },
  'rotate-api-key': { overlapHours: 24 },
  'update-account': { name: 'Dana Whitfield, LCPC' },
  'change-password': {
    currentPassword: 'seven lanterns over a quiet harbour',
    newPassword: 'nine kettles beside an old canal',
  },
};
