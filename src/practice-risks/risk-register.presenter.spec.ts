import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inventoryRegister } from '../assessments/registers/inventory-register';
import { ratePractice } from '../assessments/rate-practice';
import type { ThreatSource } from '../assessments/scoring/threat-source';
import { loadCatalogs } from '../catalogs/load-catalogs';
import { rankOf } from '../common/level';
import { PROJECT_ROOT } from '../common/project-root';
import { knownIn } from '../dossiers/coherence/known-in';
import { readDossier } from '../dossiers/read-dossier';
import { riskRegisterView } from './risk-register.presenter';

const ASOF = '2026-11-22';
const catalogs = loadCatalogs();
const { questionnaire, scoringModel } = catalogs;
const dossier = readDossier(readFileSync(join(PROJECT_ROOT, 'examples', 'practice.yaml'), 'utf8'), {
  ...knownIn(catalogs),
  questionnaire,
});
const { practiceResult, safeguards } = ratePractice(dossier, ASOF, catalogs);
const viewOf = (source: ThreatSource | null) =>
  riskRegisterView({
    ...{ at: '/here', result: practiceResult, safeguards, inventory: dossier, model: scoringModel, source },
    register: inventoryRegister(dossier, ASOF, catalogs.assetInventory),
    matrix: scoringModel.tables.risk.matrix,
  });

describe('the register of the whole practice', () => {
  const all = viewOf(null);
  const named = (number: string) => all.risks.find((one) => one.number === number);

  it('has every threat once in the list and once on the map, the highest first', () => {
    const ids = practiceResult.threats.map(({ id }) => id).sort();
    expect(all.risks.map(({ number }) => number).sort()).toEqual(ids);
    const onMap = all.rows.flatMap(({ cells }) => cells.flatMap(({ threats }) => threats));
    expect(onMap.map(({ number }) => number).sort()).toEqual(ids);
    const ranks = all.risks.map(({ now }) => rankOf(now.code));
    expect(ranks).toEqual([...ranks].sort((one, other) => other - one));
  });

  it('says beside a threat what has happened that makes it likelier, and never what it was', () => {
    expect(named('T-40')?.happened).toEqual([
      'Incident 1 at the practice (lost or stolen, known since Jun 3, 2026, does not count as a breach) makes it likelier to begin again: one level up, so much until Jun 3, 2027.',
    ]);
    expect(named('T-36')?.happened).toEqual([]);
  });

  it('names beside a threat the gaps behind it and the assets that they concern', () => {
    const theft = named('T-40');
    expect(theft?.things).toContainEqual({
      ...{
        name: 'Own phone of the clinical director',
        words: 'What it stores is not encrypted',
        isGap: true,
      },
    });
    const [encryption] = theft?.gaps.filter(({ citation }) => citation === '45 CFR 164.312(a)(2)(iv)') ?? [];
    expect(encryption).toMatchObject({
      href: '/here/safeguards/entries/164-312-a-2-iv',
      words: 'Said to be in place, but the practice’s own records say otherwise.',
    });
    expect(named('T-47')?.things).toEqual([]);
  });

  it('shows of a source what comes from it, and what comes from several', () => {
    const sources = new Set(viewOf('environmental').risks.map(({ source }) => source));
    expect([...sources].sort()).toEqual(['Surroundings', 'several']);
    expect(viewOf('technical').risks.map(({ number }) => number)).not.toContain('T-46');
  });
});
