import { loadCatalogs } from '../catalogs/load-catalogs';
import type { FindTarget } from '../traceability/targets';
import { loadTraceability } from '../traceability/traceability';
import { Views } from '../web/views';
import { traceabilityView, type TraceabilityView } from './traceability.presenter';

const { table, find: found } = loadTraceability(loadCatalogs());
/** Pages are known once their controllers are loaded, which this need not do. */
const find: FindTarget = (target) => (target.kind === 'page' ? target.id : found(target));
const rowsOf = ({ documents }: TraceabilityView) =>
  documents.flatMap(({ themes }) => themes.flatMap(({ rows }) => rows));
const shown = (sought = '') => traceabilityView(table, find, sought);

it('shows every row once, by document and theme, each thing that serves it by its words', () => {
  const rows = rowsOf(shown());
  expect(rows.map(({ id }) => id).sort()).toEqual(table.rows.map(({ id }) => id).sort());
  for (const { id, servedBy, awaits, outOfScope } of rows) {
    expect([id, [...servedBy, ...awaits].filter(({ says }) => says === '')]).toEqual([id, []]);
    expect([id, servedBy.length + awaits.length > 0 || outOfScope !== '']).toEqual([id, true]);
  }
  expect(shown().documents.map(({ id, rows, isLight }) => [id, rows, isLight])).toEqual([
    ['000', 18, true],
    ['001', 45, false],
    ['002', 26, true],
    ['003', 157, false],
    ['004', 36, false],
  ]);
});

it('hides nothing that is not there yet', () => {
  const waiting = rowsOf(shown()).filter(({ awaits }) => awaits.length > 0);
  expect(waiting).toHaveLength(table.rows.filter(({ awaits }) => awaits.length > 0).length);
});

it('finds by every word that was typed: in a row, in what serves it, in its id and citation', () => {
  expect(rowsOf(shown('SEED003-017')).map(({ id }) => id)).toEqual(['SEED003-017']);
  expect(rowsOf(shown('Checklist FIFTH')).map(({ id }) => id)).toEqual(['SEED004-021']);
  expect(rowsOf(shown('164.524')).length).toBeGreaterThan(0);
  expect(shown('zebra')).toMatchObject({ documents: [], claims: [] });
});

it('keeps the numbers of all rows whatever is sought', () => {
  expect(shown('zebra').total).toBe(282);
  expect(shown('zebra').counts).toEqual(shown().counts);
});

it('leads to words and rules, which everybody may read', () => {
  const targets = rowsOf(shown()).flatMap(({ servedBy }) => servedBy);
  expect(targets.filter(({ href }) => href).map(({ href }) => href)).toEqual(
    expect.arrayContaining([
      '/help/glossary#business-associate-agreement',
      '/help/citations/state-acts-on-ai-in-therapy',
    ]),
  );
});

it('renders, also for nothing found, and says of what is not there that it is not', () => {
  const views = new Views();
  const page = views.render('help/traceability', { sought: '', ...shown() });
  expect(page.match(/<dt id="SEED/g)).toHaveLength(282);
  expect(page).toContain('Not in the product yet');
  expect(page).toContain('Out of scope: ');
  expect(page).toContain('<a class="cite" href="/help/citations/');
  const none = views.render('help/traceability', { sought: '<b>', ...shown('zebra') });
  expect(none).toContain('No row has that in it.');
  expect(none).toContain('value="&lt;b&gt;"');
});
