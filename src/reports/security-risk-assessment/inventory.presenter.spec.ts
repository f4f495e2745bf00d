// How the inventory is told, drawn or not, in the example practice and where there is little or nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inventoryRegister } from '../../assessments/registers/inventory-register';
import { loadCatalogs } from '../../catalogs/load-catalogs';
import { PROJECT_ROOT } from '../../common/project-root';
import { knownIn } from '../../dossiers/coherence/known-in';
import type { Dossier } from '../../dossiers/dossier.document';
import { readDossier } from '../../dossiers/read-dossier';
import { diagramOfAssets } from './data-flow-diagram/diagram-of-assets';
import { loadGraphLayout } from './data-flow-diagram/draw-diagram';
import { inventoryView, type InventoryView } from './inventory.presenter';

const ASOF = '2026-11-22';
const catalogs = loadCatalogs();
const { questionnaire } = catalogs;
const EXAMPLE = readDossier(readFileSync(join(PROJECT_ROOT, 'examples', 'practice.yaml'), 'utf8'), {
  ...knownIn(catalogs),
  questionnaire,
});

async function viewOf(changes: Partial<Dossier> = {}): Promise<InventoryView> {
  const dossier = { ...EXAMPLE, ...changes };
  const register = inventoryRegister(dossier, ASOF, catalogs.assetInventory);
  return inventoryView({ dossier, asOf: ASOF, inventoryRegister: register }, await loadGraphLayout(), 'x');
}

describe('the inventory in words', () => {
  it('tells assets by place, what is left out and why, and what left', async () => {
    const view = await viewOf();
    expect(view.places.map(({ name, assets }) => [name, assets.length])).toEqual([
      ['Main office', 5],
      ['Home offices of two clinicians', 1],
    ]);
    expect(view.excluded.map(({ name }) => name)).toEqual(['Speaker of the waiting room']);
    expect(view.gone.map(({ name, words, open }) => [name, words, open.length])).toEqual([
      ['Old recorder', 'Destroyed, Mar 20, 2026', 1],
      ['Former suite', 'Used until Jun 30, 2023', 0],
    ]);
    expect(view.lead).toContain('2 places, 6 assets and 5 connections are listed.');
  });

  it('says in words, in the drawing too, what holds client data and is not encrypted', async () => {
    const { drawing, places } = await viewOf();
    const marks = places.flatMap(({ assets }) => assets.map(({ mark }) => mark));
    expect(marks.filter((mark) => mark === 'client data, NOT ENCRYPTED')).toHaveLength(1);
    expect(drawing?.text).toContain('NOT');
    expect(drawing?.text).toContain(
      'Own phone of the clinical director, Home offices of two clinicians: client data, NOT ENCRYPTED.',
    );
  });

  it('keeps what nobody knows the place of, and what a company runs, apart', async () => {
    const [laptop, ...others] = EXAMPLE.assets ?? [];
    const [phone, ...rest] = others;
    if (!laptop || !phone) throw new Error('the example has assets');
    const assets = [
      { ...laptop, location: null },
      { ...phone, location: null, hostedBy: 'fernhill' },
      ...rest,
    ];
    const view = await viewOf({ assets });
    expect(view.places.map(({ name }) => name)).toEqual([
      ...['Main office', 'Home offices of two clinicians', 'Run by Fernhill Notes, Inc.', 'Not known where'],
    ]);
  });

  it('marks a way that is open, or not known to be closed, and draws it so', async () => {
    const [way] = EXAMPLE.assetConnections ?? [];
    if (!way) throw new Error('the example has connections');
    const ways = (['yes', 'no', 'unknown'] as const).map((encryptedInTransit) => ({
      ...{ ...way, key: `way-${encryptedInTransit}`, encryptedInTransit },
    }));
    const view = await viewOf({ assetConnections: ways });
    expect(view.connections.map(({ alarm }) => alarm)).toEqual(['', 'NOT ENCRYPTED', 'ENCRYPTION NOT KNOWN']);
    expect(diagramOfAssets(view).flows.map(({ kind, mark }) => [kind, mark])).toEqual([
      ['covered', undefined],
      ['uncovered', 'NOT ENCRYPTED'],
      ['uncovered', 'ENCRYPTION NOT KNOWN'],
    ]);
  });

  it('is not drawn where nobody could read it; the tables hold all', async () => {
    const [laptop] = EXAMPLE.assets ?? [];
    if (!laptop) throw new Error('the example has assets');
    const assets = Array.from({ length: 17 }, (_one, index) => ({
      ...{ ...laptop, key: `laptop-${index}`, name: `Laptop ${index}`, backedUpTo: null },
    }));
    const view = await viewOf({ assets, assetConnections: [] });
    expect([view.drawing, view.places[0]?.assets.length]).toEqual([null, 17]);
  });

  it('says that nothing is listed, and that older documents have no list', async () => {
    const nothing = { locations: null, assets: null, assetConnections: null };
    expect(await viewOf(nothing)).toMatchObject({ isEmpty: true, isNotWorkedOut: false, drawing: null });
    const older = inventoryView({ dossier: EXAMPLE, asOf: ASOF }, await loadGraphLayout(), 'x');
    expect(older.isNotWorkedOut).toBe(true);
  });
});
