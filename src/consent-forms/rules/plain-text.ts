// A form as plain text for a portal: lines of at most 72 characters, headings underlined, places to tick and sign left empty.
import type { ReadForm } from './read-form';

const WIDTH = 72;
const BLANK = '_'.repeat(28);

export function plainTextOf(form: ReadForm): string {
  const { practice, title, formVersion, adoptedOn, opens, sections, agrees, declines } = form;
  const stands = adoptedOn
    ? `Version ${formVersion}, adopted ${adoptedOn}`
    : `DRAFT of version ${formVersion}: not to be used`;
  const parts = [
    wrapped(practice),
    underlined(title, '='),
    stands,
    wrapped(opens),
    ...sections.flatMap((section) => [
      underlined(section.title, '-'),
      ...section.elements.map((element) => wrapped(`${element.title}: ${element.text}`)),
    ]),
    ...[`[ ] ${agrees}`, `[ ] ${declines}`].map((line) => wrapped(line, '    ')),
    `Client, or who signs for the client: ${BLANK}\nDate: ${BLANK}`,
    `Who explained the form: ${BLANK}\nDate: ${BLANK}`,
    `Taken back on (date): ${BLANK}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function underlined(title: string, mark: string): string {
  const lines = wrapped(title);
  return `${lines}\n${mark.repeat(Math.max(...lines.split('\n').map((line) => [...line].length)))}`;
}

/** Breaks between words alone: a word that is longer than a line stays whole. Line breaks of the text stay. @param hang before each further line */
export function wrapped(text: string, hang = ''): string {
  return text
    .split('\n')
    .map((paragraph) => {
      const lines: string[] = [];
      let line = '';
      for (const word of paragraph.split(/\s+/).filter((one) => one !== '')) {
        const longer = line === '' ? word : `${line} ${word}`;
        if (line !== '' && [...longer].length > WIDTH) {
          lines.push(line);
          line = hang + word;
        } else line = longer;
      }
      return [...lines, line].join('\n');
    })
    .join('\n');
}
