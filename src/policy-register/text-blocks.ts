// Paragraphs as pages and prints lay them out: entries of a list that follow each other become one list.

export interface TextBlock {
  /** empty for a list */
  words: string;
  entries: string[];
}

const ENTRY = '- ';

export function blocksOf(paragraphs: readonly string[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const paragraph of paragraphs) {
    if (!paragraph.startsWith(ENTRY)) {
      blocks.push({ words: paragraph, entries: [] });
      continue;
    }
    const entry = paragraph.slice(ENTRY.length);
    const last = blocks.at(-1);
    if (last && last.entries.length > 0) last.entries.push(entry);
    else blocks.push({ words: '', entries: [entry] });
  }
  return blocks;
}

export interface SectionView {
  id: string;
  heading: string;
  blocks: TextBlock[];
}

export function sectionViews(
  sections: readonly { heading: string; paragraphs: readonly string[] }[],
): SectionView[] {
  return sections.map(({ heading, paragraphs }, index) => ({
    ...{ id: `part-${index + 1}`, heading, blocks: blocksOf(paragraphs) },
  }));
}
