import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../common/project-root';

const RULES = join(__dirname, 'coherence');
const CODE = /'([a-z]+(?:-[a-z]+)+)'/g;

describe('docs/dossier.md', () => {
  it('lists every code with which a dossier can be refused, and no other', () => {
    const page = readFileSync(join(PROJECT_ROOT, 'docs', 'dossier.md'), 'utf8');
    const listed = [...page.matchAll(/^\| (`.+`) +\|/gm)].flatMap(([, cell]) => [
      ...(cell ?? '').matchAll(/`([^`]+)`/g),
    ]);
    const sources = readdirSync(RULES).map((file) => readFileSync(join(RULES, file), 'utf8'));
    const shape = [
      'too-large',
      'unreadable',
      'duplicate-field',
      'missing-field',
      'unknown-field',
      'invalid-field',
    ];
    const templates = ['unknown-vendor', 'unknown-service']; // written as `unknown-${kind}`
    const raised = sources.flatMap((source) => [...source.matchAll(CODE)].map(([, code]) => code ?? ''));
    const codes = [...shape, ...templates, ...raised];
    expect(listed.map(([, code]) => code).sort()).toEqual([...new Set(codes)].sort());
  });
});
