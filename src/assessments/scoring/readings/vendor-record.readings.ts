// What is on record of the vendor and the service: model cards, studies, finances, service levels, the way out.
import type { CalendarDate } from '../../../common/calendar-date';
import { ageLimits, monthsBetween } from '../evidence-age';
import type { MetCode } from '../scoring-model';
import { byKey, type ServiceView } from '../service-view';
import { notMet, reading, saidNotToApply, unknown, type Reading } from './reading';

const NO_AI = 'by its record the tool does not use AI.';

type Facts = ServiceView['facts'];
type ModelCard = Facts['modelCards'][number];
type Study = Facts['clinicalValidations'][number];
type Standing = NonNullable<Facts['financialStanding']>;
type ExitTerms = NonNullable<Facts['exitTerms']>;

/** A card that names limits and uses to stay away from is met fully; one that only praises, partly. The best one on file counts. */
export function readModelCard(view: ServiceView): Reading {
  const source = 'model cards';
  if (!view.facts.service.usesAi) return saidNotToApply(source, NO_AI);
  const cards = view.facts.modelCards.filter(({ datedOn }) => datedOn <= view.asOf);
  if (cards.length === 0) return unknown(source, 'No model card is on file.');
  return bestOf(
    view,
    cards.map((card) =>
      aged(
        view,
        card.datedOn,
        reading(metByCard(card), 'documented', card.datedOn, `model card ${card.key}`, tellCard(card)),
      ),
    ),
  );
}

function metByCard({ limitations, outOfScopeUses }: ModelCard): MetCode {
  return (limitations ?? []).length > 0 && outOfScopeUses != null ? 'fully' : 'partly';
}

function tellCard({ model, modelVersion, datedOn }: ModelCard): string {
  return `The card of ${model} ${modelVersion} is of ${datedOn}.`;
}

/** An independent, reviewed study that came out well is met fully; another that came out well, partly. A bad outcome counts against all. */
export function readClinicalValidation(view: ServiceView): Reading {
  const source = 'clinical validations';
  if (!view.facts.service.usesAi) return saidNotToApply(source, NO_AI);
  const studies = view.facts.clinicalValidations
    .filter(({ publishedOn }) => publishedOn <= view.asOf)
    .sort(byKey);
  if (studies.length === 0) return unknown(source, 'No study of the tool in care is on file.');
  const bad = studies.find(({ finding }) => finding === 'unfavorable');
  if (bad) return notMet(`clinical validation ${bad.key}`, 'A study came out against the tool.');
  return bestOf(
    view,
    studies.map((study) => {
      const met = metByStudy(view, study);
      const where = `clinical validation ${study.key}`;
      if (met === 'not_met') return notMet(where, 'The study does not show a benefit.');
      const because = `A study of ${study.publishedOn} came out ${study.finding.replace('_', ' ')}.`;
      const basis = study.independent === 'yes' ? 'audited' : 'documented';
      return reading(met, basis, study.publishedOn, where, because);
    }),
  );
}

function metByStudy({ model }: ServiceView, { independent, peerReviewed, finding, design }: Study): MetCode {
  if (finding === 'unknown' || finding === 'no_difference' || design === 'unknown') return 'not_met';
  const isWeak = model.recordFigures.weakStudyDesigns.includes(design);
  const sound = independent === 'yes' && peerReviewed === 'yes' && !isWeak;
  return sound && finding === 'favorable' ? 'fully' : 'partly';
}

/** Profit, or money for long: fully. Money for a while, or years in business: partly. How long, the model says. */
export function readFinancialStanding(view: ServiceView): Reading {
  const standing = view.facts.financialStanding;
  if (!standing || standing.asOf > view.asOf)
    return unknown('financial standing', "Nobody has looked into the vendor's finances.");
  const source = `financial standing ${standing.key}`;
  const met = metByStanding(view, standing);
  if (met === 'unknown') return unknown(source, 'Neither profit nor means are known.');
  if (met === 'not_met') return notMet(source, 'The vendor makes no profit and its money does not last.');
  const { basis: claimed, source: from, auditedStatementsSeen } = standing;
  const shown = claimed !== 'documented' || Boolean(from);
  const basis = auditedStatementsSeen ? 'audited' : claimed === 'audited' || !shown ? 'stated' : claimed;
  return aged(
    view,
    standing.asOf,
    reading(met, basis, standing.asOf, source, `Looked into on ${standing.asOf}.`),
  );
}

