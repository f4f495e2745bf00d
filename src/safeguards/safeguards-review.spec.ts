import fc from 'fast-check';
import { loadCatalogs } from '../catalogs/load-catalogs';
import { OTHER_ROLES, type OtherRole } from '../organizations/practice.fields';
import { NOTHING_BESIDE, type RecordsBeside } from './contradictions';
import { SAFEGUARD_STATUSES, type AddressableDecisionFields } from './safeguard.fields';
import {
  safeguardGaps,
  safeguardsReview,
  type ReviewInput,
  type RuleOfReview,
  type SafeguardRecord,
} from './safeguards-review';

const { securityRule, safeguardQuestions } = loadCatalogs();
const RULE: RuleOfReview = { ...securityRule, currentMonths: safeguardQuestions.currentMonths };
const ASOF = '2026-11-22';

const DECISION: AddressableDecisionFields = {
  outcome: 'alternative',
  whyNotReasonable: 'One room.',
  alternative: 'A locked drawer.',
  alternativeSince: '2026-02-01',
  decidedOn: '2026-02-01',
  decidedBy: { name: 'Dana Whitfield', role: 'Security official' },
};

const input = (changes: Partial<ReviewInput> = {}): ReviewInput => ({
  asOf: ASOF,
  practice: { coveredEntity: 'yes', otherRoles: ['none'] },
  safeguards: [],
  evidence: [],
  beside: NOTHING_BESIDE,
  ...changes,
});
const record = (entry: string, changes: Partial<SafeguardRecord> = {}): SafeguardRecord => ({
  entry,
  status: 'in_place',
  answeredOn: '2026-10-01',
  ...changes,
});
const reviewOf = (changes: Partial<ReviewInput> = {}) => safeguardsReview(input(changes), RULE);
const entryOf = (id: string, changes: Partial<ReviewInput>) => {
  const found = reviewOf(changes).entries.find(({ entry }) => entry === id);
  if (!found) throw new Error(`no entry ${id}`);
  return found;
};

describe('The review of safeguards', () => {
  it('of a practice that has said nothing has all open but what is for government bodies', () => {
    const practice = { coveredEntity: 'yes' as const, otherRoles: null };
    expect(reviewOf({ practice }).counts).toMatchObject({ entries: 72, open: 71, gaps: 0, notApplicable: 1 });
  });

  it('lets entries of other roles drop out once the practice has none of them, each with its reason', () => {
    const { counts, entries } = reviewOf();
    expect(counts).toMatchObject({ entries: 72, open: 63, notApplicable: 9 });
    for (const { state, reason } of entries) expect(reason === null).toBe(state !== 'not_applicable');
  });

  it('asks again for what a stated role brings', () => {
    const practice = { coveredEntity: 'yes' as const, otherRoles: ['health_plan_sponsor' as const] };
    expect(reviewOf({ practice }).counts).toMatchObject({ open: 68, notApplicable: 4 });
  });

  it('calls itself good practice where the practice is no covered entity, and lets nothing drop out for it', () => {
    const review = reviewOf({ practice: { coveredEntity: 'no', otherRoles: ['none'] } });
    expect([review.isGoodPractice, review.counts.open]).toEqual([true, 63]);
    expect(reviewOf({ practice: { coveredEntity: 'unsure' } }).isGoodPractice).toBe(false);
  });

  it('keeps the decision on an addressable specification, and counts it as no gap', () => {
    const safeguards = [record('164.310(a)(2)(iv)', { status: 'partly', decision: DECISION })];
    expect(entryOf('164.310(a)(2)(iv)', { safeguards })).toMatchObject({ gap: null, decision: DECISION });
    expect(reviewOf({ safeguards }).counts).toMatchObject({ decided: 1, gaps: 0, open: 62 });
  });

  it('calls an addressable specification that is not in place a gap while nothing is decided', () => {
    const safeguards = [record('164.312(a)(2)(iv)', { status: 'not_in_place' })];
    expect(entryOf('164.312(a)(2)(iv)', { safeguards }).gap).toBe('missing');
  });

  it('tells earlier decisions also where none is in force', () => {
    const earlierDecisions = [{ ...DECISION, replacedOn: '2026-06-01' }];
    const safeguards = [record('164.310(a)(2)(iv)', { status: 'in_place', earlierDecisions })];
    expect(entryOf('164.310(a)(2)(iv)', { safeguards })).toMatchObject({ decision: null, earlierDecisions });
  });

  it('lets no decision stand for what is required, should one be stored', () => {
    const safeguards = [record('164.310(d)(2)(i)', { status: 'not_in_place', decision: DECISION })];
    expect(entryOf('164.310(d)(2)(i)', { safeguards })).toMatchObject({ gap: 'missing', decision: null });
  });

  it('says from when an answer is carried', () => {
    const safeguards = [record('164.308(a)(2)', { answeredOn: '2025-09-22' })];
    expect(entryOf('164.308(a)(2)', { safeguards })).toMatchObject({
      state: 'in_place',
      carriedFrom: '2025-09-22',
    });
    expect(reviewOf({ safeguards }).counts).toMatchObject({ carried: 1, inPlace: 1 });
  });

  it('holds the records of the practice against what is said to be in place', () => {
    const beside: RecordsBeside = {
      withoutAgreement: ['chatbot'],
      missingPromises: [{ agreement: 'old', provision: 'BAA-R15' }],
      inventory: [],
    };
    const safeguards = ['164.308(b)(3)', '164.314(a)(2)(i)(B)', '164.314(a)(2)(i)(C)'].map((id) =>
      record(id),
    );
    expect(safeguardGaps(reviewOf({ safeguards, beside })).filter(({ gap }) => gap !== 'open')).toEqual([
      { entry: '164.308(b)(3)', designation: 'required', gap: 'contradicted' },
      { entry: '164.314(a)(2)(i)(B)', designation: 'required', gap: 'contradicted' },
    ]);
  });

  it('names evidence by its title', () => {
    const evidence = [{ key: 'policies', title: 'Policies of 2026' }];
    const safeguards = [record('164.316(a)', { evidenceKeys: ['policies', 'gone'] })];
    expect(entryOf('164.316(a)', { safeguards, evidence }).evidence).toEqual([
      { key: 'gone', title: 'gone' },
      { key: 'policies', title: 'Policies of 2026' },
    ]);
  });
});

