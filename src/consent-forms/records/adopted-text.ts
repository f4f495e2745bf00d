// The digest of what clients read in an adopted form, by which two copies can be told to be the same.
import { createHash } from 'node:crypto';
import type { ConsentKind } from '../../practice-measures/practice-measures.fields';
import type { ConsentFormAdoptionFields } from './consent-form.fields';

type Read = Pick<ConsentFormAdoptionFields, 'title' | 'opens' | 'agrees' | 'declines'> & {
  readonly elements: readonly { readonly section: string; readonly title: string; readonly text: string }[];
};

/** SHA-256 in hex over the texts in their order, with the kind and version of the form. */
export function digestOfText(form: { kind: ConsentKind; formVersion: string }, adoption: Read): string {
  const { title, opens, agrees, declines, elements } = adoption;
  const read = elements.map((element) => [element.section, element.title, element.text]);
  const whole = JSON.stringify([form.kind, form.formVersion, title, opens, read, agrees, declines]);
  return createHash('sha256').update(whole).digest('hex');
}
