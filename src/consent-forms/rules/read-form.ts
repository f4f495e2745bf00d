// A form as clients read it: from the text that was adopted, or from what would be adopted today. Paper, portal and pages show nothing else.
import type { CalendarDate } from '../../common/calendar-date';
import type { ConsentFormAdoptionFields } from '../records/consent-form.fields';
import type { BuiltForm } from './build-consent-form';

export interface ReadForm {
  readonly practice: string;
  readonly title: string;
  readonly formVersion: string;
  /** null: a draft */
  readonly adoptedOn: CalendarDate | null;
  readonly opens: string;
  readonly sections: readonly { title: string; elements: readonly { title: string; text: string }[] }[];
  readonly agrees: string;
  readonly declines: string;
}

interface Named {
  readonly practice: string;
  readonly formVersion: string;
}

export function readAdopted(adoption: ConsentFormAdoptionFields, named: Named): ReadForm {
  const { title, opens, agrees, declines, adoptedOn } = adoption;
  const sections: { title: string; elements: { title: string; text: string }[] }[] = [];
  for (const element of adoption.elements) {
    let last = sections.at(-1);
    if (last?.title !== element.section) sections.push((last = { title: element.section, elements: [] }));
    last.elements.push({ title: element.title, text: element.text });
  }
  return { ...named, ...{ title, opens, agrees, declines, adoptedOn, sections } };
}

/** Open elements are left out: a draft says by itself that it is one. */
export function readBuilt(built: BuiltForm, named: Named): ReadForm {
  const { title, opens, agrees, declines } = built;
  const sections = built.sections.flatMap((section) => {
    const elements = section.elements.filter(({ text }) => text !== '');
    return elements.length === 0
      ? []
      : [{ title: section.title, elements: elements.map((one) => ({ title: one.title, text: one.text })) }];
  });
  return { ...named, ...{ title, opens, agrees, declines, adoptedOn: null, sections } };
}
