// The texts of a dossier and of an assessment, each at its pointer, to be put down anew.
import type { AssessmentDocument, Redaction } from '../assessments/assessment.document';
import { pointerTo } from '../common/faults';
import { fieldsOf, type Constructor, type FieldSchema } from '../common/fields';
import { Dossier } from '../dossiers/dossier.document';
import { REDACTED } from '../common/redacted-mark';

/** @returns the text to stand there from now on */
export type ChangeText = (text: string, pointer: string) => string;

/** A record with its free texts changed, along its declared fields; the others are as they were. */
export function withTextsOfRecord<T extends object>(
  type: Constructor,
  record: T,
  change: ChangeText,
  at = '',
): T {
  const changed = { ...record } as Record<string, unknown>;
  for (const { name, nested, freeText, schema } of fieldsOf(type)) {
    if (!(name in changed)) continue;
    changed[name] = withTexts(changed[name], pointerTo(at, name), (value, pointer) => {
      if (nested) return withTextsOfRecord(nested(), value as object, change, pointer);
      return freeText && typeof value === 'string' ? fitted(change(value, pointer), value, schema) : value;
    });
  }
  return changed as T;
}

function withTexts(
  value: unknown,
  pointer: string,
  ofOne: (value: unknown, pointer: string) => unknown,
): unknown {
  if (value === null || value === undefined) return value;
  if (!Array.isArray(value)) return ofOne(value, pointer);
  return value.map((entry: unknown, index) => withTexts(entry, pointerTo(pointer, index), ofOne));
}

/** The mark may be longer than what it replaces: a text that no longer fits its field gives way to the mark alone. */
function fitted(changed: string, before: string, schema: FieldSchema): string {
  const { maxLength = Infinity } = schema.items ?? schema;
  if (changed === before || [...changed].length <= maxLength) return changed;
  return changed.includes(REDACTED) ? REDACTED : changed;
}

/**
 * The dossier with its free texts changed. An answer that is a choice, date or yes and no is no free text, though its field could hold one; the plan
 * of a service whose plans are listed is the key of one of them.
 */
export function withTextsOfDossier(dossier: Dossier, change: ChangeText, at = ''): Dossier {
  const chosen = new Set([...chosenAnswers(dossier, at), ...listedPlans(dossier, at)]);
  return withTextsOfRecord(
    Dossier,
    dossier,
    (text, pointer) => (chosen.has(pointer.replace(ENTRY, '/value')) ? text : change(text, pointer)),
    at,
  );
}

/** One of several options that an answer chose. */
const ENTRY = /\/value\/\d+$/;

function chosenAnswers({ questionnaires }: Dossier, at: string): string[] {
  return (questionnaires ?? []).flatMap(({ questions, answers }, index) => {
    const notInWords = new Set(
      (questions ?? []).filter(({ answerType }) => answerType !== 'text').map(({ id }) => id),
    );
    return answers.flatMap(({ question }, answer) =>
      notInWords.has(question) ? [`${at}/questionnaires/${index}/answers/${answer}/value`] : [],
    );
  });
}

function listedPlans({ services }: Dossier, at: string): string[] {
  return services.flatMap(({ plans }, index) => (plans?.length ? [`${at}/services/${index}/plan`] : []));
}

/** What the product itself says of a document, and what it identifies it by. */
const OWN_WORDS: ReadonlySet<string> = new Set([
  'format',
  'formatVersion',
  'assessmentId',
  'organizationId',
  'scope',
  'notice',
  'status',
  'asOf',
  'lawAsOf',
  'createdAt',
  'engine',
  'catalogs',
  'matrices',
  'holdsUntil',
  'sources',
]);

/** Names of fields, outside the dossier, whose value is what somebody typed even where it looks like a word or key. */
const TYPED: ReadonlySet<string> = new Set([
  'name',
  'vendorName',
  'plan',
  'title',
  'because',
  'role',
  'statement',
  'done',
  'whyNotReasonable',
  'alternative',
  'whyNoAlternative',
  'subjectName',
  'formVersion',
]);

/** What the registers of living with AI tell: facts as pairs of a name and a value, and cells of tables. */
const TOLD_FACT = /^\/oversightRegister\/entries\/\d+\/(?:facts\/\d+\/value|table\/rows\/.*)$/;

/** A word of a list, a key, a date, a digest or an id: changing one would change what a document says, or point into nothing. */
const WORD_OR_KEY = /^[a-z0-9]+([._:-][a-z0-9]+)*$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;

/**
 * The document of an assessment with its texts changed, those worked out from what was typed among them. Of the dossier inside, its free texts; of
 * all else sentences and names, but no word or key.
 */
export function withTextsOfDocument(document: AssessmentDocument, change: ChangeText): AssessmentDocument {
  const workedOut: ChangeText = (text, pointer) =>
    isWordOrKey(text, pointer) ? text : change(text, pointer);
  const changed = Object.entries(document).map(([name, value]: [string, unknown]) => {
    const pointer = pointerTo('', name);
    if (OWN_WORDS.has(name)) return [name, value];
    if (name === 'dossier') return [name, withTextsOfDossier(document.dossier, change, pointer)];
    if (name === 'redactions') return [name, withNamesOf(document.redactions ?? [], workedOut, pointer)];
    return [name, withTextsWithin(value, pointer, workedOut)];
  });
  return Object.fromEntries(changed) as AssessmentDocument;
}

/** Of an earlier redaction who had it: all else of it is the product's. */
function withNamesOf(redactions: readonly Redaction[], change: ChangeText, at: string): Redaction[] {
  return redactions.map((redaction, index) => {
    const pointer = pointerTo(pointerTo(at, index), 'by');
    return { ...redaction, by: withTextsWithin(redaction.by, pointer, change) as Redaction['by'] };
  });
}

function isWordOrKey(text: string, pointer: string): boolean {
  const name = pointer.slice(pointer.lastIndexOf('/') + 1);
  return !TYPED.has(name) && !TOLD_FACT.test(pointer) && (WORD_OR_KEY.test(text) || INSTANT.test(text));
}

function withTextsWithin(value: unknown, pointer: string, change: ChangeText): unknown {
  if (typeof value === 'string') return change(value, pointer);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return value.map((entry: unknown, index) => withTextsWithin(entry, pointerTo(pointer, index), change));
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [
      name,
      withTextsWithin(held, pointerTo(pointer, name), change),
    ]),
  );
}

/** Every string of a record or document but for the product's own words, by pointer. */
export function stringsIn(value: unknown, at = ''): [pointer: string, text: string][] {
  if (typeof value === 'string') return [[at, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, held]) =>
    at === '' && OWN_WORDS.has(name) ? [] : stringsIn(held, pointerTo(at, name)),
  );
}
