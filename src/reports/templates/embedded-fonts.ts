// The faces of Source Serif 4 and Source Sans 3 as data URIs, so that a report looks the same on every machine and loads
// nothing. Only the alphabets that the text uses are embedded: Latin always, others when one of their letters occurs.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Face {
  family: string;
  package: string;
  weight: number;
  style: 'normal' | 'italic';
}

const SERIF = { family: 'Source Serif 4', package: '@fontsource/source-serif-4' };
const SANS = { family: 'Source Sans 3', package: '@fontsource/source-sans-3' };

const FACES: readonly Face[] = [
  { ...SERIF, weight: 400, style: 'normal' },
  { ...SERIF, weight: 400, style: 'italic' },
  { ...SERIF, weight: 600, style: 'normal' },
  { ...SANS, weight: 400, style: 'normal' },
  { ...SANS, weight: 600, style: 'normal' },
  { ...SANS, weight: 700, style: 'normal' },
];

const ALWAYS = 'latin';

/** The @font-face rules for `text`. */
export function fontFacesFor(text: string): string {
  return FACES.flatMap((face) =>
    Object.entries(alphabetsOf(face))
      .filter(([alphabet, range]) => alphabet === ALWAYS || usesAny(text, range))
      .map(([alphabet, range]) => fontFace(face, alphabet, range)),
  ).join('\n');
}

const cache = new Map<string, string>();

function fontFace(face: Face, alphabet: string, range: string): string {
  const name = face.package.split('/')[1];
  const file = `${name}-${alphabet}-${face.weight}-${face.style}.woff2`;
  let rule = cache.get(file);
  if (!rule) {
    const bytes = readFileSync(join(folderOf(face.package), 'files', file)).toString('base64');
    rule = `@font-face{font-family:"${face.family}";font-style:${face.style};font-weight:${face.weight};src:url(data:font/woff2;base64,${bytes}) format("woff2");unicode-range:${range}}`;
    cache.set(file, rule);
  }
  return rule;
}

const alphabets = new Map<string, Record<string, string>>();

/** Unicode ranges by alphabet, as the font's package lists them. */
function alphabetsOf(face: Face): Record<string, string> {
  let found = alphabets.get(face.package);
  if (!found) {
    found = JSON.parse(readFileSync(join(folderOf(face.package), 'unicode.json'), 'utf8')) as Record<
      string,
      string
    >;
    alphabets.set(face.package, found);
  }
  return found;
}

function folderOf(packageName: string): string {
  return dirname(require.resolve(`${packageName}/package.json`));
}

const patterns = new Map<string, RegExp>();

function usesAny(text: string, range: string): boolean {
  let pattern = patterns.get(range);
  if (!pattern) {
    const members = range.split(',').map((part) => {
      const [from, to] = part.trim().slice(2).split('-');
      return to ? `\\u{${from}}-\\u{${to}}` : `\\u{${from}}`;
    });
    // Signs that Latin covers as well (such as the dagger) would pull in whole alphabets for nothing.
    pattern = new RegExp(`(?![\\u2000-\\u206F])[${members.join('')}]`, 'u');
    patterns.set(range, pattern);
  }
  return pattern.test(text);
}
