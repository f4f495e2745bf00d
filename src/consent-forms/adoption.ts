import type { CalendarDate } from '../common/calendar-date';
import { DomainError } from '../common/problems/domain.error';
import type { ConsentKind } from '../practice-measures/practice-measures.fields';
import { digestOfText } from './records/adopted-text';
import type { ConsentFormAdoptionFields } from './records/consent-form.fields';
import type { BuiltForm } from './rules/build-consent-form';

/** The text of a form whose elements can all be said, frozen, with what each of them rested on. */
export function adoptionOf(
  form: { kind: ConsentKind; formVersion: string },
  built: BuiltForm,
  by: { name: string; role: string },
  adoptedOn: CalendarDate,
): ConsentFormAdoptionFields {
  const read = textOf(built);
  const { catalogVersion } = built;
  return { ...by, adoptedOn, ...read, catalogVersion, digest: digestOfText(form, read) };
}

/** The digest that the form would have if it were adopted as it is built; null while something in it is open. */
export function digestOfDraft(
  form: { kind: ConsentKind; formVersion: string },
  built: BuiltForm,
): string | null {
  return built.open.length > 0 ? null : digestOfText(form, textOf(built));
}

/**
 * Between the reading of a form and its adoption a record may change, and a sentence with it.
 * @param read the digest of what was read; nothing where the caller takes whatever stands now
 * @throws DomainError stale-version
 */
export function refuseUnreadText(
  read: string | null | undefined,
  { digest }: Pick<ConsentFormAdoptionFields, 'digest'>,
): void {
  if (read && read !== digest)
    throw new DomainError('stale-version', 'The text of the form changed since it was read. Read it again.');
}

function textOf({
  sections,
  title,
  opens,
  agrees,
  declines,
}: BuiltForm): Pick<ConsentFormAdoptionFields, 'title' | 'opens' | 'agrees' | 'declines' | 'elements'> {
  const elements = sections.flatMap((section) =>
    section.elements.map(({ id, title: heading, text, isOwn, usedFacts }) => ({
      ...{ element: id, section: section.title, title: heading, text, isOwn },
      facts: usedFacts.map(({ fact, value }) => (value === null ? { fact } : { fact, value })),
    })),
  );
  return { title, opens, agrees, declines, elements };
}
