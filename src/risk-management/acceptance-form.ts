// The forms about an accepted risk. The level, and what it rests on, is nothing that a form asks.
import { AcceptanceEndFields, AcceptRiskFields } from '../risk-acceptances/risk-acceptance.fields';
import type { FormPart, PartedForm } from '../web/parted-form';
import type { RecordForm } from '../web/record-form';
import { partedRecordForm } from './finding-form';
import { subjectOf } from './rated-practice.service';
import type { ReadRegisters } from './registers-reader.service';
import { whoPart } from './who-words';

export const ACCEPT_PARTS: readonly FormPart[] = [
  {
    title: 'Which risk',
    words: {
      service: {
        label: 'Of which tool?',
        help: 'Leave it empty for a threat to the practice itself.',
        kind: 'select',
      },
      threat: { label: 'Which threat?', kind: 'select' },
      renews: {
        label: 'Does it renew an earlier acceptance?',
        help: 'Then that one ends with this.',
        kind: 'select',
      },
    },
  },
  {
    title: 'Why, and until when',
    words: {
      reason: { label: 'Why do you bear it?', help: 'As you would say it to an auditor.' },
      meanwhile: { label: 'What do you do meanwhile to keep an eye on it?' },
      until: { label: 'Until when?', help: 'A year at most. Then somebody looks again.' },
    },
  },
  whoPart('Who', 'acceptedBy', 'Who bears it for the practice?'),
];

export const END_PARTS: readonly FormPart[] = [
  {
    title: '',
    words: {
      on: { label: 'From which day does it no longer hold?' },
      reason: { label: 'Why?' },
    },
  },
  whoPart('Who', 'by', 'Who ends it?'),
];

export function acceptForm(read: ReadRegisters): RecordForm {
  const here = `${read.at}/registers/risk-acceptances`;
  return partedRecordForm(AcceptRiskFields, ACCEPT_PARTS, choicesOf(read), {
    title: 'Accept a risk',
    lead:
      'You bear a risk as it stands today, by name and with a reason. That lowers nothing: its level, what stops a tool, and whether it may be used stay as they are. ' +
      'What the law stops, what is very high, and what is not known well enough cannot be accepted.',
    back: { href: here, label: 'Accepted risks' },
    action: here,
    button: 'Accept it',
  });
}

/** All threats that are rated anywhere, each once: which are rated for the tool, the server tells. */
function choicesOf(read: ReadRegisters): NonNullable<PartedForm['choices']> {
  const subjects = [null, ...read.places.services.map(({ key }) => key)];
  const titles = new Map(
    subjects.flatMap((service) =>
      (subjectOf(read.practice, service)?.threats ?? []).map(({ id, title }) => [id, title] as const),
    ),
  );
  const threats = [...titles]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, title]) => ({ key, name: `${key}: ${title}` }));
  const renewable = read.register.acceptances
    .filter(({ state }) => state !== 'ended' && state !== 'renewed')
    .map(({ key, title }) => ({ key, name: `${title} (${key})` }));
  return { service: read.places.services, threat: threats, renews: renewable };
}

export function endForm(read: ReadRegisters, id: string, title: string): RecordForm {
  const here = `${read.at}/registers/risk-acceptances`;
  return partedRecordForm(
    AcceptanceEndFields,
    END_PARTS,
    {},
    {
      title: 'End an acceptance',
      lead: `Nobody bears “${title}” from then on. The acceptance stays on record, with your reason.`,
      back: { href: here, label: 'Accepted risks' },
      action: `${here}/${id}/ending`,
      button: 'End it',
    },
  );
}
