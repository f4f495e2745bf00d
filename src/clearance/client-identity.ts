// Finds what could say who a client is, in a request of clearance: by the names of fields, and by what values look like. Looked for before
// anything else is judged, so that a request which carries it is refused as such, whatever else is wrong with it.
import { pointerTo } from '../common/faults';
import type { EvaluationPart, EvaluationsRequest } from './evaluation.dto';

/** Words of field names that speak of a person. */
const PERSON = new Set([
  ...[
    'client',
    'clients',
    'patient',
    'patients',
    'person',
    'member',
    'guardian',
    'parent',
    'insured',
    'subscriber',
  ],
  ...[
    'name',
    'names',
    'firstname',
    'lastname',
    'fullname',
    'surname',
    'forename',
    'nickname',
    'initials',
    'alias',
  ],
  ...['dob', 'birth', 'birthday', 'birthdate', 'dateofbirth', 'age', 'gender', 'sex'],
  ...[
    'mrn',
    'chart',
    'record',
    'ssn',
    'ein',
    'npi',
    'policy',
    'medicaid',
    'medicare',
    'account',
    'license',
    'passport',
  ],
  ...['email', 'mail', 'phone', 'telephone', 'mobile', 'cell', 'fax', 'contact', 'url', 'ip'],
  ...['address', 'street', 'city', 'zip', 'zipcode', 'postal', 'postcode', 'county', 'geo', 'location'],
  ...[
    'diagnosis',
    'diagnoses',
    'icd',
    'medication',
    'face',
    'photo',
    'voice',
    'fingerprint',
    'appointment',
    'encounter',
  ],
]);
/** Words that may stand beside them without making the name a typed text. */
const PLAIN = new Set([
  'id',
  'ids',
  'number',
  'no',
  'date',
  'of',
  'first',
  'last',
  'middle',
  'full',
  'home',
  'legal',
]);

/** The fields of a request whose names hold such a word and say nothing of a person, with where each may stand. */
const OWN_FIELDS = /^(\/evaluations\/\d+)?\/(action\/name|context\/(clientState|clinicianState))$/;

/** Ids of ours and of the caller's people: judged by what no id looks like. */
const IDS = /^(\/evaluations\/\d+)?\/(subject|resource)\/id$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const NEVER_IN_AN_ID = [
  /@/,
  /(^|\D)\d{3}-\d{2}-\d{4}(\D|$)/, // social security number
  /(^|\D)\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(\D|$)/, // telephone
  /(^|\D)(19|20)\d{2}[-/.]?(0[1-9]|1[0-2])[-/.]?(0[1-9]|[12]\d|3[01])(\D|$)/, // date, year first
  /(^|\D)\d{1,2}[-/.]\d{1,2}[-/.](19|20)?\d{2}(\D|$)/, // date, year last
  /(^|[^a-z])(mrn|chart|patient|client|dob|ssn)([^a-z]|$)/i,
];
/** Longer runs of digits are numbers of records, accounts or telephones; nothing that a request may hold has one. */
const NUMBER_OF_SOMETHING = /\d(?:[\s.-]?\d){5}/;

const MOST_FOUND = 20;
/** No question is nested so deeply, and no list of it so long: what goes on is refused without being looked at. */
const MOST_DEPTH = 20;
const MOST_LISTED = 1_000;
const MOST_NAMED = 100;
const MOST_PLACES = 20_000;

interface Place {
  value: unknown;
  /** where it stands */
  pointer: string;
  /** where it stands, up to the first name that may itself be a typed text: this is what an answer may show */
  shown: string;
  isHidden: boolean;
  depth: number;
}

