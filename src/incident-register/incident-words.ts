// The forms about an incident, in plain words. None of them asks who is concerned: how many, and where they live, is all that is needed.
import type { FieldWords } from '../web/form-view';
import type { NoticeRecipient } from '../incidents/incident-words';
import { KIND_WORDS } from '../incidents/told-words';

type Words = Readonly<Record<string, FieldWords>>;

const YES_NO_DONT_KNOW = { yes: 'Yes', no: 'No', unknown: 'I don’t know' } as const;

export const WHAT_WORDS = {
  title: {
    label: 'What happened, in a few words?',
    help: 'Never the name of a client.',
    kind: 'text',
  },
  kind: { label: 'What kind of thing is it?', options: KIND_WORDS },
  knownOn: {
    label: 'When did anybody of the practice first know of it?',
    help: 'Also a suspicion counts, and also somebody who did not pass it on. The days run from here.',
  },
} as const satisfies Words;

export const DATA_WORDS = {
  impermissibleUse: {
    label: 'Was client data taken, seen, used or passed on as it must not be?',
    help: 'Not known counts as yes. You can change it once you know.',
    options: YES_NO_DONT_KNOW,
    short: true,
  },
  dataSecured: {
    label: 'Was the data unreadable to whoever had it?',
    help: 'Encrypted as HHS guidance asks, with the key somewhere else, or destroyed. A password alone is not encryption. Not known counts as no.',
    options: YES_NO_DONT_KNOW,
    short: true,
  },
  affectedIndividuals: {
    label: 'How many people does it concern?',
    help: 'A number, never names. Leave it empty while you do not know.',
  },
} as const satisfies Words;

export const WHERE_WORDS = {
  services: { label: 'Which tools does it concern?' },
  vendor: {
    label: 'With which vendor did it happen?',
    help: 'Leave it empty if it happened at the practice.',
    kind: 'select',
  },
} as const satisfies Words;

export const COURSE_WORDS = {
  happenedOn: { label: 'When did it happen?', help: 'The first day, as far as it is known.' },
  happenedUntil: { label: 'Until when, if it went on?' },
  summary: {
    label: 'What happened, what data was it, and how did you find out?',
    help: 'Say how many, never who: no names, dates of birth or numbers of clients.',
  },
  shouldHaveBeenKnownOn: {
    label: 'Is there an earlier day on which you should have found it?',
    help: 'What reasonable diligence would have shown counts as known, such as an alert that nobody read.',
  },
} as const satisfies Words;

export const VENDOR_WORDS = {
  vendorDiscoveredOn: {
    label: 'When did the vendor discover it?',
    help: 'As the vendor says. Ask, if it does not.',
  },
  vendorToldOn: { label: 'When did the vendor tell you?' },
  vendorIsAgent: {
    label: 'Does the vendor act as your agent?',
    help: 'That is, under your control in how it does the work. What an agent knows, you know, so your days start with its. Not known counts as yes. If unsure, ask counsel.',
    options: YES_NO_DONT_KNOW,
    short: true,
  },
} as const satisfies Words;

export const STATE_WORDS = {
  state: { label: 'state', kind: 'select' },
  individuals: { label: 'how many people' },
} as const satisfies Words;

export const DELAY_WORDS = {
  statedOn: { label: 'When did the official say so?' },
  inWriting: { label: 'In writing, with the time?', options: { true: 'Yes', false: 'No' } },
  until: { label: 'Until when?', help: 'Without writing it holds for 30 days at most.' },
} as const satisfies Words;

export const CLOSING_WORDS = {
  mitigation: { label: 'What did you do to limit the harm?' },
  outcome: { label: 'How did it end, and what changes because of it?' },
  closedOn: {
    label: 'When is it closed?',
    help: 'Leave it empty while something is left to do. The other answers are kept all the same.',
  },
} as const satisfies Words;

export const CONCLUSION_WORDS = {
  probability: {
    label: 'All four together: how probable is it that the data was compromised?',
    options: { low: 'A low probability', not_low: 'Not low, or I cannot show that it is low' },
  },
  reason: { label: 'Why?', help: 'In a sentence or two, as you would say it to an investigator.' },
  decidedOn: { label: 'When did you decide it?' },
} as const satisfies Words;

export const RECIPIENT_WORDS: Readonly<Record<NoticeRecipient, string>> = {
  individuals: 'the people concerned',
  hhs: 'HHS',
  media: 'the media',
  state: 'the state',
};
