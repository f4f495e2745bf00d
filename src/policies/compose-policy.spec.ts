import { loadCatalogs } from '../catalogs/load-catalogs';
import { choiceFault, composePolicy, openChoices, type ChosenValue, type ToCompose } from './compose-policy';
import { isSameText, policyDigest } from './policy-digest';
import { placesIn } from './policy-template';
import { recordingLawInWords, recordingLawOf, type ToldState } from './recording-law-words';

const { policies, recordingConsent } = loadCatalogs();
const template = policies.policies.find(({ id }) => id === 'keeping-and-deleting')!;
const RECORDED = { practice: 'Harbor Light', tools: ['Scribe'], recordingLaw: ['Illinois: all agree.'] };

const suggested = (one: typeof template): ChosenValue[] =>
  one.choices.map(({ id, suggestion }) => ({ choice: id, value: suggestion ?? '7' }));

const composed = (over: Partial<ToCompose> = {}) =>
  composePolicy({
    ...{ template, chosen: suggested(template), recorded: RECORDED, additions: null },
    isChecked: () => true,
    ...over,
  });

const textOf = ({ sections }: ReturnType<typeof composed>) =>
  sections.flatMap(({ paragraphs }) => paragraphs).join('\n');

describe('The text of a policy', () => {
  it.each(policies.policies.map((one) => [one.id, one] as const))(
    'leaves no place unfilled once everything is chosen: %s',
    (_id, one) => {
      const made = composed({ template: one, chosen: suggested(one) });
      expect(made.open).toEqual([]);
      expect(placesIn(textOf(made))).toEqual([]);
      expect(textOf(made)).not.toContain('[to be decided');
    },
  );

  it.each(policies.policies.map((one) => [one.id, one] as const))(
    'says of each choice that nobody made that it is to be decided: %s',
    (_id, one) => {
      const made = composed({ template: one, chosen: [] });
      expect(made.open).toEqual(one.choices);
      for (const { asks } of one.choices) expect(textOf(made)).toContain(`[to be decided: ${asks}]`);
    },
  );

  it('holds the practice’s days and the words of the option that it picked', () => {
    const chosen = [
      ...suggested(template).filter(({ choice }) => !['recording-days', 'record-status'].includes(choice)),
      { choice: 'recording-days', value: '3' },
      { choice: 'record-status', value: 'record' },
    ];
    const text = textOf(composed({ chosen }));
    expect(text).toContain('deleted in the tool within 3 days');
    expect(text).toContain('that AI makes belong to the official record');
  });

  it('takes what is on record into its place, one entry a tool and a state', () => {
    const tools = policies.policies.find(({ id }) => id === 'approved-tools')!;
    const made = composed({ template: tools, chosen: suggested(tools) });
    expect(textOf(made)).toContain('- Scribe');
    const none = composed({ template: tools, recorded: { ...RECORDED, tools: [] } });
    expect(textOf(none)).toContain('No tool is on record yet');
  });

  it('adds what the practice says in its own words, a paragraph a line, and nothing where it says nothing', () => {
    const headings = (additions: string | null) => composed({ additions }).sections.map((one) => one.heading);
    expect(headings('One.\n\n Two. ')).toContain('What else holds here');
    expect(headings(' \n ')).not.toContain('What else holds here');
    const own = composed({ additions: 'One.\n\n Two. ' }).sections.find(({ heading }) =>
      heading.startsWith('What else'),
    );
    expect(own?.paragraphs).toEqual(['One.', 'Two.']);
  });

  it('tells law from good practice, and what nobody checked from what was read', () => {
    const text = textOf(composed({ isChecked: (citation) => citation !== '45 CFR 164.524' }));
    expect(text).toContain('- 45 CFR 164.524 (law; not checked against the text): ');
    expect(text).toContain('- 45 CFR 164.316(b)(2)(i) (law): ');
    expect(text).toContain('- Good practice: ');
  });

  it('never takes a suggestion for a choice', () => {
    expect(openChoices(template, [])).toHaveLength(template.choices.length);
  });
});

