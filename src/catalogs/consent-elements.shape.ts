// The shape of the catalog of consent elements, and what has to hold in it: an entry for everything that forms may speak of, places that facts fill, and no
// sentence for clients that rests on a fact which may be lacking.
import { STATE_ACT_REQUIREMENTS } from '../assessments/scoring/scoring-model';
import {
  flag,
  listOf,
  nullable,
  oneOf,
  record,
  recordOf,
  ShapeError,
  text,
} from '../common/catalog-files/shape';
import {
  CONSENT_SECTIONS,
  LAW_NOTES,
  placesIn,
  RECORDED_AT,
  type ConsentElementDefinition,
  type ConsentElementsCatalog,
  type ConsentFactDefinition,
  type ConsentFormDefinition,
  type ConsentLawSentence,
  type ConsentSentence,
} from '../consent-forms/rules/consent-elements-catalog';
import { CONSENT_ELEMENTS, CONSENT_FACTS } from '../consent-forms/records/consent-element-ids';
import { DATA_CLASSES } from '../data-flows/data-flow.fields';
import { CONSENT_KINDS } from '../practice-measures/practice-measures.fields';
import { SERVICE_FUNCTIONS } from '../vendors/service.fields';
import { headShapes } from './catalog-head.shape';
import { uniqueIds } from './cross-checks';

const facts = listOf(oneOf(CONSENT_FACTS), 1);

export const consentElementsShape = record<ConsentElementsCatalog>({
  ...headShapes,
  forms: listOf(
    record<ConsentFormDefinition>({
      ...{ id: oneOf(CONSENT_KINDS), title: text, opens: text, agrees: text, declines: text },
    }),
  ),
  sections: listOf(record({ id: oneOf(CONSENT_SECTIONS), title: text })),
  facts: listOf(
    record<ConsentFactDefinition>({
      ...{ id: oneOf(CONSENT_FACTS), title: text, missing: text, at: oneOf(RECORDED_AT) },
    }),
  ),
  words: record<ConsentElementsCatalog['words']>({
    functions: recordOf(SERVICE_FUNCTIONS, nullable(text)),
    dataClasses: recordOf(DATA_CLASSES, text),
    reviews: recordOf(['every_note', 'sample'] as const, text),
  }),
  law: listOf(
    record<ConsentLawSentence>({
      on: oneOf(CONSENT_KINDS),
      requires: oneOf(['all_party', ...STATE_ACT_REQUIREMENTS]),
      says: text,
      sessionsOnly: flag,
    }),
  ),
  notes: recordOf(LAW_NOTES, text),
  elements: listOf(
    record<ConsentElementDefinition>({
      id: oneOf(CONSENT_ELEMENTS),
      title: text,
      forms: listOf(oneOf(CONSENT_KINDS), 1),
      section: oneOf(CONSENT_SECTIONS),
      when: nullable(facts),
      asks: text,
      needs: nullable(facts),
      says: listOf(
        record<ConsentSentence>({
          text,
          forms: nullable(listOf(oneOf(CONSENT_KINDS), 1)),
          when: nullable(facts),
          unless: nullable(facts),
        }),
      ),
      proposes: nullable(text),
      sourceIds: listOf(text),
      basis: oneOf(['good_practice', 'state_law', 'hipaa']),
      citation: nullable(text),
      verification: oneOf(['verified', 'partly', 'unverified']),
    }),
  ),
});

export function checkConsentElements(catalog: ConsentElementsCatalog): void {
  everyOne(catalog.forms, CONSENT_KINDS, 'forms');
  everyOne(catalog.sections, CONSENT_SECTIONS, 'sections');
  everyOne(catalog.facts, CONSENT_FACTS, 'facts');
  everyOne(catalog.elements, CONSENT_ELEMENTS, 'elements');
  catalog.forms.forEach(({ opens }, index) => onlyPlaces(opens, ['practice'], `forms[${index}].opens`));
  catalog.law.forEach(({ says }, index) => onlyPlaces(says, ['states'], `law[${index}].says`));
  for (const note of LAW_NOTES) onlyPlaces(catalog.notes[note], NOTE_PLACES, `notes.${note}`);
  catalog.elements.forEach((element, index) => checkElement(element, `elements[${index}]`));
}

const NOTE_PLACES = ['state', 'how', 'states', 'strictest', 'name', 'summary', 'date'];
/** Always on record, whatever else is not. */
const ALWAYS = ['practice', 'tools', 'vendors', 'lawOnRecording', 'lawOnAi'];

function checkElement(
  { says, needs, when, forms, basis, citation }: ConsentElementDefinition,
  path: string,
): void {
  says.forEach((sentence, index) => {
    const at = `${path}.says[${index}]`;
    const known = [...ALWAYS, ...(needs ?? []), ...(when ?? []), ...(sentence.when ?? [])];
    onlyPlaces(sentence.text, known, `${at}.text`);
    const strange = (sentence.forms ?? []).find((form) => !forms.includes(form));
    if (strange) throw new ShapeError(`${at}.forms`, `names ${strange}, a form that the element is not in`);
  });
  if (says.length === 0 && !needs?.includes('decision'))
    throw new ShapeError(`${path}.says`, 'must have a sentence, where the practice has nothing to decide');
  if ((basis === 'hipaa') !== (citation !== null))
    throw new ShapeError(`${path}.citation`, 'stands with the basis "hipaa" and only there');
}

/** A place that nothing fills would be read by a client, and one that may be lacking would take the sentence away unseen. */
function onlyPlaces(sentence: string, known: readonly string[], path: string): void {
  const strange = placesIn(sentence).find((place) => !known.includes(place));
  if (strange)
    throw new ShapeError(path, `has the place {${strange}}, which nothing is sure to fill; name it in needs`);
}

function everyOne(entries: readonly { readonly id: string }[], ids: readonly string[], path: string): void {
  uniqueIds(entries, path);
  const missing = ids.find((id) => !entries.some((entry) => entry.id === id));
  if (missing) throw new ShapeError(path, `must have an entry "${missing}"`);
}
