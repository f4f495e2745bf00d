import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../common/project-root';
import { citedParts } from './cited-parts';
import { explanations } from './explanations';

const { terms, citations } = explanations();
const glossary = readFileSync(join(PROJECT_ROOT, 'docs/glossary.md'), 'utf8');

it('says each word shortly and plainly', () => {
  expect(terms.size).toBeGreaterThan(40);
  for (const { id, word, says } of terms.values()) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect([word, says.split(/[.?!](?: |$)/).filter(Boolean).length > 3]).toEqual([word, false]);
    expect([word, says.length > 220]).toEqual([word, false]);
    expect(says).not.toMatch(/\bcomplian(t|ce)\b|\bcertified\b/i);
  }
});

it('cites only what is paraphrased', () => {
  for (const { word, citation } of terms.values()) {
    const parts = citation === null ? [] : citedParts(citation, citations.find);
    expect([word, parts.filter(({ paraphrase }) => !paraphrase)]).toEqual([word, []]);
  }
});

it('defines a word by the same rule as the glossary of the project', () => {
  for (const { word, citation } of terms.values()) {
    const row = glossary
      .split('\n')
      .find((line) => line.startsWith(`| ${word} `) || line.includes(`, ${word} `));
    if (!row?.includes(' CFR ') || !citation) continue;
    const section = /\d+\.\d+/.exec(citation)?.[0] ?? citation;
    expect([word, row.includes(section)]).toEqual([word, true]);
  }
});

it('every word that a view explains is in the glossary, and each once on a page', () => {
  const folder = join(PROJECT_ROOT, 'views');
  const used: string[] = [];
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.hbs')) continue;
    const ids = [...readFileSync(join(folder, file), 'utf8').matchAll(/\{\{term "([^"]+)"/g)].map(
      ([, id]) => id as string,
    );
    expect([file, ids.filter((id) => !terms.has(id))]).toEqual([file, []]);
    expect([file, ids.length]).toEqual([file, new Set(ids).size]);
    used.push(...ids);
  }
  expect(used.length).toBeGreaterThan(10);
});

it('every citation in a view opens to its paraphrase', () => {
  const folder = join(PROJECT_ROOT, 'views');
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.hbs') || file.startsWith('help')) continue;
    const bare = /\{\{\s*(this\.)?[a-zA-Z.]*[cC]itations?\s*\}\}/.exec(
      readFileSync(join(folder, file), 'utf8'),
    );
    expect([file, bare?.[0]]).toEqual([file, undefined]);
  }
});
