// The shape of the catalog of the registers of living with AI. Every closed list that src/oversight knows has its words, and nothing has words twice.
import {
  integer,
  listOf,
  nullable,
  oneOf,
  record,
  recordOf,
  ShapeError,
  text,
} from '../common/catalog-files/shape';
import type { ObligationsCatalog } from '../obligations/rules/obligation-catalog';
import type {
  FigureDefinition,
  OversightCatalog,
  OversightNumbers,
  PointDefinition,
  RegisterDefinition,
  ReviewDefinition,
  RuleOfThumb,
} from '../oversight/oversight-catalog';
import * as words from '../oversight/oversight-words';
import { LEVEL_MEASURES } from '../service-levels/service-level.fields';
import { FIGURE_UNITS } from '../oversight/performance-measurements/promise-kept';
import { headShapes } from './catalog-head.shape';

export const aiOversightShape = record<OversightCatalog>({
  ...headShapes,
  numbers: record<OversightNumbers>({
    fourFifthsPercent: integer(1, 100),
    offeredSmallestGroup: integer(2, 10_000),
    countsShownFrom: integer(1, 1000),
    offeredAnswerDays: integer(1, 366),
    offeredAppealDays: integer(1, 366),
    trialCurrentMonths: integer(1, 60),
  }),
  fourFifths: record<RuleOfThumb>({ title: text, says: text, limits: text, evidence: text }),
  registers: recordOf(
    words.OVERSIGHT_KINDS,
    record<RegisterDefinition>({
      title: text,
      one: text,
      lead: text,
      none: text,
      obligation: nullable(text),
    }),
  ),
  certificateShows: text,
  outputs: recordOf(words.OUTPUT_KINDS, text),
  dimensions: recordOf(words.GROUP_DIMENSIONS, text),
  logs: recordOf(
    words.LOG_KINDS,
    record<{ title: string; obligation: string }>({ title: text, obligation: text }),
  ),
  entryChoices: recordOf(words.ENTRY_CHOICES, text),
  anomalies: recordOf(words.ANOMALY_KINDS, text),
  questioners: recordOf(words.QUESTIONERS, text),
  outcomes: recordOf(words.DISPUTE_OUTCOMES, text),
  figures: recordOf(
    words.FIGURE_KINDS,
    record<FigureDefinition>({
      title: text,
      better: oneOf(['higher', 'lower']),
      units: listOf(oneOf(FIGURE_UNITS), 1),
      promisedAs: listOf(oneOf(LEVEL_MEASURES)),
    }),
  ),
  scopes: recordOf(words.FIGURE_SCOPES, text),
  measurers: recordOf(words.MEASURERS, text),
  credits: recordOf(words.CREDIT_STATES, text),
  reviews: recordOf(
    words.REVIEW_KINDS,
    record<ReviewDefinition>({
      title: text,
      help: text,
      obligation: text,
      points: listOf(oneOf(words.AGENDA_POINTS), 1),
    }),
  ),
  points: recordOf(words.AGENDA_POINTS, record<PointDefinition>({ title: text, asks: text })),
  standings: recordOf(words.POINT_STANDINGS, text),
  conclusions: recordOf(words.REVIEW_CONCLUSIONS, text),
  trialResults: recordOf(words.TRIAL_RESULTS, text),
});

/** Each interval is that of an obligation which comes again, each agenda names a point once, and no point is on no agenda. */
export function checkAiOversight(
  { registers, logs, reviews, certificateShows }: OversightCatalog,
  { obligations }: Pick<ObligationsCatalog, 'obligations'>,
): void {
  const named = [
    ...Object.entries(registers).map(([id, { obligation }]) => [`registers.${id}`, obligation] as const),
    ...Object.entries(logs).map(([id, { obligation }]) => [`logs.${id}`, obligation] as const),
    ...Object.entries(reviews).map(([id, { obligation }]) => [`reviews.${id}`, obligation] as const),
  ];
  for (const [path, obligation] of named) {
    const known = obligations.find(({ id }) => id === obligation);
    if (obligation !== null && known?.cadence.kind !== 'months')
      throw new ShapeError(`${path}.obligation`, 'is no obligation that comes again after some months');
  }
  if (obligations.find(({ id }) => id === certificateShows)?.cadence.kind !== 'after_end')
    throw new ShapeError('certificateShows', 'is no obligation that comes once something has ended');
  for (const [id, { points }] of Object.entries(reviews)) {
    if (new Set(points).size < points.length)
      throw new ShapeError(`reviews.${id}.points`, 'must name each point once');
  }
  const onAgenda = new Set(Object.values(reviews).flatMap(({ points }) => points));
  const lost = words.AGENDA_POINTS.find((point) => !onAgenda.has(point));
  if (lost) throw new ShapeError('reviews', `must have the point "${lost}" on some agenda`);
}
