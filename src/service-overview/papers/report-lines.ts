// SOC 2 reports, certificates and tests of a vendor in words: what each is, its dates, and why it counts for less than one might think. Whether it counts
// for anything is the engine's own judgement.
import { attestationTermOf } from '../../assessments/scoring/attestation-term';
import { bridgeStanding } from '../../assessments/scoring/bridge-letters';
import { whyItEarnsNothing } from '../../assessments/scoring/report-standing';
import type { ScoringModel } from '../../assessments/scoring/scoring-model';
import { ATTESTATION_KIND_WORDS } from '../../attestations/attestation-words';
import { addDays, addMonths, type CalendarDate } from '../../common/calendar-date';
import { shortDate } from '../../reports/security-risk-assessment/date-words';
import { OPINION_WORDS, SOC2_KIND_WORDS } from '../../reports/security-risk-assessment/fact-words';
import { capitalized, listed } from '../../reports/security-risk-assessment/number-words';
import { PROOF_WORDS } from '../../reports/security-risk-assessment/register-words';
import { entityFinding } from '../../soc2-reports/reported-entity';
import type { PapersFacts } from './papers-of-tool.query';

/** One thing to know of a paper; weak where it takes from what the paper shows. */
export interface Note {
  words: string;
  isWeak: boolean;
}

export interface PaperLine {
  id: string;
  name: string;
  dates: string;
  notes: Note[];
}

/** What papers are judged by. */
export interface ToolOfPapers {
  key: string;
  usesAi: boolean;
  today: CalendarDate;
  model: Pick<ScoringModel, 'ages' | 'attestations' | 'soc2' | 'recordFigures'>;
}

export const good = (words: string): Note => ({ words, isWeak: false });
export const weak = (words: string | false | null | undefined): Note[] =>
  words ? [{ words, isWeak: true }] : [];

type Report = PapersFacts['soc2Reports'][number];

export function soc2Line(report: Report, vendorName: string, tool: ToolOfPapers): PaperLine {
  const { kind, opinion, periodStart, periodEnd, auditor, services, exceptions, review } = report;
  const entity = entityFinding(report.reportedEntity, report.entityExplanation, vendorName);
  const nothing = whyItEarnsNothing(report, entity, tool, tool.model.soc2);
  const criteria = report.qualifiedCriteria?.length ? ` on ${listed(report.qualifiedCriteria)}` : '';
  const opinionWords = `${capitalized(OPINION_WORDS[opinion])}${criteria}`;
  return {
    id: report.id,
    name: `${SOC2_KIND_WORDS[kind]}, by ${auditor}`,
    dates: periodStart
      ? `${shortDate(periodStart)} to ${shortDate(periodEnd)}`
      : `as of ${shortDate(periodEnd)}`,
    notes: [
      ...(opinion === 'unqualified' ? [good(opinionWords)] : weak(opinionWords)),
      ...weak(nothing && `It counts for nothing yet: ${lowered(nothing.because)}`),
      ...weak(!services.includes(tool.key) && 'This tool is not named in its scope'),
      ...ageOf(report, tool),
      ...(exceptions?.length ? [good(counted(exceptions.length, 'exception'))] : []),
      ...undone(report),
      ...weak(review?.conclusion === 'do_not_rely' && 'You concluded not to rely on it'),
    ],
  };
}

/** Old reports are carried on by letters for a while. */
function ageOf(report: Report, { today, model }: ToolOfPapers): Note[] {
  const { currentMonths } = model.ages.soc2;
  if (today <= addMonths(report.periodEnd, currentMonths)) return [];
  const old = `Its period ended more than ${currentMonths} months ago`;
  const { carriedUntil, notCarriedBecause } = bridgeStanding(report, today, model);
  if (carriedUntil !== null && today <= carriedUntil)
    return [good(`${old}; a bridge letter carries it until ${shortDate(carriedUntil)}`)];
  return [
    ...weak(`${old}: it counts as ended, ask for the next one`),
    ...notCarriedBecause.flatMap((because) => weak(withoutStop(inWords(because)))),
  ];
}

/** A sentence of the engine, with its days as pages tell them. */
function inWords(sentence: string): string {
  return sentence.replace(/\d{4}-\d{2}-\d{2}/g, shortDate);
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

/** What the report expects of the practice and nobody has seen to. */
function undone({ userEntityControls }: Report): Note[] {
  const open = (userEntityControls ?? []).filter(
    ({ status }) => status !== 'done' && status !== 'not_applicable',
  );
  return weak(
    open.length > 0 &&
      `${counted(open.length, 'thing')} that you have to do for it ${open.length === 1 ? 'is' : 'are'} not done`,
  );
}

export function attestationLine(
  attestation: PapersFacts['attestations'][number],
  vendorName: string,
  tool: ToolOfPapers,
): PaperLine {
  const facts = { vendor: { name: vendorName }, service: tool };
  const { ends, earnsNothing, basis, hasGraveFindings } = attestationTermOf(attestation, facts, tool.model);
  const { issuedOn, withdrawnOn, services, proof } = attestation;
  const isWithdrawn = Boolean(withdrawnOn && withdrawnOn <= tool.today);
  const isOver = ends !== null && ends <= tool.today;
  return {
    id: attestation.id,
    name: `${ATTESTATION_KIND_WORDS[attestation.kind]}, by ${attestation.issuer}`,
    dates: `of ${shortDate(issuedOn)}`,
    notes: [
      ...(isWithdrawn || isOver || !ends ? [] : [good(`Counts until ${shortDate(addDays(ends, -1))}`)]),
      ...weak(isWithdrawn && withdrawnOn && `Withdrawn since ${shortDate(withdrawnOn)}`),
      ...weak(isOver && !isWithdrawn && ends && `Expired: it counts no more since ${shortDate(ends)}`),
      ...weak(earnsNothing && `It counts for nothing yet: ${lowered(earnsNothing.because)}`),
      ...weak(hasGraveFindings && 'Critical or high findings are open'),
      ...weak(!services.includes(tool.key) && 'This tool is not named in its scope'),
      ...(basis === 'stated'
        ? weak('It counts as the vendor’s own word')
        : [good(capitalized(PROOF_WORDS[proof ?? 'vendor_statement']))]),
    ],
  };
}

export function counted(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}

/** A sentence of the engine, within one of ours. */
function lowered(sentence: string): string {
  const bare = sentence.replace(/\.$/, '');
  return bare.startsWith('It ') || bare.startsWith('The ')
    ? `${bare.charAt(0).toLowerCase()}${bare.slice(1)}`
    : bare;
}
