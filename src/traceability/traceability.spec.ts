import '../app.module'; // pages count as far as their controllers are loaded
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogs } from '../catalogs/load-catalogs';
import { PROJECT_ROOT } from '../common/project-root';
import { coverageOf, mappingOf, unmapped } from './coverage';
import { soundTraceability, loadTraceability } from './traceability';
import { servingEntries } from './known-targets';
import { nameOf } from './targets';

const catalogs = loadCatalogs();
const { table, find, faults } = loadTraceability(catalogs);
const { rows, documents, claimsNotRepeated } = table;

it('has each row of the five documents once, as many as each was read into', () => {
  const ids = rows.map(({ id }) => id);
  expect(new Set(ids).size).toBe(282);
  expect(ids).toHaveLength(282);
  const told = [18, 45, 26, 157, 36];
  expect(documents.map(({ rows }) => rows)).toEqual(told);
  const each = ['000', '001', '002', '003', '004'].flatMap((document, place) =>
    Array.from(
      { length: told[place] as number },
      (_one, index) => `SEED${document}-${String(index + 1).padStart(3, '0')}`,
    ),
  );
  expect([...ids].sort()).toEqual(each);
});

it('holds together: nothing dangles, and catalogs that name rows name the same ones', () => {
  expect(faults).toEqual([]);
  expect(() => soundTraceability(catalogs)).not.toThrow();
});

it('leaves no row forgotten: what nothing serves yet says what it waits for, and what never will be says why', () => {
  expect(coverageOf(rows).counts.forgotten).toBe(0);
  for (const row of unmapped(rows)) expect([row.id, row.awaits.length > 0]).toEqual([row.id, true]);
  expect(rows.filter((row) => mappingOf(row) === 'out_of_scope').map(({ id }) => id)).toEqual([
    'SEED001-031',
  ]);
});

it('serves every row that the questionnaire counts as served', () => {
  const served = new Set(rows.filter(({ servedBy }) => servedBy.length > 0).map(({ id }) => id));
  expect(catalogs.questionnaire.sources.filter((id) => !served.has(id))).toEqual([]);
});

it('keeps how often something is asked, and of whom, where the documents say so', () => {
  expect(rows.filter(({ cadence }) => cadence !== null)).toHaveLength(32);
  expect(rows.filter(({ role }) => role !== null)).toHaveLength(33);
});

it('gives each item of the checklist its row', () => {
  const items = rows.flatMap(({ servedBy }) => servedBy.filter(({ kind }) => kind === 'checklist_item'));
  expect(items.map(({ id }) => id).sort()).toEqual(catalogs.techChecklist.items.map(({ id }) => id).sort());
});

it('says each row shortly and in words of its own', () => {
  const sayings = rows.map(({ says }) => says);
  expect(new Set(sayings).size).toBe(sayings.length);
  for (const { id, says } of rows) {
    expect([id, says.split(' ').length <= 32]).toEqual([id, true]);
    expect([id, says.match(/\b(PHI|ePHI|BAA|EHR|RBAC|SLA|QBR)\b/)]).toEqual([id, null]);
  }
});

it('never holds a rule for more than its own reading', () => {
  const confidences = new Set(rows.map(({ confidence }) => confidence));
  expect([...confidences].sort()).toEqual(['low', 'medium', null]);
});

it('has twelve claims that are not repeated, each with what is said or done in its place', () => {
  expect(claimsNotRepeated).toHaveLength(12);
  const unheld = claimsNotRepeated.filter(
    ({ obeyedBy, neverSaid, names }) => obeyedBy.length + neverSaid.length + (names?.length ?? 0) === 0,
  );
  // what a document weighs is held by how sure its rows may be (trace-faults.ts)
  expect(unheld.map(({ id }) => id)).toEqual(['general-article']);
});

it('knows pages by the patterns of their routes', () => {
  expect(find({ kind: 'page', id: '/organizations/:organizationId' })).not.toBeNull();
  expect(find({ kind: 'page', id: '/help/traceability' })).not.toBeNull();
  // of a class that such controllers extend, and one that is only sent to
  expect(
    find({ kind: 'page', id: '/organizations/:organizationId/services/:serviceId/model-cards/new' }),
  ).not.toBeNull();
  expect(find({ kind: 'page', id: '/example-practice' })).toBeNull();
});

it('finds what is there by its kind alone, and nothing of what is to come', () => {
  expect(find({ kind: 'threat', id: 'T-04' })).toBe('Inaccurate notes');
  expect(find({ kind: 'gate', id: 'T-04' })).toBeNull();
  expect(find({ kind: 'citation', id: '45 CFR 164.312(b)' })).toContain('45 CFR 164.312(b): ');
  // an alias has no page of its own
  expect(find({ kind: 'citation', id: '45 CFR 164.310(d)' })).toBeNull();
  expect(find({ kind: 'policy', id: 'use-of-ai' })).toBe('Use of AI');
  expect(find({ kind: 'training_module', id: 'fairness' })).toBe('Noticing bias');
  expect(find({ kind: 'obligation', id: 'training' })).toBeNull();
});

it('every entry that names rows names some of this table', () => {
  const known = new Set(rows.map(({ id }) => id));
  const named = servingEntries(catalogs).flatMap((entry) =>
    entry.sourceIds.filter((id) => id.startsWith('SEED')).map((id) => [nameOf(entry), id] as const),
  );
  expect(named.length).toBeGreaterThan(150);
  expect(named.filter(([, id]) => !known.has(id))).toEqual([]);
});

it('is explained', () => {
  const page = readFileSync(join(PROJECT_ROOT, 'docs', 'traceability.md'), 'utf8');
  for (const word of ['servedBy', 'awaits', 'outOfScope', 'awaited', 'claimsNotRepeated', 'npm run trace'])
    expect([word, page.includes(word)]).toEqual([word, true]);
});