/** JSON pointers of what could be a client's identity; none of them repeats a name or value that could be one. */
export function clientIdentityIn(body: unknown): string[] {
  const found = new Set<string>();
  const places: Place[] = [{ value: body, pointer: '', shown: '', isHidden: false, depth: 0 }];
  let looked = 0;
  for (let place = places.pop(); place && found.size < MOST_FOUND; place = places.pop()) {
    const { value, pointer, shown, isHidden, depth } = place;
    if (depth > MOST_DEPTH || (looked += 1) > MOST_PLACES || hasTooManyNames(value)) found.add(shown);
    else if (Array.isArray(value)) {
      value.slice(0, MOST_LISTED).forEach((entry: unknown, index) =>
        places.push({
          value: entry,
          pointer: `${pointer}/${index}`,
          shown: isHidden ? shown : `${shown}/${index}`,
          isHidden,
          depth: depth + 1,
        }),
      );
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, entry] of Object.entries(value)) places.push(placeOf(place, name, entry, found));
    } else if (looksLikeIdentity(value, pointer)) found.add(shown);
  }
  return [...found].sort();
}

function hasTooManyNames(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length > MOST_NAMED
  );
}

/**
 * The same of a body that has no field but those of a question: whatever else its values are, they are words of lists, and an id is the one
 * text that somebody may have made of a client.
 */
export function clientIdentityInIds(body: EvaluationsRequest): string[] {
  const parts: [pointer: string, part: EvaluationPart][] = [
    ['', body],
    ...(body.evaluations ?? []).map((part, index): [string, EvaluationPart] => [
      `/evaluations/${index}`,
      part,
    ]),
  ];
  return parts
    .flatMap(([at, { subject, resource }]): [string, string | undefined][] => [
      [`${at}/subject/id`, subject?.id],
      [`${at}/resource/id`, resource?.id],
    ])
    .filter(([, id]) => id !== undefined && !UUID.test(id) && looksLikeAClientsId(id))
    .map(([pointer]) => pointer)
    .slice(0, MOST_FOUND)
    .sort();
}

/** The place of a field; one whose name speaks of a person is found, whatever it holds. */
function placeOf(parent: Place, name: string, value: unknown, found: Set<string>): Place {
  const place = { ...parent, value, pointer: pointerTo(parent.pointer, name), depth: parent.depth + 1 };
  const words = wordsOf(name);
  const isOwn = OWN_FIELDS.test(place.pointer);
  place.isHidden = parent.isHidden || !(isOwn || KNOWN_NAMES.has(name) || isOfPlainWords(name, words));
  if (!place.isHidden) place.shown = pointerTo(parent.shown, name);
  if (isOwn) return place;
  if (words.some((word) => PERSON.has(word)) || holdsIdentity(name)) found.add(place.shown);
  return place;
}

function isOfPlainWords(name: string, words: readonly string[]): boolean {
  return /^[A-Za-z_-]+$/.test(name) && words.every((word) => PERSON.has(word) || PLAIN.has(word));
}

function holdsIdentity(text: string): boolean {
  return NEVER_IN_AN_ID.some((form) => form.test(text)) || NUMBER_OF_SOMETHING.test(text);
}

const KNOWN_NAMES = new Set([
  ...[
    'subject',
    'action',
    'resource',
    'context',
    'evaluations',
    'options',
    'evaluations_semantic',
    'properties',
  ],
  ...['type', 'id', 'name', 'dataClasses', 'clientState', 'clinicianState', 'modality'],
]);

/** patientFirstName, patient_first_name and PATIENT-FIRST-NAME are the same words. */
function wordsOf(name: string): string[] {
  if (KNOWN_WORDS.has(name)) return [name];
  const apart = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  const words = apart.split(/[^a-z]+/).filter((word) => word !== '');
  return words.length > 1 && PERSON.has(words.join('')) ? [words.join('')] : words;
}

/** Fields that stand in nearly every request: there is nothing to take apart. */
const KNOWN_WORDS = new Set([
  'subject',
  'action',
  'resource',
  'context',
  'type',
  'id',
  'evaluations',
  'options',
  'modality',
]);

function looksLikeIdentity(value: unknown, pointer: string): boolean {
  if (typeof value === 'number') return Math.abs(value) >= 100_000;
  if (typeof value !== 'string') return false;
  const isId = IDS.test(pointer);
  if (isId && UUID.test(value)) return false;
  return isId ? looksLikeAClientsId(value) : holdsIdentity(value);
}

function looksLikeAClientsId(id: string): boolean {
  return NEVER_IN_AN_ID.some((form) => form.test(id));
}
