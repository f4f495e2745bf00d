// docs/scoring.md is the true text: its worked examples are run here, and its tables are compared with the model.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { PROJECT_ROOT } from '../../common/project-root';
import { LEVELS } from '../../common/level';
import type { Dossier } from '../../dossiers/dossier.document';
import { gatherPracticeFacts } from '../../dossiers/gather-practice-facts';
import { gatherServiceFacts } from '../../dossiers/gather-service-facts';
import { inWords } from './condition';
import { scorePractice } from './score-practice';
import { MODEL, scored, scoredWithSteps } from '../../../test/factories/scored';

interface WorkedExample {
  /** key of the service; absent where the practice's own register is meant */
  service?: string;
  practice?: string;
  asOf: string;
  change?: Record<string, unknown>;
  expect: Record<string, unknown>;
}

const PRACTICE = readFileSync(join(PROJECT_ROOT, 'examples', 'small-practice.yaml'), 'utf8');
const DOC = readFileSync(join(PROJECT_ROOT, 'docs', 'scoring.md'), 'utf8');
const examples = [...DOC.matchAll(/```yaml example\n(.*?)```/gs)].map(
  (match) => parse(match[1] ?? '') as WorkedExample,
);

describe('the worked examples of docs/scoring.md', () => {
  it('are there: gates, decays, an adjustment, plain residuals, a contradiction, the register of the practice and steps', () => {
    expect(examples.length).toBe(15);
  });

  it.each(
    examples.map(
      (example, index) =>
        [index + 1, example.service ?? example.practice ?? '', example.asOf, example] as const,
    ),
  )('number %i, %s on %s', (_number, subject, asOf, { practice, change, expect: expected }) => {
    const dossier = parse(PRACTICE) as Dossier;
    for (const [path, value] of Object.entries(change ?? {})) set(dossier, path, value);
    const result = practice
      ? scorePractice(
          gatherPracticeFacts(dossier, asOf),
          gatherServiceFacts(dossier, asOf).map(scored),
          MODEL,
        )
      : scoredService(dossier, subject, asOf);
    const found = Object.fromEntries(Object.keys(expected).map((path) => [path, lookUp(result, path)]));
    expect(found).toEqual(expected);
  });
});

