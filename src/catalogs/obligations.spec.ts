import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { PROJECT_ROOT } from '../common/project-root';
import type {
  ObligationDefinition,
  ObligationsCatalog,
  ProposedRuleCatalog,
} from '../obligations/rules/obligation-catalog';
import { RECORD_SOURCES } from '../obligations/rules/obligation-sources';
import { loadCatalogs } from './load-catalogs';
import {
  checkObligations,
  checkProposedRule,
  obligationsShape,
  proposedRuleShape,
} from './obligations.shape';

const { obligations: catalog, proposedRule } = loadCatalogs();

const read = <T>(file: string) => parse(readFileSync(join(PROJECT_ROOT, 'catalogs', file), 'utf8')) as T;

/** The catalog as the file has it, with one entry changed, and what the check says of it. */
function refusalOf(id: string, changes: Partial<Record<keyof ObligationDefinition, unknown>>): string {
  const file = read<ObligationsCatalog>('obligations.yaml');
  const changed = {
    ...file,
    obligations: file.obligations.map((one) => (one.id === id ? { ...one, ...changes } : one)),
  };
  try {
    checkObligations(obligationsShape(changed, ''));
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('The catalog of obligations', () => {
  it('holds the 52 of the fact base, each as binding as it is there', () => {
    const count = (status: string) =>
      catalog.obligations.filter(({ legalStatus }) => legalStatus === status).length;
    expect(catalog.obligations).toHaveLength(52);
    expect(['law_event', 'law_duty_interval_free', 'seed_good_practice', 'good_practice'].map(count)).toEqual(
      [18, 14, 16, 4],
    );
  });

  it('takes an interval for the law’s only for keeping, the agreement before use and the yearly report', () => {
    const lawful = catalog.obligations.filter(({ cadenceFrom }) => cadenceFrom === 'law').map(({ id }) => id);
    expect(lawful).toEqual(['OB-13', 'OB-14', 'OB-20', 'OB-65']);
  });

  it('arises from every source of records', () => {
    const used = new Set(catalog.obligations.flatMap(({ arisesFrom }) => arisesFrom));
    expect(RECORD_SOURCES.filter((source) => !used.has(source))).toEqual([]);
  });

  it('speaks plainly and promises nobody anything', () => {
    for (const { title, whatToDo, proof } of catalog.obligations) {
      expect(`${title} ${whatToDo} ${proof}`).not.toMatch(/\bcomplian(t|ce)\b|\bcertified\b/i);
      expect(title.length).toBeLessThan(80);
    }
  });

  it.each<[string, string, Partial<Record<keyof ObligationDefinition, unknown>>, RegExp]>([
    [
      'a house interval that is called the law’s',
      'OB-01',
      { cadenceFrom: 'law' },
      /obligations\[0\]\.cadenceFrom is "law" where/,
    ],
    ['an interval of nobody', 'OB-01', { cadenceFrom: null }, /cadenceFrom stands with an interval/],
    [
      'an interval for what waits for an event',
      'OB-06',
      { cadenceFrom: 'house' },
      /cadenceFrom stands with an interval/,
    ],
    ['law without a citation', 'OB-01', { citation: null }, /citation must be there for a law/],
    [
      'an entry that does not name its source',
      'OB-01',
      { sourceIds: ['OB-02'] },
      /sourceIds must name its own entry, OB-01/,
    ],
    ['a basis that is not told', 'OB-01', { basis: 'hearsay' }, /basis names no basis of the list: hearsay/],
    [
      'an event that would come by the calendar',
      'OB-01',
      { arisesFrom: ['incident'] },
      /arisesFrom must be events where/,
    ],
    ['an end without days', 'OB-30', { deadline: null }, /deadline must say in how many days/],
    ['a source that there is not', 'OB-01', { arisesFrom: ['moon'] }, /arisesFrom\[0\] must be one of/],
    ['an id twice', 'OB-01', { id: 'OB-02' }, /id is there twice: OB-02/],
  ])('refuses %s', (_what, id, changes, message) => {
    expect(refusalOf(id, changes)).toMatch(message);
  });

  it('refuses that a sealed assessment shows what is done tool by tool', () => {
    const shown = { ...loadCatalogs().obligations, sealedAssessmentShows: 'OB-41' };
    expect(() => checkObligations(shown)).toThrow(
      /sealedAssessmentShows must be an obligation of the practice/,
    );
  });

  it('is whole as it stands', () => expect(refusalOf('OB-01', {})).toBe(''));
});

describe('The catalog of the proposed rule', () => {
  it('holds 20 items, each told as what the rule would do, and says that it is no law', () => {
    expect(proposedRule.items.map(({ id }) => id)).toEqual(
      Array.from({ length: 20 }, (_one, index) => `NP-${String(index + 1).padStart(2, '0')}`),
    );
    expect(proposedRule.status).toBe('PROPOSED');
    for (const { would } of proposedRule.items) expect(would).toMatch(/^Would /);
  });

  it.each<[string, object, RegExp]>([
    ['an item told as law', { would: 'Requires encryption.' }, /items\[0\]\.would must begin with "Would"/],
    ['an item of another numbering', { id: 'OB-01' }, /items\[0\]\.id must be NP-/],
    ['a basis that is not told', { basis: 'hearsay' }, /items\[0\]\.basis names no basis/],
  ])('refuses %s', (_what, changes, message) => {
    const file = read<ProposedRuleCatalog>('proposed-security-rule.yaml');
    const items = file.items.map((item, index) => (index === 0 ? { ...item, ...changes } : item));
    expect(() => checkProposedRule(proposedRuleShape({ ...file, items }, ''))).toThrow(message);
  });
});
