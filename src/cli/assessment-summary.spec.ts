// The table that `npm run demo` and `duecare assess` print, over the example that comes with the product.
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAssessment } from '../assessments/build-assessment';
import { loadCatalogs } from '../catalogs/load-catalogs';
import { PROJECT_ROOT } from '../common/project-root';
import { readDossier } from '../dossiers/read-dossier';
import { assessmentSummary } from './assessment-summary';

const inProject = (...path: string[]) => readFileSync(join(PROJECT_ROOT, ...path), 'utf8');

describe('the summary of the example practice', () => {
  const dossier = readDossier(inProject('examples', 'practice.yaml'));
  const document = buildAssessment({
    dossier,
    asOf: '2026-11-22',
    createdAt: new Date('2026-11-22T12:00:00Z'),
    catalogs: loadCatalogs(),
    assessmentId: null,
    organizationId: null,
    assessor: null,
  });
  const lines = assessmentSummary(document).split('\n');

  it('has a row for each of the eight services, and none is wider than 100 columns', () => {
    for (const { name } of dossier.services)
      expect(lines.filter((line) => line.startsWith(`${name}  `))).toHaveLength(1);
    const table = lines.slice(2, lines.indexOf('', 2));
    expect(Math.max(...table.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('is shown in the README as it is printed', () => {
    const table = lines.slice(2, lines.indexOf('', 2)).join('\n');
    expect(inProject('README.md')).toContain(table);
  });
});
