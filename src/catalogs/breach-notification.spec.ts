import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { NUMBERS } from '../../test/factories/incidents.arbitrary';
import { PROJECT_ROOT } from '../common/project-root';
import { breachNotificationShape, checkBreachNotification } from './breach-notification.shape';

const text = readFileSync(join(PROJECT_ROOT, 'catalogs', 'breach-notification.yaml'), 'utf8');
const read = (yaml: string) => {
  const catalog = breachNotificationShape(parse(yaml), '');
  checkBreachNotification(catalog);
  return catalog;
};

describe('The catalog of breach notification', () => {
  it('has the numbers of the rule', () => expect(read(text).numbers).toEqual(NUMBERS));

  it('says of what was not checked that it was not', () => {
    const { duties, exceptions } = read(text);
    const unchecked = [...duties, ...exceptions].filter(({ verification }) => verification === 'unverified');
    expect(unchecked.map(({ id }) => id)).toEqual([
      'risk_assessment',
      'media',
      'state',
      'good_faith_workforce',
      'inadvertent_inside',
      'could_not_retain',
    ]);
    for (const { evidence } of unchecked) expect(evidence).toMatch(/from knowledge/);
  });

  it('never calls anything compliant or certified', () =>
    expect(text).not.toMatch(/\bcompliant\b|\bcertified\b/i));

  it.each([
    [
      'a number that is none',
      'noticeDays: 60',
      'noticeDays: sixty',
      /numbers\.noticeDays must be a whole number/,
    ],
    ['a duty twice', 'id: hhs_yearly', 'id: hhs_at_once', /duties\[4\]\.id is there twice: hhs_at_once/],
    ['a factor that is lacking', 'id: mitigated', 'id: who_received', /factors\[3\]\.id is there twice/],
    ['an unknown exception', 'id: could_not_retain', 'id: bad_luck', /exceptions\[2\]\.id must be one of/],
    [
      'a federal rule without a citation',
      'citation: 45 CFR 164.406',
      'citation: null',
      /duties\[5\]\.citation stands with the basis "law" and only there/,
    ],
    [
      'the duty of a vendor as one of the practice',
      'owner: vendor',
      'owner: practice',
      /duties\[7\]\.owner is not who owes vendor_law/,
    ],
  ])('is refused with %s', (_what, from, to, message) => {
    expect(text).toContain(from);
    expect(() => read(text.replace(from, to))).toThrow(message);
  });
});
