// The counts are those of the rule itself: 18 standards and 36 specifications in 164.308 to .312 (14 required, 22 addressable), 22 and 46 in all.
import { explanations } from '../explanations/explanations';
import { citationOf } from '../safeguards/security-rule';
import { loadCatalogs } from './load-catalogs';
import { checkSafeguardQuestions } from './safeguard-questions.shape';
import { checkSecurityRule, type SecurityRuleCatalog } from './security-rule.shape';

const { securityRule, safeguardQuestions, questionnaire, agreementProvisions } = loadCatalogs();
const { citations } = explanations();
const { entries } = securityRule;
const check = (changed: Partial<SecurityRuleCatalog>) => () =>
  checkSecurityRule({ ...securityRule, ...changed }, citations, agreementProvisions);
const changedEntry = (id: string, change: object) => ({
  entries: entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)),
});

describe('the catalog of the Security Rule', () => {
  it.each<[string, Record<string, number>]>([
    ['164.308', { standard: 9, specification: 21, provision: 1 }],
    ['164.310', { standard: 4, specification: 8 }],
    ['164.312', { standard: 5, specification: 7 }],
    ['164.314', { standard: 2, specification: 7, element: 3 }],
    ['164.316', { standard: 2, specification: 3 }],
  ])('has of %s what there is', (section, expected) => {
    const found: Record<string, number> = {};
    for (const { id, kind } of entries)
      if (id.startsWith(`${section}(`)) found[kind] = (found[kind] ?? 0) + 1;
    expect(found).toEqual(expected);
  });

  it('has 14 required and 22 addressable specifications in the three sections that are counted so, and addressable ones nowhere else', () => {
    const counted = entries.filter(({ id }) => /^164\.3(08|10|12)/.test(id));
    const of = (designation: string) => counted.filter((entry) => entry.designation === designation).length;
    expect([of('required'), of('addressable')]).toEqual([14, 22]);
    expect(entries.filter(({ designation }) => designation === 'addressable')).toHaveLength(22);
  });

  it('binds a practice that is a provider alone to 63 of 72', () => {
    const others = entries.filter(({ binds }) => binds !== 'covered_entity');
    expect(others.map(({ id, binds }) => [id, binds])).toEqual([
      ['164.308(a)(4)(ii)(A)', 'clearinghouse'],
      ['164.308(b)(2)', 'business_associate'],
      ['164.314(a)(2)(ii)', 'government'],
      ['164.314(a)(2)(iii)', 'business_associate'],
      ['164.314(b)(1)', 'health_plan_sponsor'],
      ['164.314(b)(2)(i)', 'health_plan_sponsor'],
      ['164.314(b)(2)(ii)', 'health_plan_sponsor'],
      ['164.314(b)(2)(iii)', 'health_plan_sponsor'],
      ['164.314(b)(2)(iv)', 'health_plan_sponsor'],
    ]);
  });

  it('tells of each entry what it says from a source that was read', () => {
    for (const { id } of entries) {
      const said = citations.find(citationOf(id));
      expect([id, said?.isChecked, (said?.says.length ?? 0) > 20]).toEqual([id, true, true]);
    }
  });

  it.each<[string, Partial<SecurityRuleCatalog>, string]>([
    ['an entry left out', { entries: entries.slice(1) }, '"164.308(a)(1)(i)" is no entry'],
    ['the last left out', { entries: entries.slice(0, -1) }, 'counts.entries says 72, but there are 71'],
    [
      'a required one called addressable',
      changedEntry('164.310(d)(2)(i)', { designation: 'addressable' }),
      'is "required" in citations.yaml',
    ],
    [
      'a standard called required',
      changedEntry('164.308(a)(2)', { designation: 'required' }),
      'does not fit a standard',
    ],
    [
      'a standard within another',
      changedEntry('164.312(b)', { parent: '164.312(a)(1)' }),
      'stands with all but standards',
    ],
    [
      'a parent of another section',
      changedEntry('164.312(c)(2)', { parent: '164.310(b)' }),
      'in the same family',
    ],
    ['another family', changedEntry('164.312(b)', { family: 'physical' }), 'is of 45 CFR 164.310'],
    [
      'a promise that no agreement makes',
      changedEntry('164.314(a)(2)(i)(A)', { promises: ['BAA-R99'] }),
      'name no provision "BAA-R99"',
    ],
    [
      'a citation that nothing tells of',
      changedEntry('164.312(b)', { id: '164.312(z)' }),
      'has no entry in citations.yaml',
    ],
  ])('is refused with %s', (_what, changed, fault) => expect(check(changed)).toThrow(fault));
});

describe('the questions on safeguards', () => {
  const { questions } = safeguardQuestions;
  const checkQuestions = (changed: object) => () =>
    checkSafeguardQuestions({ ...safeguardQuestions, ...changed }, securityRule, questionnaire);

  it('are 25 to 32 in 7 to 9 groups, and none is asked as in the due diligence', () => {
    expect(questions.length).toBeGreaterThanOrEqual(25);
    expect(questions.length).toBeLessThanOrEqual(32);
    expect(safeguardQuestions.groups.length).toBeGreaterThanOrEqual(7);
    expect(safeguardQuestions.groups.length).toBeLessThanOrEqual(9);
    const asked = new Set(questionnaire.questions.map(({ question }) => question));
    expect(questions.filter(({ question }) => asked.has(question))).toEqual([]);
  });

  it('call nothing compliant or certified, and addressable never optional', () => {
    expect(JSON.stringify(safeguardQuestions)).not.toMatch(/\bcompliant\b|\bcertified\b|\boptional\b/i);
  });

  const [first, ...rest] = questions;
  it.each<[string, object, string]>([
    [
      'an entry that no question answers',
      { questions: rest },
      `answer ${first?.entries[0]} 0 times; it takes 1`,
    ],
    [
      'an entry that two answer',
      { questions: [{ ...first, entries: [...(first?.entries ?? []), '164.312(d)'] }, ...rest] },
      'answer 164.312(d) 2 times; it takes 1',
    ],
    [
      'an entry for government bodies',
      { questions: [{ ...first, entries: [...(first?.entries ?? []), '164.314(a)(2)(ii)'] }, ...rest] },
      'answer 164.314(a)(2)(ii) 1 times; it takes 0',
    ],
    [
      'a question of a vendor beside it',
      { questions: [{ ...first, related: ['gone-for-good'] }, ...rest] },
      'names no question about the practice',
    ],
    [
      'a group that there is not',
      { questions: [{ ...first, group: 'nowhere' }, ...rest] },
      'names no group "nowhere"',
    ],
  ])('are refused with %s', (_what, changed, fault) => expect(checkQuestions(changed)).toThrow(fault));
});
