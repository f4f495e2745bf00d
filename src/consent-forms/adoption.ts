import type { CalendarDate } from '../common/calendar-date';
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
  const elements = built.sections.flatMap((section) =>
    section.elements.map(({ id, title, text, isOwn, usedFacts }) => ({
      ...{ element: id, section: section.title, title, text, isOwn },
      facts: usedFacts.map(({ fact, value }) => (value === null ? { fact } : { fact, value })),
    })),
  );
  const { title, opens, agrees, declines, catalogVersion } = built;
  const read = { title, opens, agrees, declines, elements };
  return { ...by, adoptedOn, ...read, catalogVersion, digest: digestOfText(form, read) };
}