describe('the tables of docs/scoring.md', () => {
  const rows = new Set(DOC.split('\n').map(plain));

  it.each(MODEL.threats.map((threat) => [threat.id, threat] as const))(
    'tell of threat %s as the model does',
    (_id, threat) => {
      const { initiation, adverseImpact, raisedInitiation } = threat.likelihood;
      const raised = raisedInitiation
        ? `, ${named(raisedInitiation.to)} when ${inWords(raisedInitiation.when)}`
        : '';
      const cap = threat.impactAtMost ? named(threat.impactAtMost) : 'no cap';
      const { id, title } = threat;
      expect(rows).toContain(
        row(id, title, inWords(threat.appliesWhen), named(initiation) + raised, named(adverseImpact), cap),
      );
      for (const control of threat.controls) {
        const only = control.onlyWhen ? ' (AI services only)' : '';
        expect(rows).toContain(
          row(control.id, control.title + only, named(control.actsOn), String(control.weight), control.fact),
        );
      }
    },
  );

  it('tell of every step as the model does', () => {
    for (const { id, title, effort } of MODEL.steps) expect(rows).toContain(row(id, title, String(effort)));
  });

  it('tell of every gate as the model does', () => {
    for (const { id, kind, hipaa, title, floor, threats, citation, confidence } of MODEL.gates) {
      const called = kind + (hipaa ? ' (HIPAA)' : '');
      expect(rows).toContain(
        row(id, called, title, named(floor), threats.join(', '), citation ?? 'of the state', confidence),
      );
    }
  });

  it('tell of every kind of incident, and for how long it counts, as the model does', () => {
    const scopeOf = new Map(MODEL.threats.map(({ id, scope }) => [id, scope]));
    for (const { kind, threats } of MODEL.incidentShows) {
      const [ofServices, ofPractice] = (['service', 'practice'] as const).map((scope) =>
        threats.filter((id) => scopeOf.get(id) === scope).join(', '),
      ) as [string, string];
      expect(rows).toContain(row(named(kind), ofServices, ofPractice));
    }
    const { kinds, untilMonths } = MODEL.incidentContradicts;
    expect([...kinds].sort()).toEqual(
      MODEL.incidentShows
        .slice(0, 4)
        .map(({ kind }) => kind)
        .sort(),
    );
    expect(plain(DOC)).toContain(`within ${untilMonths} months`);
  });

  it('print both tables of NIST and the levels of the data classes as the model holds them', () => {
    for (const { matrix } of Object.values(MODEL.tables)) {
      for (const level of LEVELS) {
        expect(rows).toContain(row(named(level), ...LEVELS.map((column) => named(matrix[level][column]))));
      }
    }
    for (const [dataClass, level] of Object.entries(MODEL.impact.dataClasses)) {
      expect(rows).toContain(row(named(dataClass), named(level)));
    }
  });

  it('name the factors, the bands and the threshold of confidence as the model holds them, and call them house suggestions', () => {
    const text = plain(DOC);
    const { met, assurance, freshness } = MODEL.points;
    for (const [word, factor] of Object.entries({ ...assurance, ...freshness })) {
      expect(text).toMatch(new RegExp(`\\| ${word}[a-z ]* \\| ${factor} \\|`));
    }
    for (const [word, factor] of Object.entries(met)) {
      expect(text).toMatch(new RegExp(`\\| ${named(word)}[^|]* \\| ${factor} \\|`));
    }
    const [first, second, third] = MODEL.bands.map(({ fromPercent }) => `${fromPercent}%`);
    expect(text).toContain(`the **bands**: from ${first}, ${second} and ${third} of the most points`);
    expect(text).toContain(`from ${first} one level, from ${second} two, from ${third} three`);
    expect(text).toContain(`the **confidence threshold**: under ${MODEL.confidenceThresholdPercent}%`);
    expect(text).toContain(`confidence under ${MODEL.confidenceThresholdPercent}%`);
    expect(text).toContain('**Every other figure is a house suggestion**');
  });

  it('name the version of the model, and call nothing compliant or certified', () => {
    expect(DOC).toContain(`(version ${MODEL.version})`);
    expect(DOC).not.toMatch(/\bcompliant\b|\bcertified\b/i);
  });
});

function scoredService(dossier: Dossier, service: string, asOf: string): unknown {
  const facts = gatherServiceFacts(dossier, asOf).find((one) => one.service.key === service);
  if (!facts) throw new Error(`no service ${service}`);
  return scoredWithSteps(facts);
}

/** Sets the field at a path of names and keys, such as agreements/tidebook-baa/endsOn. */
function set(target: unknown, path: string, value: unknown): void {
  const steps = path.split('/');
  const last = steps.pop() as string;
  const holder = steps.reduce<unknown>(step, target);
  if (typeof holder !== 'object' || holder === null) throw new Error(`nothing at ${path}`);
  (holder as Record<string, unknown>)[last] = value;
}

/** Looks up a path in a result; entries of a list are found by their id, key, control or side, else by place. */
function lookUp(source: unknown, path: string): unknown {
  return path.split('/').reduce<unknown>(step, source);
}

function step(holder: unknown, name: string): unknown {
  if (!Array.isArray(holder)) return (holder as Record<string, unknown> | null | undefined)?.[name];
  const byName = (holder as Record<string, unknown>[]).find((entry) =>
    ['id', 'key', 'controlId', 'actsOn'].some((field) => entry[field] === name),
  );
  return byName ?? (holder as unknown[])[Number(name)];
}

function row(...cells: string[]): string {
  return plain(`| ${cells.join(' | ')} |`);
}

/** Without the padding that the formatter gives tables. */
function plain(line: string): string {
  return line.replace(/\s+/g, ' ').trim();
}

function named(word: string): string {
  return word.replaceAll('_', ' ');
}
