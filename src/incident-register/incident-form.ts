// The forms about an incident: the short one by which it is reported, and the long one with all its facts. What there is to do follows from them and is asked nowhere.
import { UpdateIncidentDto } from '../incidents/incident.dto';
import { IncidentFields } from '../incidents/incident.fields';
import { LawEnforcementDelayFields, ResidentCountFields } from '../incidents/breach-assessment.fields';
import type { BreachNotificationCatalog } from '../incidents/breach-notification-catalog';
import type { CalendarDate } from '../common/calendar-date';
import type { FormBody } from '../common/http/form-body';
import { INCIDENT_KINDS } from '../incidents/incident-words';
import type { FieldWords, Values } from '../web/form-view';
import { besideOf, labelsOfParts, sectionsOf, type FormPart, type PartedForm } from '../web/parted-form';
import type { RecordForm } from '../web/record-form';
import type { IncidentFactsRow, IncidentOnRecord } from './incident-facts.query';
import {
  CLOSING_WORDS,
  COURSE_WORDS,
  DATA_WORDS,
  DELAY_WORDS,
  STATE_WORDS,
  VENDOR_WORDS,
  WHAT_WORDS,
  WHERE_WORDS,
} from './incident-words';

type Choosable = Pick<IncidentFactsRow, 'services' | 'vendors'>;

function choicesOf({ services, vendors }: Choosable): PartedForm['choices'] {
  return { services, vendor: vendors };
}

const REPORT_PARTS: readonly FormPart[] = [
  { title: 'What happened', words: WHAT_WORDS },
  { title: 'The data', words: DATA_WORDS },
  { title: 'Where', words: WHERE_WORDS },
];

/** A handful of questions, "I don’t know" among the answers: what is not known yet is filled in later. */
export function reportForm(at: string, facts: Choosable): RecordForm {
  const form: PartedForm = { type: IncidentFields, parts: REPORT_PARTS, choices: choicesOf(facts) };
  return {
    title: 'Report an incident',
    lead: 'Two minutes are enough: the days may be running. You can fill in the rest as you find it out. Count people, never name them.',
    back: { href: `${at}/incidents`, label: 'Incidents' },
    action: `${at}/incidents`,
    button: 'Report it',
    labels: labelsOfParts(REPORT_PARTS),
    sections: (values, faults) => sectionsOf(form, values, faults),
  };
}

/**
 * What the form of a new incident comes with: today, and of a tool that the person came from what is known of it. Nothing is offered of what has to be judged, nor
 * of a tool that is not the practice's.
 */
export function offeredIncident(
  query: Readonly<Record<string, unknown>>,
  services: IncidentFactsRow['services'],
  today: CalendarDate,
): Values {
  const service = services.find(({ key }) => key === query.service);
  const kind = INCIDENT_KINDS.find((one) => one === query.kind);
  const title = typeof query.title === 'string' ? query.title.trim().slice(0, MOST_OFFERED) : '';
  const offered: Readonly<Record<string, readonly string[]>> = {
    knownOn: [today],
    ...(title && { title: [title] }),
    ...(kind && { kind: [kind] }),
    ...(service && { services: [service.key], vendor: [service.vendor] }),
  };
  return (name) => offered[name] ?? [];
}

const MOST_OFFERED = 200;

function factParts(catalog: BreachNotificationCatalog): readonly FormPart[] {
  return [
    { title: 'What happened', words: { ...WHAT_WORDS, ...COURSE_WORDS } },
    { title: 'Where', words: WHERE_WORDS },
    {
      title: 'The vendor',
      help: 'Only where it happened at a vendor, or at a company behind it.',
      isFolded: true,
      words: VENDOR_WORDS,
    },
    {
      title: 'The data and the people',
      words: DATA_WORDS,
      rows: { list: 'affectedByState', type: ResidentCountFields, words: STATE_WORDS, one: 'State' },
    },
    {
      title: 'An exception',
      help: 'Three narrow exceptions make it no breach. Without one the four factors decide.',
      isFolded: true,
      words: exceptionWords(catalog),
    },
    {
      title: 'A delay for law enforcement',
      help: 'Only where an official said that notices would hinder an investigation.',
      isFolded: true,
      within: [{ at: 'lawEnforcementDelay/', type: LawEnforcementDelayFields, words: DELAY_WORDS }],
    },
  ];
}

function exceptionWords({ exceptions }: BreachNotificationCatalog): Record<string, FieldWords> {
  return {
    exception: {
      label: 'Does an exception hold?',
      options: Object.fromEntries(
        exceptions.map(({ id, title, says, limits }) => [id, { label: title, help: `${says} ${limits}` }]),
      ),
    },
    exceptionReason: {
      label: 'What makes you say so?',
      help: 'An exception without a reason does not count.',
    },
  };
}

function factsForm(catalog: BreachNotificationCatalog, facts: Choosable): PartedForm {
  return { type: IncidentFields, parts: factParts(catalog), choices: choicesOf(facts) };
}

export function changeForm(
  at: string,
  incident: IncidentOnRecord,
  facts: Choosable,
  catalog: BreachNotificationCatalog,
): RecordForm {
  const form = factsForm(catalog, facts);
  const here = `${at}/incidents/${incident.id}`;
  return {
    title: 'What is known of it',
    lead: 'Leave open what you do not know. Where it matters, not known counts as the worse of both.',
    back: { href: here, label: incident.title },
    action: here,
    button: 'Save',
    labels: labelsOfParts(form.parts),
    sections: (values, faults) => sectionsOf(form, values, faults),
  };
}

/** What the names of the form do not say by themselves: lists and records within that are empty. */
export function changeBeside(
  form: FormBody,
  facts: Choosable,
  catalog: BreachNotificationCatalog,
): Record<string, unknown> {
  return besideOf(factsForm(catalog, facts), form);
}

const CLOSING_PARTS: readonly FormPart[] = [{ title: '', words: CLOSING_WORDS }];

export function closingForm(at: string, incident: IncidentOnRecord): RecordForm {
  const here = `${at}/incidents/${incident.id}`;
  return {
    title: 'How it ended',
    lead: 'What was done and what changes because of it is kept six years. It can be closed once you owe nothing more.',
    back: { href: here, label: incident.title },
    action: `${here}/closing`,
    button: 'Save',
    labels: labelsOfParts(CLOSING_PARTS),
    sections: (values, faults) =>
      sectionsOf({ type: UpdateIncidentDto, parts: CLOSING_PARTS }, values, faults),
  };
}
