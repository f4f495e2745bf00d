// What the form of one register is made of. The words of choices come from the catalog, so the parts are made for it.
import type { Type } from '@nestjs/common';
import type { Constructor } from '../../common/fields';
import type { OversightCatalog } from '../../oversight/oversight-catalog';
import type { FieldWords } from '../../web/form-view';
import type { FormPart, PartedForm } from '../../web/parted-form';
import type { OversightFacts } from '../oversight-facts.query';

export type Words = Readonly<Record<string, FieldWords>>;

export interface RegisterForm {
  type: Type<object> & Constructor;
  parts: (catalog: OversightCatalog) => readonly FormPart[];
  /** why we ask, in a sentence or two */
  lead: string;
  /** what a new record is offered with, by name of the field: figures of the catalog, an agenda */
  offered: (catalog: OversightCatalog, asked: string) => Readonly<Record<string, string>>;
  /** words from which the key of a new record is made */
  keyWords: (fields: Readonly<Record<string, unknown>>, about: string) => string;
}

/** Titles of the entries of a closed list, as choices. */
export function titles<Id extends string>(
  entries: Readonly<Record<Id, { readonly title: string }>>,
): Record<Id, string> {
  return Object.fromEntries(
    Object.entries<{ title: string }>(entries).map(([id, { title }]) => [id, title]),
  ) as Record<Id, string>;
}

export const EVIDENCE_WORDS: Words = {
  evidenceKeys: { label: 'Which evidence on file shows it?' },
};

/** What the form lets choose by name. @param about key of the service or vendor */
export function choicesFor(facts: OversightFacts, about: string): PartedForm['choices'] {
  const vendor = facts.services.find(({ key }) => key === about)?.vendor ?? about;
  const evidence = facts.evidence
    .filter((one) => one.vendor === null || one.vendor === vendor)
    .map(({ key, title }) => ({ key, name: title }));
  return {
    evidenceKeys: evidence,
    evidence,
    certificateEvidence: evidence,
    incident: facts.incidents,
    services: facts.services.filter(({ vendor }) => vendor === about),
    serviceLevel: facts.serviceLevels
      .filter(({ service }) => service === about)
      .map(({ key, measure, promised, unit }) => ({
        key,
        name: `${measure.replaceAll('_', ' ')}: ${promised} ${unit.replaceAll('_', ' ')}`,
      })),
  };
}
