// One form and the list of all, as their pages show them: what is open first, then what clients read.
import { gradeWord } from './grade-words';
import type { Catalogs } from '../catalogs/load-catalogs';
import type { CalendarDate } from '../common/calendar-date';
import { CONSENT_KINDS } from '../practice-measures/practice-measures.fields';
import type { StandingForm, StandingForms } from './consent-form-reader.service';
import { titleOf } from './consent-form-form';
import { KIND_WORDS, STATE_MARKS, STATE_WORDS } from './form-words';
import { digestOfText } from './records/adopted-text';
import type { BuiltElement, MissingFact } from './rules/build-consent-form';
import type { ChangedElement } from './rules/changed-elements';
import { readingLevelOf } from './rules/reading-level';

export interface FormLine {
  href: string;
  title: string;
  tools: string;
  state: string;
  mark: string;
  /** what is left to do about it; empty where nothing is */
  left: string;
  inUseSince: CalendarDate | null;
}

export interface FormListView {
  at: string;
  groups: { id: string; title: string; forms: FormLine[]; canDraft: boolean }[];
}

export function formListView(at: string, { forms, facts }: StandingForms): FormListView {
  const groups = CONSENT_KINDS.map((kind) => ({
    id: kind,
    title: KIND_WORDS[kind],
    forms: forms.filter(({ form }) => form.kind === kind).map((one) => lineOf(at, one, facts)),
    canDraft: facts.services.length > 0,
  }));
  // Telehealth, AI, recording: as a client meets them.
  return { at, groups: groups.reverse() };
}

function lineOf(at: string, one: StandingForm, facts: StandingForms['facts']): FormLine {
  const { form, state } = one;
  return {
    href: `${at}/${form.id}`,
    title: titleOf(one),
    tools: toolsOf(one, facts)
      .map(({ name }) => name)
      .join(', '),
    state: STATE_WORDS[state],
    mark: STATE_MARKS[state],
    left: leftOf(one),
    inUseSince: form.attestation?.inUseSince ?? null,
  };
}

function leftOf({ state, built, changed }: StandingForm): string {
  if (state === 'draft') {
    const { length } = built.open;
    if (length === 0) return 'Nothing is open: read it and adopt it.';
    return length === 1 ? 'One element is open.' : `${length} elements are open.`;
  }
  if (state === 'adopted' || state === 'in_use') {
    const begin = state === 'adopted' ? 'Say since when clients are asked by it. ' : '';
    if (changed.length === 0) return begin.trim();
    return `${begin}The records have changed under ${changed.length === 1 ? 'one element' : `${changed.length} elements`}: make a new version.`;
  }
  return '';
}

export function toolsOf(
  { form }: Pick<StandingForm, 'form'>,
  { services }: StandingForms['facts'],
): StandingForms['facts']['services'] {
  return services.filter(({ key }) => form.services.includes(key));
}

interface ElementView {
  id: string;
  title: string;
  text: string;
  isOwn: boolean;
  reason: string;
  href: string;
}

export interface FormPageView {
  at: string;
  here: string;
  title: string;
  state: string;
  mark: string;
  tools: { href: string; name: string }[];
  facts: { label: string; value: string }[];
  isDraft: boolean;
  /** where it is adopted as it is shown here; empty where it cannot be */
  adoptAt: string;
  mayAttest: boolean;
  mayWithdraw: boolean;
  comparison: string;
  /** null once adopted */
  open: {
    title: string;
    href: string;
    asks: string;
    missing: { text: string; href: string; label: string }[];
  }[];
  changed: { title: string; words: string; facts: string[] }[];
  notes: { text: string; citation: string; known: string }[];
  grade: string;
  read: {
    opens: string;
    sections: { title: string; elements: ElementView[] }[];
    agrees: string;
    declines: string;
  };
  /** the adopted text is not the one that was adopted: text was taken out of it */
  isAltered: boolean;
}

export function formPageView(
  at: string,
  one: StandingForm,
  { facts, forms }: StandingForms,
  { consentElements }: Pick<Catalogs, 'consentElements'>,
): FormPageView {
  const { form, state, built, read, changed, digest } = one;
  const here = `${at}/${form.id}`;
  const tools = toolsOf(one, facts);
  const organization = at.slice(0, at.indexOf('/registers/'));
  const isDraft = state === 'draft';
  const factTitle = (id: string) => consentElements.facts.find((fact) => fact.id === id)?.title ?? id;
  const replaced = forms.find((other) => other.form.key === form.replaces);
  return {
    ...{ at, here, title: titleOf(one), state: STATE_WORDS[state], mark: STATE_MARKS[state], isDraft },
    tools: tools.map(({ id, name }) => ({ href: `${organization}/services/${id}`, name })),
    facts: factsOf(one),
    adoptAt: isDraft && digest ? `${here}/adoption?text=${digest}` : '',
    mayAttest: state === 'adopted',
    mayWithdraw: state !== 'withdrawn',
    comparison: replaced ? `${here}/comparison` : '',
    open: isDraft ? built.open.map((element) => openView(element, here, organization, tools[0]?.id)) : [],
    changed: changed.map((element) => changedView(element, factTitle)),
    notes: built.lawNotes.map(({ text, citation, confidence, evidence }) => ({
      text,
      citation: citation ?? '',
      known: evidence ? `Confidence ${confidence}: ${evidence.replaceAll('_', ' ')}.` : '',
    })),
    grade: gradeWords(one),
    read: {
      opens: read.opens,
      sections: isDraft ? draftSections(one, here) : adoptedSections(one),
      agrees: read.agrees,
      declines: read.declines,
    },
    isAltered: form.adoption ? digestOfText(form, form.adoption) !== form.adoption.digest : false,
  };
}

