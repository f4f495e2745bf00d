// The example practice that the README and docs/scoring.md show: it has to stay a faultless model.
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { parse } from 'yaml';
import { scoreService } from '../assessments/scoring/score-service';
import { loadCatalogs } from '../catalogs/load-catalogs';
import { PROJECT_ROOT } from '../common/project-root';
import { Dossier } from './dossier.document';
import { findIncoherences } from './dossier-coherence';
import { gatherServiceFacts } from './gather-service-facts';

const dossier = plainToInstance(
  Dossier,
  parse(readFileSync(join(PROJECT_ROOT, 'examples', 'practice.yaml'), 'utf8')),
);
const model = loadCatalogs().scoringModel;

describe('the example practice', () => {
  it('has no fault', async () => {
    expect(await validate(dossier, { whitelist: true, forbidNonWhitelisted: true })).toEqual([]);
    const knownThreats = model.threats.map(({ id }) => id);
    expect(findIncoherences(dossier, { asOf: '2026-11-22', knownThreats })).toEqual([]);
  });

  it('ends in three decisions: the chatbot is refused, the scribe has conditions, the scheduler is acceptable', () => {
    const results = gatherServiceFacts(dossier, '2026-11-22').map((facts) => scoreService(facts, model));
    expect(results.map(({ service, decision, level }) => [service.key, decision.code, level])).toEqual([
      ['fernhill-scribe', 'use_with_conditions', 'moderate'],
      ['parley-free', 'do_not_use', 'high'],
      ['tidebook-scheduler', 'acceptable', 'low'],
    ]);
    const [scribe, chatbot, scheduler] = results;
    expect(chatbot?.gates.filter(({ fired, kind }) => fired && kind === 'law').map(({ id }) => id)).toEqual([
      'no-agreement-in-force',
      'training-on-client-data',
    ]);
    expect(scribe?.decision.conditions).toContain(
      'A clinician reads and corrects every draft before signing it.',
    );
    expect(scheduler?.gates.some(({ fired }) => fired)).toBe(false);
  });
});
