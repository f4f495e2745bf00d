// The forms about places, assets and connections, in plain words. "I don’t know" is an answer like others; what is not known counts as open and never as good.
import {
  ACCESS_WORDS,
  ASSET_KIND_WORDS,
  DISPOSAL_WORDS,
  HAZARD_WORDS,
  LOCATION_KIND_WORDS,
  NETWORK_WORDS,
  SHARED_WITH_WORDS,
  VOLUME_WORDS,
} from '../assets/told-words';
import { capitalized } from '../reports/security-risk-assessment/number-words';
import { DATA_CLASS_WORDS } from '../reports/security-risk-assessment/fact-words';
import type { FieldWords } from '../web/form-view';

type Words = Readonly<Record<string, FieldWords>>;

const YES_NO_DONT_KNOW = { yes: 'Yes', no: 'No', unknown: 'I don’t know' } as const;
const asked = (label: string, help?: string): FieldWords => ({
  ...{ label, options: YES_NO_DONT_KNOW, short: true },
  ...(help === undefined ? {} : { help }),
});
const startingLarge = (words: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([word, says]) => [word, capitalized(says)]));

const REVIEWED: FieldWords = {
  label: 'When did somebody last check all this?',
  help: 'Once a year, and after changes.',
};
const RESPONSIBLE: FieldWords = {
  label: 'Who answers for it?',
  help: 'A role, such as “Owner” or “Office manager”.',
  kind: 'text',
};

export const LOCATION_WORDS = {
  name: { label: 'What do you call the place?', help: 'No address.', kind: 'text' },
  kind: { label: 'What kind of place is it?', options: LOCATION_KIND_WORDS },
  responsible: RESPONSIBLE,
  access: { label: 'Who gets in?', options: ACCESS_WORDS },
  sharedWith: { label: 'Do you share it?', options: SHARED_WITH_WORDS },
  hazards: {
    label: 'What could harm it?',
    help: 'What has happened there or nearby, or is likely to.',
    options: startingLarge(HAZARD_WORDS),
  },
  reviewedOn: REVIEWED,
} as const satisfies Words;

export const LOCATION_END_WORDS = {
  closedOn: { label: 'Last day on which you used it', help: 'Leave it empty while you do.' },
  excludedBecause: {
    label: 'Why is it left out of the risk analysis?',
    help: 'Only where no client data is. Leave it empty otherwise.',
  },
} as const satisfies Words;

export const ASSET_WHAT_WORDS = {
  name: {
    label: 'What do you call it?',
    help: 'Such as “Laptop of the front desk”. No serial number, nothing about a client.',
    kind: 'text',
  },
  kind: { label: 'What is it?', help: 'Tools with AI are listed as tools.', options: ASSET_KIND_WORDS },
  responsible: RESPONSIBLE,
  location: { label: 'Where is it mostly?' },
  hostedBy: { label: 'Or which company runs it?', help: 'For a system that you reach over the internet.' },
} as const satisfies Words;

export const ASSET_DATA_WORDS = {
  handlesClientData: asked(
    'Is client data made, kept, opened or sent with it?',
    'Of paper: does it stand on it? Not known counts as yes.',
  ),
  dataClasses: { label: 'Which kinds?', options: startingLarge(DATA_CLASS_WORDS) },
  clientVolume: {
    label: 'Of how many clients, roughly?',
    options: { ...startingLarge(VOLUME_WORDS), unknown: 'I don’t know' },
  },
} as const satisfies Words;

export const ASSET_PROTECTION_WORDS = {
  encryptedAtRest: asked(
    'Is what it stores encrypted?',
    'Look in its settings: FileVault, BitLocker, “encrypt device”. A password alone is not encryption.',
  ),
  locksItself: asked('Does its screen lock by itself?', 'And open only with a password, a code or a finger.'),
  managed: asked('Can you lock or wipe it from afar?'),
  personallyOwned: asked('Does it belong to a person and not to the practice?'),
  supportedUntil: {
    label: 'Until when does its maker mend faults?',
    help: 'Look for “end of support” of its system.',
  },
  backedUp: asked('Is there a copy of what it holds that you can fetch back?'),
  backedUpTo: { label: 'Where is the copy?', help: 'One of the things on your list.' },
  reviewedOn: REVIEWED,
} as const satisfies Words;

export const DISPOSAL_FORM_WORDS = {
  on: { label: 'On which day did it leave?' },
  method: {
    label: 'What was done so that no client data left with it?',
    options: DISPOSAL_WORDS,
  },
  evidenceKey: {
    label: 'What shows it?',
    help: 'A certificate of destruction or a note, from the documents on file.',
  },
} as const satisfies Words;

export const ASSET_EXCLUSION_WORDS = {
  excludedBecause: {
    label: 'Why is it left out of the risk analysis?',
    help: 'Only for what handles no client data. Leave it empty otherwise.',
  },
} as const satisfies Words;

export const CONNECTION_WORDS = {
  from: { label: 'From what?' },
  toAsset: { label: 'To which thing?' },
  toLocation: { label: 'Or to the network of which place?' },
  toService: { label: 'Or to which tool?' },
  purpose: { label: 'What for?', kind: 'text' },
} as const satisfies Words;

export const WAY_WORDS = {
  network: { label: 'Over what does it go?', options: NETWORK_WORDS },
  carriesClientData: asked('Does client data go this way?', 'Not known counts as yes.'),
  encryptedInTransit: asked('Is what goes this way encrypted?', 'Addresses that begin with https are.'),
  remoteAccess: asked('Does it reach into the practice from outside?', 'From home or on the way.'),
  secondFactor: asked('Does signing in take a second factor?', 'A code or a key beside the password.'),
  reviewedOn: REVIEWED,
  endedOn: { label: 'Last day', help: 'Leave it empty while it is used.' },
} as const satisfies Words;
