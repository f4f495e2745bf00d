// Taking text out of a dossier and of an assessment: what was named, at its place, and the same text wherever else it stands. Pure.
import type { AssessmentDocument } from '../assessments/assessment.document';
import type { Constructor } from '../common/fields';
import type { Dossier } from '../dossiers/dossier.document';
import { REDACTED } from '../common/redacted-mark';
import { type RemovedTexts } from './removed-texts';
import {
  stringsIn,
  withTextsOfDocument,
  withTextsOfDossier,
  withTextsOfRecord,
  type ChangeText,
} from './texts-of';

/** A part of the text at a pointer: characters from `start` up to, not with, `end`. */
export interface Cut {
  pointer: string;
  start: number;
  end: number;
}

export interface TakenOut<T> {
  /** what is left */
  value: T;
  /** where text was taken out */
  pointers: string[];
  /** where the text still seems to stand: in keys, in words that are not changed, in a form that is not sought */
  left: string[];
}

export function takenOutOfDossier(
  dossier: Dossier,
  cuts: readonly Cut[],
  texts: RemovedTexts,
): TakenOut<Dossier> {
  return takenOut(cuts, texts, (change) => withTextsOfDossier(dossier, change));
}

export function takenOutOfDocument(
  document: AssessmentDocument,
  cuts: readonly Cut[],
  texts: RemovedTexts,
): TakenOut<AssessmentDocument> {
  return takenOut(cuts, texts, (change) => withTextsOfDocument(document, change));
}

/** Of a record that stands by itself, along its declared fields. */
export function takenOutOfRecord<T extends object>(
  type: Constructor<T>,
  record: T,
  cuts: readonly Cut[],
  texts: RemovedTexts,
): TakenOut<T> {
  return takenOut(cuts, texts, (change) => withTextsOfRecord(type, record, change));
}

/** Texts of a dossier that can be named, by pointer. */
export function textsOfDossier(dossier: Dossier): Map<string, string> {
  return textsBy((note) => withTextsOfDossier(dossier, note));
}

/** Texts of an assessment that can be named, by pointer: what was typed, and sentences made of it. */
export function textsOfDocument(document: AssessmentDocument): Map<string, string> {
  return textsBy((note) => withTextsOfDocument(document, note));
}

/** The part of a text that a cut names. */
export function partOf(text: string, { start, end }: Cut): string {
  return [...text].slice(start, end).join('');
}

/** Where marks stand of what was taken out before: none can be taken out of another, nor be sought. */
export function pastMarks(text: string): { start: number; end: number }[] {
  return [...text.matchAll(MARK)].map(({ index }) => {
    const start = [...text.slice(0, index)].length;
    return { start, end: start + REDACTED.length };
  });
}

const MARK = /\[redacted\]/g;

function textsBy(walk: (note: ChangeText) => unknown): Map<string, string> {
  const texts = new Map<string, string>();
  walk((text, pointer) => {
    texts.set(pointer, text);
    return text;
  });
  return texts;
}

function takenOut<T>(
  cuts: readonly Cut[],
  texts: RemovedTexts,
  walk: (change: ChangeText) => T,
): TakenOut<T> {
  const pointers: string[] = [];
  const value = walk((text, pointer) => {
    const here = cuts.filter((cut) => cut.pointer === pointer);
    const changed = texts.takenOutOf(withoutParts(text, here));
    if (changed !== text) pointers.push(pointer);
    return changed;
  });
  const left = stringsIn(value).filter(([, text]) => texts.seemsToBeIn(text));
  return { value, pointers, left: left.map(([pointer]) => pointer) };
}

/** From the last to the first, so that the places of those before stay. Parts that overlap go as one. */
function withoutParts(text: string, cuts: readonly Cut[]): string {
  const characters = [...text];
  for (const { start, end } of joined(cuts).reverse()) characters.splice(start, end - start, REDACTED);
  return characters.join('');
}

function joined(cuts: readonly Cut[]): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  for (const { start, end } of [...cuts].sort((left, right) => left.start - right.start)) {
    const last = parts.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else parts.push({ start, end });
  }
  return parts;
}
