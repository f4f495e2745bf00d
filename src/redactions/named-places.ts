// The places that a request names, as cuts into the dossier and into assessments, and the texts that stand there.
import { pointerTo } from '../common/faults';
import { DomainError, type Fault } from '../common/problems/domain.error';
import type { Dossier } from '../dossiers/dossier.document';
import { RECORD_LISTS, recordsOf } from '../dossiers/record-lists';
import { ASSESSMENT, PRACTICE, type RedactedPlaceFields } from './redaction.dto';
import { REDACTED } from './removed-texts';
import { partOf, pastMarks, textsOfDossier, type Cut } from './take-out';

export interface NamedPlaces {
  /** into the dossier */
  ofRecords: Cut[];
  /** into the documents of assessments, by their id */
  ofAssessments: ReadonlyMap<string, readonly Cut[]>;
  /** what has to go */
  texts: string[];
}

/** Texts of the documents that places lie in, by the id of the assessment and by pointer. */
export type TextsOfAssessments = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** @throws DomainError request-invalid that names each place where there is no such text */
export function namedPlaces(
  places: readonly RedactedPlaceFields[],
  dossier: Dossier,
  assessments: TextsOfAssessments,
): NamedPlaces {
  const typed = textsOfDossier(dossier);
  const faults: Fault[] = [];
  const named = { ofRecords: [] as Cut[], ofAssessments: new Map<string, Cut[]>(), texts: [] as string[] };
  places.forEach((place, index) => {
    const at = pointerTo('/places', index);
    const found =
      place.in === ASSESSMENT ? inAssessment(place, assessments) : inDossier(place, dossier, typed);
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
    if (place.in !== ASSESSMENT) return named.ofRecords.push(cut);
    const id = place.assessment as string;
    return named.ofAssessments.set(id, [...(named.ofAssessments.get(id) ?? []), cut]);
  });
  if (faults.length > 0) throw new DomainError('request-invalid', 'Some places hold no such text.', faults);
  return named;
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
  { pointer: string; text: string } | { fault: 'in' | 'key' | 'assessment' | 'pointer'; detail: string };

function inDossier(place: RedactedPlaceFields, dossier: Dossier, typed: ReadonlyMap<string, string>): Found {
  if (place.in === PRACTICE) return textAt(typed, `/practice${place.pointer}`);
  const list = RECORD_LISTS.find((one) => one.list === place.in)?.list;
  const index = list ? recordsOf(dossier, list).findIndex(({ key }) => key === place.key) : -1;
  if (index < 0) return { fault: 'key', detail: `no record of ${place.in} has this key` };
  return textAt(typed, `/${place.in}/${index}${place.pointer}`);
}

function inAssessment({ assessment, pointer }: RedactedPlaceFields, assessments: TextsOfAssessments): Found {
  const texts = assessment ? assessments.get(assessment) : undefined;
  if (!texts) return { fault: 'assessment', detail: 'is no assessment here whose document is still there' };
  return textAt(texts, pointer);
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