function metByStanding(
  { model }: ServiceView,
  { profitable, runwayMonths, yearsInBusiness }: Standing,
): MetCode {
  const { fullyFromRunwayMonths, partlyFromRunwayMonths, partlyFromYearsInBusiness } =
    model.recordFigures.financialStanding;
  const months = runwayMonths ?? null;
  const years = yearsInBusiness ?? null;
  if (profitable === 'yes' || (months !== null && months >= fullyFromRunwayMonths)) return 'fully';
  if (months !== null && months >= partlyFromRunwayMonths) return 'partly';
  if (years !== null && years >= partlyFromYearsInBusiness) return 'partly';
  return profitable === 'unknown' && months === null ? 'unknown' : 'not_met';
}

/** Availability by the figures of the model: fully, partly, not. A promise that stands in no agreement is only stated. */
export function readServiceLevels(view: ServiceView): Reading {
  const source = 'service levels';
  const { fullyFromPercent, partlyFromPercent } = view.model.recordFigures.availability;
  const promised = view.facts.serviceLevels.filter(
    ({ measure, unit }) => measure === 'availability' && unit === 'percent',
  );
  if (promised.length === 0) return unknown(source, 'No availability is promised in figures.');
  return bestOf(
    view,
    promised.map(({ key, promised: percent, agreement }) => {
      const where = `service level ${key}`;
      const because = `Availability of ${percent} percent is promised.`;
      if (percent < partlyFromPercent) return notMet(where, because);
      return promise(view, agreement, percent >= fullyFromPercent ? 'fully' : 'partly', where, because);
    }),
  );
}

/** An export that the practice has tried is observed; one that is only agreed counts partly. */
export function readExitTerms(view: ServiceView): Reading {
  const terms = view.facts.exitTerms;
  if (!terms) return unknown('exit terms', 'How the practice would leave is not on record.');
  const source = `exit terms ${terms.key}`;
  const agreed = asAgreed(view, terms, source);
  const tested = terms.exportTestedOn ?? null;
  if (tested === null || tested > view.asOf) return agreed;
  const tried = reading('fully', 'observed', tested, source, `The practice tried an export on ${tested}.`);
  return bestOf(view, [aged(view, tested, tried), agreed]);
}

function asAgreed(view: ServiceView, terms: ExitTerms, source: string): Reading {
  const formats = terms.exportFormats ?? null;
  if (formats === null) return unknown(source, 'Whether the data can be taken along is not known.');
  if (formats.length === 0) return notMet(source, 'The data cannot be taken along.');
  return promise(
    view,
    terms.agreement,
    'partly',
    source,
    `The data can be taken along (${formats.join(', ')}).`,
  );
}

/** Documented while the agreement that holds it is in force; stated otherwise. */
function promise(
  view: ServiceView,
  agreement: string | null | undefined,
  met: MetCode,
  source: string,
  because: string,
): Reading {
  const term = agreement ? view.agreementsInForce.find((one) => one.agreement.key === agreement) : undefined;
  return term
    ? reading(met, 'documented', term.start, source, because)
    : reading(met, 'stated', null, source, because);
}

/** The reading with the age that it has by the limits of answers; too old, it is not known any more. */
function aged(view: ServiceView, date: CalendarDate, found: Reading): Reading {
  const { currentMonths, ageingMonths } = view.model.ages.answer;
  const limits = ageLimits(currentMonths, ageingMonths)(date);
  if (view.asOf > limits.ageingUntil)
    return unknown(found.source, `What is on file of ${date} is too old to count.`);
  const freshness = view.asOf <= limits.currentUntil ? 'current' : 'ageing';
  return { ...found, freshness, ageMonths: monthsBetween(date, view.asOf) };
}

/** The one that earns most; of those that earn nothing, one that is known; of those alike, the first by source. */
function bestOf({ model }: ServiceView, readings: readonly Reading[]): Reading {
  const worth = ({ met, basis, freshness, known }: Reading) =>
    (basis === null
      ? 0
      : model.points.met[met] * model.points.assurance[basis] * model.points.freshness[freshness]) *
      2 +
    (known ? 1 : 0);
  return readings.reduce((best, one) => {
    const difference = worth(one) - worth(best);
    return difference > 0 || (difference === 0 && one.source < best.source) ? one : best;
  });
}
