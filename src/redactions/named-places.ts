// The places that a request names, as cuts into the dossier and into assessments, and the texts that stand there.
import { pointerTo } from '../common/faults';
import { DomainError, type Fault } from '../common/problems/domain.error';
import type { Dossier } from '../dossiers/dossier.document';
import { RECORD_LISTS, recordsOf } from '../dossiers/record-lists';
import { ASSESSMENT, COMMENT, PRACTICE, type RedactedPlaceFields } from './redaction.dto';
import { REDACTED } from '../common/redacted-mark';
import { partOf, pastMarks, textsOfDossier, type Cut } from './take-out';

export interface NamedPlaces {
  /** into the dossier */
  ofRecords: Cut[];
  /** into the documents of assessments, by their id */
  ofAssessments: ReadonlyMap<string, readonly Cut[]>;
  /** into comments on assessments, by their id */
  ofComments: ReadonlyMap<string, readonly Cut[]>;
  /** what has to go */
  texts: string[];
}

/** Texts of the assessments or comments that places lie in, by their id and by pointer. */
export type TextsById = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** @throws DomainError request-invalid that names each place where there is no such text */
export function namedPlaces(
  places: readonly RedactedPlaceFields[],
  dossier: Dossier,
  assessments: TextsById,
  comments: TextsById,
): NamedPlaces {
  const typed = textsOfDossier(dossier);
  const faults: Fault[] = [];
  const named = {
    ofRecords: [] as Cut[],
    ofAssessments: new Map<string, Cut[]>(),
    ofComments: new Map<string, Cut[]>(),
    texts: [] as string[],
  };
  places.forEach((place, index) => {
    const at = pointerTo('/places', index);
    const found =
      place.in === ASSESSMENT
        ? inOne('assessment', place, assessments)
        : place.in === COMMENT
          ? inOne('comment', place, comments)
          : inDossier(place, dossier, typed);
    if ('fault' in found) return faults.push(noText(pointerTo(at, found.fault), found.detail));
    const length = [...found.text].length;
    const cut = { pointer: found.pointer, start: place.start ?? 0, end: place.end ?? length };
    if (cut.start >= cut.end || cut.end > length)
      return faults.push(
        noText(pointerTo(at, place.end ? 'end' : 'start'), `the text there has ${length} characters`),
      );
    const parts = partsToSeek(found.text, cut);
    if (!parts)
      return faults.push(
        noText(
          at,
          'there is nothing there but a mark of what was taken out before, a part of one, or blanks',
        ),
      );
    named.texts.push(...parts);
    if (place.in === ASSESSMENT) return addTo(named.ofAssessments, place.assessment as string, cut);
    if (place.in === COMMENT) return addTo(named.ofComments, place.comment as string, cut);
    return named.ofRecords.push(cut);
  });
  if (faults.length > 0) throw new DomainError('request-invalid', 'Some places hold no such text.', faults);
  return named;
}

function addTo(cuts: Map<string, Cut[]>, id: string, cut: Cut): unknown {
  return cuts.set(id, [...(cuts.get(id) ?? []), cut]);
}

/** @returns null when the cut goes through a mark, or holds nothing but marks */
function partsToSeek(text: string, cut: Cut): string[] | null {
  const isInside = (at: number): boolean => pastMarks(text).some(({ start, end }) => start < at && at < end);
  const parts = partOf(text, cut)
    .split(REDACTED)
    .filter((part) => /\S/.test(part));
  const isMark = parts.some((part) => part.trim().toLowerCase() === REDACTED.slice(1, -1));
  return parts.length === 0 || isMark || isInside(cut.start) || isInside(cut.end) ? null : parts;
}

type Found =
  | { pointer: string; text: string }
  | { fault: 'in' | 'key' | 'assessment' | 'comment' | 'pointer'; detail: string };

function inDossier(place: RedactedPlaceFields, dossier: Dossier, typed: ReadonlyMap<string, string>): Found {
  if (place.in === PRACTICE) return textAt(typed, `/practice${place.pointer}`);
  const list = RECORD_LISTS.find((one) => one.list === place.in)?.list;
  const index = list ? recordsOf(dossier, list).findIndex(({ key }) => key === place.key) : -1;
  if (index < 0) return { fault: 'key', detail: `no record of ${place.in} has this key` };
  return textAt(typed, `/${place.in}/${index}${place.pointer}`);
}

const NONE_SUCH = {
  assessment: 'is no assessment here whose document is still there',
  comment: 'is no comment on an assessment here',
} as const;

function inOne(kind: keyof typeof NONE_SUCH, place: RedactedPlaceFields, known: TextsById): Found {
  const id = place[kind];
  const texts = id ? known.get(id) : undefined;
  return texts ? textAt(texts, place.pointer) : { fault: kind, detail: NONE_SUCH[kind] };
}

function textAt(texts: ReadonlyMap<string, string>, pointer: string): Found {
  const text = texts.get(pointer);
  if (text !== undefined) return { pointer, text };
  return {
    fault: 'pointer',
    detail: 'leads to no free text; a key, date or choice is changed in the record itself',
  };
}

function noText(pointer: string, detail: string): Fault {
  return { pointer, code: 'no-text-there', detail };
}
