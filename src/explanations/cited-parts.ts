// A citation as it is printed, taken apart: "45 CFR 164.308(b)(1); 164.314(a)" cites two rules, each with a paraphrase of its own. Pure.
import type { Paraphrase } from './citation-catalog';

export interface CitedPart {
  text: string;
  /** null for what stands between citations, and for a citation that nobody has paraphrased */
  paraphrase: Paraphrase | null;
}

type Find = (citation: string) => Paraphrase | null;

/** What stands before a section that is named by its number alone. */
interface Context {
  /** 45 CFR */
  title: string;
  /** 164.504 */
  section: string;
}

const RULE = /^(?:(\d+ CFR) )?(Part \d+|\d+\.\d+)?((?:\([A-Za-z0-9]+\))*)(-\([A-Za-z0-9]+\))?( \(.*\))?$/;

/** The parts in order: put together they are the text again. */
export function citedParts(text: string, find: Find): CitedPart[] {
  const pieces = text.split('; ');
  const parts: CitedPart[] = [];
  const context: Context = { title: '', section: '' };
  for (let at = 0; at < pieces.length;) {
    if (at > 0) parts.push(between('; '));
    const [end, whole] = longest(pieces, at, find);
    if (whole) parts.push({ text: pieces.slice(at, end).join('; '), paraphrase: whole });
    else parts.push(...ofPiece(pieces[at] as string, context, find));
    if (whole) learn(pieces.slice(at, end).join('; '), context);
    at = end;
  }
  return parts;
}

/** Statutes of states have semicolons within: the longest run of pieces that is one citation. */
function longest(pieces: readonly string[], at: number, find: Find): [number, Paraphrase | null] {
  for (let end = pieces.length; end > at; end -= 1) {
    const found = find(pieces.slice(at, end).join('; '));
    if (found) return [end, found];
  }
  return [at + 1, null];
}

function ofPiece(piece: string, context: Context, find: Find): CitedPart[] {
  const lead = piece.startsWith('links ') ? 'links ' : '';
  const sections = piece.slice(lead.length).split(', ');
  if (!sections.every((one) => RULE.test(one))) return [{ text: piece, paraphrase: nearest(piece, find) }];
  const parts = sections.flatMap((one, index) => {
    const found = { text: one, paraphrase: nearest(whole(one, context), find) };
    learn(one, context);
    return index === 0 ? [found] : [between(', '), found];
  });
  return lead ? [between(lead), ...parts] : parts;
}

function learn(text: string, context: Context): void {
  const [, title, section] = RULE.exec(text) ?? [];
  if (title) context.title = title;
  if (section) context.section = section;
}

/** "164.502(e)" after "45 CFR 164.308(b)" is "45 CFR 164.502(e)"; "(e)(4)" after it is of the same section. */
function whole(text: string, { title, section }: Context): string {
  const [, ownTitle, ownSection, levels = '', range = ''] = RULE.exec(text) ?? [];
  return `${ownTitle ?? title} ${ownSection ?? section}${levels}${range}`;
}

/** The rule itself, or the nearest one above it that is paraphrased: 164.308(a)(6)(ii) is told by 164.308(a)(6). */
function nearest(citation: string, find: Find): Paraphrase | null {
  const exact = find(citation);
  if (exact) return exact;
  // A range of paragraphs is told by what they are paragraphs of.
  let at = citation.replace(/(\([A-Za-z0-9]+\))-\([A-Za-z0-9]+\)$/, '');
  for (let found = find(at); ; found = find(at)) {
    if (found) return found;
    const above = at.replace(/\([A-Za-z0-9]+\)$/, '');
    if (above === at) return null;
    at = above;
  }
}

function between(text: string): CitedPart {
  return { text, paraphrase: null };
}
