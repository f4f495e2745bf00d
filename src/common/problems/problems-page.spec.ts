import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../project-root';
import { FAULT_CODES } from './fault-codes';
import { PROBLEM_CODES, PROBLEM_TYPES } from './problem-catalogue';
import { problemsPage } from './problems-page';

const SENTENCES = /^[A-Z`"].*[.!]$/s;

describe('docs/problems.md', () => {
  it('is what the catalogue says today (renew it with: npm run docs)', () => {
    expect(readFileSync(join(PROJECT_ROOT, 'docs', 'problems.md'), 'utf8')).toBe(problemsPage());
  });

  it.each(PROBLEM_CODES)('%s: status, what happened and what to do are there, in sentences', (code) => {
    const { status, title, meaning, remedy } = PROBLEM_TYPES[code];
    expect(problemsPage()).toContain(`## ${code}\n\n${title}: status ${status}.`);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(meaning).toMatch(SENTENCES);
    expect(remedy).toMatch(SENTENCES);
  });

  it('lists every code of a fault, each with a sentence', () => {
    for (const [code, meaning] of Object.entries(FAULT_CODES)) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(meaning).toMatch(SENTENCES);
      expect(problemsPage()).toContain(`\n- \`${code}\`: ${meaning}\n`);
    }
  });
});
