// What a report of a risk analysis has to say and where ours says it, as data (catalogs/report-outline.yaml). Read like the templates: it says where things stand and is in no digest.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { SECTION_IDS, type SectionId } from '../../assessments/assessment-sections';
import type { CatalogHead } from '../../assessments/scoring/scoring-model';
import { headShapes } from '../../catalogs/catalog-head.shape';
import {
  listOf,
  nullable,
  oneOf,
  record,
  recordOf,
  ShapeError,
  text,
} from '../../common/catalog-files/shape';
import { LEVELS, type Level } from '../../common/level';
import { PROJECT_ROOT } from '../../common/project-root';

export interface OutlineElement {
  /** E1 to E9, as the guidance of HHS OCR orders them */
  readonly id: string;
  readonly title: string;
  readonly asks: string;
  /** the words with which a heading of the report begins */
  readonly heading: string;
  readonly foundIn: readonly SectionId[];
  /** what the report does not say of it */
  readonly leaves: string;
  /** entries of a binder that hold more of it */
  readonly binder: readonly { readonly entry: string; readonly where: string | null }[];
}

/** Said at an anchor, in words that fit a pattern; or awaited. */
export interface MustContain {
  readonly what: string;
  readonly at: string | null;
  readonly words: string | null;
  readonly awaits: string | null;
}

export interface OutlineSection {
  readonly id: string;
  readonly title: string;
  readonly elements: readonly string[];
  readonly mustContain: readonly MustContain[];
}

export const THREAT_SOURCES = ['people', 'technology', 'surroundings'] as const;
export type ThreatOrigin = (typeof THREAT_SOURCES)[number];

export interface ReportOutline extends CatalogHead {
  readonly elements: readonly OutlineElement[];
  readonly awaited: readonly { readonly id: string; readonly says: string }[];
  readonly sections: readonly OutlineSection[];
  readonly threatSources: Readonly<Record<ThreatOrigin, readonly string[]>>;
  readonly levels: Readonly<Record<Level, { readonly likelihood: string; readonly impact: string }>>;
}

/** How many there are: the guidance has nine elements, the layout twenty sections. */
export const ELEMENTS = 9;
export const SECTIONS = 20;

const anyText = (value: unknown, path: string): string => {
  if (typeof value !== 'string') throw new ShapeError(path, 'must be text');
  return value;
};

const outlineShape = record<ReportOutline>({
  ...headShapes,
  elements: listOf(
    record<OutlineElement>({
      ...{ id: text, title: text, asks: text, heading: text, leaves: text },
      foundIn: listOf(oneOf(SECTION_IDS), 1),
      binder: listOf(record({ entry: text, where: nullable(text) }), 1),
    }),
  ),
  awaited: listOf(record({ id: text, says: text })),
  sections: listOf(
    record<OutlineSection>({
      ...{ id: text, title: text, elements: listOf(text, 1) },
      mustContain: listOf(
        record<MustContain>({
          what: text,
          at: nullable(text),
          words: nullable(anyText),
          awaits: nullable(text),
        }),
        1,
      ),
    }),
  ),
  threatSources: recordOf(THREAT_SOURCES, listOf(text, 1)),
  levels: recordOf(LEVELS, record({ likelihood: text, impact: text })),
});

/** @throws ShapeError where the catalog does not fit together */
export function loadReportOutline(): ReportOutline {
  const path = join(PROJECT_ROOT, 'catalogs', 'report-outline.yaml');
  return checkedOutline(parse(readFileSync(path, 'utf8')) as unknown);
}

export function checkedOutline(value: unknown): ReportOutline {
  const outline = outlineShape(value, '');
  const numbered = (letter: string, count: number, from: number): string[] =>
    Array.from({ length: count }, (_one, index) => `${letter}${index + from}`);
  sameInOrder(outline.elements, numbered('E', ELEMENTS, 1), 'elements');
  sameInOrder(outline.sections, numbered('R', SECTIONS, 0), 'sections');
  const elements = new Set(outline.elements.map(({ id }) => id));
  const awaited = new Set(outline.awaited.map(({ id }) => id));
  const awaiting = new Set<string>();
  for (const { id, elements: served, mustContain } of outline.sections) {
    for (const element of served)
      if (!elements.has(element))
        throw new ShapeError(`sections ${id}`, `names ${element}, which is not there`);
    for (const { what, at, words, awaits } of mustContain) {
      if ((at === null) === (awaits === null) || (at === null) !== (words === null))
        throw new ShapeError(`sections ${id} "${what}"`, 'must have a place with words, or be awaited');
      if (awaits !== null && !awaited.has(awaits))
        throw new ShapeError(`sections ${id} "${what}"`, `awaits ${awaits}, which is not in the list`);
      if (awaits !== null) awaiting.add(awaits);
    }
  }
  for (const id of awaited)
    if (!awaiting.has(id)) throw new ShapeError(`awaited ${id}`, 'is awaited by nothing: take it out');
  const served = new Set(outline.sections.flatMap((one) => one.elements));
  for (const id of elements) if (!served.has(id)) throw new ShapeError(`elements ${id}`, 'is in no section');
  const threats = Object.values(outline.threatSources).flat();
  const twice = threats.find((id, index) => threats.indexOf(id) !== index);
  if (twice) throw new ShapeError('threatSources', `has ${twice} twice`);
  return outline;
}

function sameInOrder(list: readonly { id: string }[], ids: readonly string[], path: string): void {
  const given = list.map(({ id }) => id).join(' ');
  if (given !== ids.join(' ')) throw new ShapeError(path, `must be ${ids.join(' ')}, not ${given}`);
}

/** Read once for the life of the process. */
let loaded: ReportOutline | null = null;
export function reportOutline(): ReportOutline {
  loaded ??= loadReportOutline();
  return loaded;
}
