// The shapes of the catalogs of obligations and of the proposed rule, and what must hold within them: law is told from good practice, and no interval is called the law's
// that is not.
import {
  calendarDate,
  integer,
  listOf,
  nullable,
  oneOf,
  record,
  ShapeError,
  text,
  variant,
  type Shape,
} from '../common/catalog-files/shape';
import { OWNERS, PRACTICE_OBLIGATION_IDS } from '../obligations/records/obligation-ids';
import {
  CADENCE_ORIGINS,
  isLaw,
  LEGAL_STATUSES,
  monthsOf,
  type Cadence,
  type ObligationDeadline,
  type ObligationDefinition,
  type ObligationsCatalog,
  type ProposedItem,
  type ProposedRuleCatalog,
} from '../obligations/rules/obligation-catalog';
import { isEventSource, OBLIGATION_SOURCES } from '../obligations/rules/obligation-sources';
import { headShapes } from './catalog-head.shape';
import { uniqueIds } from './cross-checks';

const MOST_MONTHS = 36;

type CadenceOf<Kind extends Cadence['kind']> = Extract<Cadence, { kind: Kind }>;

const cadence = variant<Cadence>('kind', {
  months: record<CadenceOf<'months'>>({ kind: oneOf(['months']), months: integer(1, MOST_MONTHS) }),
  after_year_end: record<CadenceOf<'after_year_end'>>({
    kind: oneOf(['after_year_end']),
    days: integer(1, 365),
  }),
  before_use: record<CadenceOf<'before_use'>>({ kind: oneOf(['before_use']) }),
  after_end: record<CadenceOf<'after_end'>>({ kind: oneOf(['after_end']) }),
  each_time: record<CadenceOf<'each_time'>>({
    kind: oneOf(['each_time']),
    each: oneOf(['note', 'recording']),
    proofEveryMonths: nullable(integer(1, MOST_MONTHS)),
  }),
  event: record<CadenceOf<'event'>>({ kind: oneOf(['event']) }),
  keep: record<CadenceOf<'keep'>>({ kind: oneOf(['keep']), years: integer(1, 50) }),
});

/** Texts by name. */
const namedTexts: Shape<Record<string, string>> = (value, path) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ShapeError(path, 'must be a record of texts');
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, text(one, `${path}.${name}`)]));
};

export const obligationsShape = record<ObligationsCatalog>({
  ...headShapes,
  dueWithinDays: integer(1, 60),
  sealedAssessmentShows: oneOf(PRACTICE_OBLIGATION_IDS),
  bases: namedTexts,
  obligations: listOf(
    record<ObligationDefinition>({
      id: oneOf(PRACTICE_OBLIGATION_IDS),
      title: text,
      whatToDo: text,
      legalStatus: oneOf(LEGAL_STATUSES),
      cadence,
      cadenceFrom: nullable(oneOf(CADENCE_ORIGINS)),
      alsoWhen: nullable(text),
      deadline: nullable(
        record<ObligationDeadline>({
          words: text,
          days: nullable(integer(0, 3650)),
          from: oneOf(CADENCE_ORIGINS),
        }),
      ),
      citation: nullable(text),
      otherLaw: nullable(text),
      usualOwner: oneOf(OWNERS),
      proof: text,
      basis: text,
      sourceIds: listOf(text, 1),
      note: nullable(text),
      arisesFrom: listOf(oneOf(OBLIGATION_SOURCES), 1),
    }),
    PRACTICE_OBLIGATION_IDS.length,
  ),
});

/** @throws ShapeError naming the entry that does not hold together */
export function checkObligations({ obligations, bases, sealedAssessmentShows }: ObligationsCatalog): void {
  uniqueIds(obligations, 'obligations');
  obligations.forEach((obligation, index) => {
    const fault = findFault(obligation, bases);
    if (fault) throw new ShapeError(`obligations[${index}].${fault.field}`, fault.words);
  });
  if (!obligations.find(({ id }) => id === sealedAssessmentShows)?.arisesFrom.includes('practice'))
    throw new ShapeError('sealedAssessmentShows', 'must be an obligation of the practice as a whole');
}

type Fault = { field: keyof ObligationDefinition; words: string };

function findFault(
  obligation: ObligationDefinition,
  bases: ObligationsCatalog['bases'],
): Fault | null | undefined {
  const { id, basis, citation, otherLaw, sourceIds, arisesFrom, cadence: kept, cadenceFrom } = obligation;
  const faults: (Fault | false)[] = [
    !(basis in bases) && { field: 'basis', words: `names no basis of the list: ${basis}` },
    isLaw(obligation) && !citation && !otherLaw && { field: 'citation', words: 'must be there for a law' },
    !sourceIds.includes(id) && { field: 'sourceIds', words: `must name its own entry, ${id}` },
    arisesFrom.some(isEventSource) !== (kept.kind === 'event' || kept.kind === 'keep') && {
      field: 'arisesFrom',
      words: 'must be events where the cadence waits for one, and records elsewhere',
    },
    kept.kind === 'after_end' &&
      obligation.deadline?.days == null && { field: 'deadline', words: 'must say in how many days' },
    ...intervalFaults(obligation, cadenceFrom),
  ];
  return faults.find((found): found is Fault => found !== false);
}

/** An interval that the law sets stands only where the law sets one, and every interval says whose it is. */
function intervalFaults(
  { cadence: kept, legalStatus }: ObligationDefinition,
  from: ObligationDefinition['cadenceFrom'],
): (Fault | false)[] {
  const hasInterval = !['event', 'after_end'].includes(kept.kind);
  return [
    hasInterval !== (from !== null) && {
      field: 'cadenceFrom',
      words: 'stands with an interval and only there',
    },
    (from === 'law') !== (hasInterval && legalStatus === 'law_event') && {
      field: 'cadenceFrom',
      words: 'is "law" where the rule itself sets the interval, and only there',
    },
    monthsOf(kept) !== null &&
      from === 'law' && { field: 'cadence', words: 'of months is set by no rule here' },
  ];
}

export const proposedRuleShape = record<ProposedRuleCatalog>({
  ...headShapes,
  title: text,
  citation: text,
  published: calendarDate,
  status: oneOf(['PROPOSED']),
  standing: text,
  bases: namedTexts,
  items: listOf(
    record<ProposedItem>({
      id: text,
      title: text,
      would: text,
      limit: nullable(text),
      proposedCitation: text,
      basis: text,
    }),
    1,
  ),
});

/** What is only proposed never says what is so: each item says what the rule would do. */
export function checkProposedRule({ items, bases }: ProposedRuleCatalog): void {
  uniqueIds(items, 'items');
  items.forEach(({ id, would, basis }, index) => {
    if (!/^NP-\d{2}$/.test(id)) throw new ShapeError(`items[${index}].id`, 'must be NP- and two digits');
    if (!would.startsWith('Would '))
      throw new ShapeError(`items[${index}].would`, 'must begin with "Would": it is no law');
    if (!(basis in bases))
      throw new ShapeError(`items[${index}].basis`, `names no basis of the list: ${basis}`);
  });
}