function draftSections({ built }: StandingForm, here: string): FormPageView['read']['sections'] {
  return built.sections.map(({ title, elements }) => ({
    title,
    elements: elements.map(({ id, title: heading, text, isOwn, reason }) => ({
      ...{ id, title: heading, text, isOwn },
      ...{ reason: reason ?? '', href: `${here}/elements/${id}` },
    })),
  }));
}

function adoptedSections({ read, form }: StandingForm): FormPageView['read']['sections'] {
  const elements = form.adoption?.elements ?? [];
  return read.sections.map((section) => ({
    title: section.title,
    elements: elements
      .filter((one) => one.section === section.title)
      .map(({ element, title, text, isOwn }) => ({
        ...{ id: element, title, text, isOwn, href: '' },
        reason: form.ownWords?.find((own) => own.element === element)?.reason ?? '',
      })),
  }));
}

function openView(
  { id, title, asks, missing }: BuiltElement,
  here: string,
  organization: string,
  tool: string | undefined,
): FormPageView['open'][number] {
  return {
    ...{ title, asks, href: `${here}/elements/${id}` },
    missing: missing.map((fact) => ({ text: fact.text, ...placeOf(fact, organization, tool) })),
  };
}

/** Where what is missing is recorded. */
function placeOf(
  { at }: MissingFact,
  organization: string,
  tool: string | undefined,
): { href: string; label: string } {
  if (at === 'form') return { href: '', label: '' };
  if (at === 'profile') return { href: `${organization}/settings`, label: 'Practice profile' };
  return { href: tool ? `${organization}/services/${tool}` : '', label: 'Record it at the tool' };
}

function changedView(
  { title, what, facts }: ChangedElement,
  factTitle: (id: string) => string,
): FormPageView['changed'][number] {
  const words = {
    changed: 'rests on something else now',
    added: 'belongs in the form now',
    gone: 'applies no more',
  };
  const told = (value: string | null) => (value === null ? 'not on record' : `“${value}”`);
  return {
    ...{ title, words: words[what] },
    facts: facts.map(({ fact, was, is }) => `${factTitle(fact)}: was ${told(was)}, is ${told(is)}`),
  };
}

function gradeWords({ read, built, form }: StandingForm): string {
  const text = [
    read.opens,
    ...read.sections.flatMap(({ elements }) => elements.map((element) => element.text)),
  ];
  const { grade, words } = form.adoption ? readingLevelOf(text.join('\n\n')) : built.reading;
  if (grade === null) return '';
  const school =
    grade < 1 ? 'below the first grade' : `about the ${gradeWord(Math.max(1, Math.round(grade)))} grade`;
  return `Reads at ${school} by the Flesch-Kincaid formula, ${words} words. The formula counts lengths: ask somebody to read it as well.`;
}

function factsOf({ form }: StandingForm): { label: string; value: string }[] {
  const { adoption, attestation, withdrawal, review } = form;
  const yes = (value: boolean) => (value ? 'yes' : 'no');
  return [
    ...(review
      ? [
          {
            label: 'Reviewed',
            value: `${review.reviewedOn} by ${review.reviewedBy}${review.outcome ? `: ${review.outcome}` : ''}`,
          },
        ]
      : [{ label: 'Reviewed', value: 'No review by a lawyer or a board is on record.' }]),
    ...(adoption
      ? [{ label: 'Adopted', value: `${adoption.adoptedOn} by ${adoption.name}, ${adoption.role}` }]
      : []),
    ...(attestation
      ? [
          {
            label: 'In use since',
            value: `${attestation.inUseSince}, attested on ${attestation.attestedOn} by ${attestation.name}, ${attestation.role}`,
          },
          {
            label: 'Attested',
            value: `in writing: ${yes(attestation.written)}; every client concerned: ${yes(attestation.attestedForAllClients)}; everyone who can be heard: ${yes(attestation.coversEveryoneAudible)}`,
          },
        ]
      : []),
    ...(withdrawal
      ? [
          {
            label: 'Withdrawn',
            value: `${withdrawal.withdrawnOn} by ${withdrawal.name}, ${withdrawal.role}: ${withdrawal.reason}`,
          },
        ]
      : []),
  ];
}

export interface ComparisonView {
  back: { href: string; label: string };
  earlier: string;
  later: string;
  rows: { title: string; earlier: string; later: string; isSame: boolean }[];
}

/** Element by element in the order of the later version; what only the earlier has comes last. */
export function comparisonView(at: string, later: StandingForm, earlier: StandingForm): ComparisonView {
  const textsOf = ({ read }: StandingForm) =>
    new Map(
      read.sections.flatMap(({ elements }) => elements.map(({ title, text }) => [title, text] as const)),
    );
  const [before, now] = [textsOf(earlier), textsOf(later)];
  const titles = [...new Set([...now.keys(), ...before.keys()])];
  return {
    back: { href: `${at}/${later.form.id}`, label: titleOf(later) },
    ...{ earlier: titleOf(earlier), later: titleOf(later) },
    rows: titles.map((title) => {
      const [was, is] = [before.get(title) ?? '', now.get(title) ?? ''];
      return { title, earlier: was, later: is, isSame: was === is };
    }),
  };
}