describe('A choice', () => {
  const days = template.choices.find(({ id }) => id === 'recording-days')!;
  const status = template.choices.find(({ id }) => id === 'record-status')!;
  const deleter = template.choices.find(({ id }) => id === 'deleter')!;
  it.each([
    [days, '0', null],
    [days, '365', null],
    [days, '366', 'must be a whole number from 0 to 365'],
    [days, '-1', 'must be a whole number from 0 to 365'],
    [days, '1.5', 'must be a whole number from 0 to 365'],
    [days, 'soon', 'must be a whole number from 0 to 365'],
    [status, 'record', null],
    [status, 'perhaps', 'must be one of: not-record, record, some'],
    [deleter, 'Dana', null],
    [deleter, '  ', 'must not be empty'],
  ])('%#', (choice, value, expected) => expect(choiceFault(choice, value)).toBe(expected));
});

describe('The digest of a text', () => {
  const sections = [{ heading: 'A', paragraphs: ['b', 'c'] }];
  it('changes with each word and with the title', () => {
    const digest = policyDigest('T', sections);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(policyDigest('T', [{ heading: 'A', paragraphs: ['b', 'd'] }])).not.toBe(digest);
    expect(policyDigest('U', sections)).not.toBe(digest);
    expect(policyDigest('T', [{ heading: 'A', paragraphs: ['bc'] }])).not.toBe(digest);
    expect(isSameText(sections, [{ heading: 'A', paragraphs: ['b', 'c'] }])).toBe(true);
  });
});

describe('The law on recording', () => {
  const state: ToldState = {
    ...{
      code: 'XX',
      name: 'Somewhere',
      inPerson: 'one_party',
      electronic: 'one_party',
      treatAs: 'one_party',
    },
    ...{ citation: 'Stat. 1', confidence: 'high', textRead: ['in_person', 'electronic'] },
  };
  it('says the rule once where it is the same in the room and by phone, with the statute and how sure it is', () => {
    expect(recordingLawInWords(state)).toBe(
      'Somewhere: in the room and by phone or video, one party’s yes is enough (Stat. 1; read in its text).',
    );
  });
  it('keeps to the stricter reading of what is unclear, and says that it is ours', () => {
    const unclear = recordingLawInWords({ ...state, electronic: 'unclear', treatAs: 'all_party' });
    expect(unclear).toContain(
      'in the room, one party’s yes is enough; by phone or video, the law is unclear',
    );
    expect(unclear).toContain('We go by the stricter reading');
  });
  it('says of what nobody read in full that it has to be looked up', () => {
    const told = recordingConsent.states.filter(({ confidence }) => confidence !== 'high');
    expect(told.length).toBeGreaterThan(0);
    for (const one of told) expect(recordingLawInWords(one)).toContain('look it up');
  });
  it.each([
    [
      ['electronic'],
      'the rule by phone or video read in its text; the rule in the room not read in its text, so look it up',
    ],
    [
      ['in_person'],
      'the rule in the room read in its text; the rule by phone or video not read in its text, so look it up',
    ],
    [[], 'Stat. 1; not read in its text, so look it up'],
  ] as const)('says of a sure entry that it was read where it was, and nowhere else: %j', (textRead, words) =>
    expect(recordingLawInWords({ ...state, textRead })).toContain(words),
  );
  it('goes by the evidence of the catalog: the rule in the room of New York is from knowledge', () =>
    expect(recordingLawOf(['NY', 'WI'], recordingConsent.states)).toEqual([
      expect.stringContaining('the rule in the room not read in its text, so look it up'),
      expect.stringContaining('; read in its text).'),
    ]));
  it('tells the states of a practice once each, by name', () => {
    const names = recordingLawOf(['WI', 'IL', 'IL'], recordingConsent.states).map((law) => law.split(':')[0]);
    expect(names).toEqual(['Illinois', 'Wisconsin']);
  });
});