const day = fc.constantFrom('2024-01-31', '2025-11-21', '2025-11-22', '2026-06-01', ASOF);
const anyRecord = (id: string, isAddressable: boolean): fc.Arbitrary<SafeguardRecord> =>
  fc
    .record({
      status: fc.constantFrom(...SAFEGUARD_STATUSES),
      answeredOn: day,
      confirmedOn: fc.option(day),
      isDecided: fc.boolean(),
    })
    .map(({ isDecided, ...said }) => ({
      ...said,
      entry: id,
      decision:
        isAddressable && isDecided && (said.status === 'partly' || said.status === 'not_in_place')
          ? DECISION
          : null,
    }));
const anyRoles: fc.Arbitrary<OtherRole[] | null> = fc.option(fc.subarray([...OTHER_ROLES]));
const anyInput: fc.Arbitrary<ReviewInput> = fc
  .record({
    coveredEntity: fc.constantFrom('yes' as const, 'no' as const, 'unsure' as const),
    otherRoles: anyRoles,
    answered: fc.subarray([...securityRule.entries]),
    withoutAgreement: fc.subarray(['chatbot', 'scheduler']),
    provisions: fc.subarray(['BAA-R14', 'BAA-R15', 'BAA-R16']),
  })
  .chain(({ coveredEntity, otherRoles, answered, withoutAgreement, provisions }) =>
    fc
      .tuple(...answered.map(({ id, designation }) => anyRecord(id, designation === 'addressable')))
      .map((safeguards) =>
        input({
          practice: { coveredEntity, otherRoles },
          safeguards,
          beside: {
            withoutAgreement,
            missingPromises: provisions.map((provision) => ({ agreement: 'one', provision })),
            inventory: [],
          },
        }),
      ),
  );

describe('Whatever was answered', () => {
  it('a better status opens nothing more', () => {
    fc.assert(
      fc.property(anyInput, fc.nat(), (given, place) => {
        const { safeguards } = given;
        fc.pre(safeguards.length > 0);
        const chosen = safeguards[place % safeguards.length] as SafeguardRecord;
        const rank = SAFEGUARD_STATUSES.indexOf(chosen.status);
        const before = safeguardGaps(safeguardsReview(given, RULE));
        for (const status of SAFEGUARD_STATUSES.slice(rank + 1)) {
          const better = safeguards.map((one) => (one === chosen ? { ...one, status } : one));
          const after = safeguardGaps(safeguardsReview({ ...given, safeguards: better }, RULE));
          const known = before.map(({ entry }) => entry);
          // A decision stands for a specification that is not done; done after all, the records may still speak against it.
          expect(after.filter(({ entry }) => !known.includes(entry) && entry !== chosen.entry)).toEqual([]);
          if (!chosen.decision) expect(after.length).toBeLessThanOrEqual(before.length);
        }
      }),
    );
  });

  it('its order changes nothing', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const turned = { ...given, safeguards: [...given.safeguards].reverse() };
        expect(safeguardsReview(turned, RULE)).toEqual(safeguardsReview(given, RULE));
      }),
    );
  });

  it('no answer makes an entry drop out: that follows from the roles of the practice', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const dropped = (one: ReviewInput) =>
          safeguardsReview(one, RULE)
            .entries.filter(({ state }) => state === 'not_applicable')
            .map(({ entry }) => entry);
        expect(dropped(given)).toEqual(dropped({ ...given, safeguards: [] }));
      }),
    );
  });

  it('each entry is in exactly one count of the whole', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { counts, entries } = safeguardsReview(given, RULE);
        const short = entries.filter(({ state }) => state === 'partly' || state === 'not_in_place').length;
        const { open, inPlace, notApplicable, gaps, decided } = counts;
        expect(open + inPlace + notApplicable + gaps + decided).toBe(counts.entries);
        const contradicted = entries.filter(({ gap }) => gap === 'contradicted').length;
        expect(counts.gaps + counts.decided).toBe(short + contradicted);
      }),
    );
  });
});
