import { parse, stringify } from 'yaml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../common/project-root';
import { aiOversightShape, checkAiOversight } from './ai-oversight.shape';
import { loadCatalogs } from './load-catalogs';

const { aiOversight, obligations } = loadCatalogs();
const FILE = readFileSync(join(PROJECT_ROOT, 'catalogs', 'ai-oversight.yaml'), 'utf8');

function readWith(change: (catalog: Record<string, never>) => void): () => void {
  const catalog = parse(FILE) as Record<string, never>;
  change(catalog);
  return () => checkAiOversight(aiOversightShape(parse(stringify(catalog)), ''), obligations);
}

type Loose = Record<string, Record<string, Record<string, unknown>>>;

describe('The catalog of the registers of living with AI', () => {
  it.each<[string, (catalog: Loose) => void, RegExp]>([
    ['a kind without words', ({ outputs }) => delete outputs?.['billing'], /outputs.billing/],
    [
      'a kind that nobody knows',
      ({ outputs }) => Object.assign(outputs ?? {}, { mood: 'A mood' }),
      /outputs.mood/,
    ],
    [
      'an obligation that is not there',
      ({ registers }) => Object.assign(registers?.['bias_audit'] ?? {}, { obligation: 'OB-99' }),
      /registers.bias_audit.obligation/,
    ],
    [
      'an obligation that does not come again',
      ({ logs }) => Object.assign(logs?.['access'] ?? {}, { obligation: 'OB-06' }),
      /logs.access.obligation/,
    ],
    [
      'a certificate for what comes again',
      (catalog) => Object.assign(catalog, { certificateShows: 'OB-29' }),
      /certificateShows is no obligation that comes once/,
    ],
    [
      'a point twice on an agenda',
      ({ reviews }) => (reviews?.['data_handling']?.['points'] as string[]).push('purposes'),
      /reviews.data_handling.points/,
    ],
    [
      'a point on no agenda',
      ({ reviews }) => (reviews?.['business_review']?.['points'] as string[]).splice(0, 1),
      /"performance"/,
    ],
    [
      'a unit that nobody knows',
      ({ figures }) => Object.assign(figures?.['uptime'] ?? {}, { units: ['fortnights'] }),
      /figures.uptime.units/,
    ],
  ])('is refused with %s', (_case, change, message) => {
    expect(readWith(change as never)).toThrow(message);
  });

  it('is taken as it is', () => {
    expect(readWith(() => undefined)).not.toThrow();
  });

  it('names the four-fifths figure as what it is: a rule of thumb, not of HIPAA, and not checked', () => {
    const { says, limits, evidence } = aiOversight.fourFifths;
    expect(`${says} ${limits}`).toMatch(/rule of thumb of United States employment law/);
    expect(limits).toMatch(/no measure of HIPAA/);
    expect(evidence).toMatch(/not checked/);
  });

  it('holds a figure against promises of the same direction only: more is better, or less is', () => {
    const atLeast = ['availability', 'accuracy', 'synchronization_accuracy', 'maintenance_notice'];
    for (const { better, promisedAs } of Object.values(aiOversight.figures))
      for (const measure of promisedAs) expect(atLeast.includes(measure)).toBe(better === 'higher');
  });
});
