// One assessment for its readers: what was decided, what is not known yet, what would lower the risk, what changed, who stands behind it.
import type { AssessmentDocument, SealedAssessment, Signing } from '../assessments/assessment.document';
import type { AssessmentResponse } from '../assessments/assessment.dto';
import type { TopStep } from '../assessments/scoring/steps/top-steps';
import { effortWords } from '../reports/security-risk-assessment/actions.presenter';
import { levelView, type LevelView } from '../reports/security-risk-assessment/level-words';
import { counted, listed } from '../reports/security-risk-assessment/number-words';
import { redactionWords } from '../reports/security-risk-assessment/redaction-words';
import { servicesInOrder } from '../reports/security-risk-assessment/service-order';
import { leadSentence } from '../reports/security-risk-assessment/summary.presenter';
import { standingOf, type StandingView } from './assessment-state';
import { comparisonView, type ComparisonView } from './comparison.presenter';

export interface DecisionView {
  name: string;
  decision: string;
  why: string;
  level: LevelView;
  before: LevelView;
  /** "Initial, 3 facts open"; empty where everything is known */
  initial: string;
}

interface SigningView extends Signing {
  act: string;
}

export interface AssessmentView {
  /** address of the practice, and of this assessment */
  at: string;
  here: string;
  asOf: string;
  standing: StandingView;
  isFinal: boolean;
  canReview: boolean;
  canSeal: boolean;
  createdAt: string;
  assessor: string;
  lead: string;
  decisions: DecisionView[];
  /** the threats of the practice's own register; null in documents of before they were rated */
  practice: { level: LevelView; initial: string } | null;
  /** "5 facts open about the tools and 1 fact open about the practice itself"; empty where everything is known */
  initial: string;
  open: { name: string; facts: { what: string; task: string }[] }[];
  steps: { title: string; effort: string; effect: string }[];
  /** null: no sealed assessment came before this one */
  changes: (ComparisonView & { asOf: string; sealedAt: string; sealedBy: string; href: string }) | null;
  signings: SigningView[];
  redactions: string[];
  /** the assessment whose place this one took; empty for most */
  supersedes: string;
  holdsUntil: string;
  holdsBecause: string;
  digest: string;
}

export function assessmentView(
  at: string,
  { id, digest, supersedes, ...row }: AssessmentResponse,
  { document }: SealedAssessment,
): AssessmentView {
  const { results, practiceResult, holdsUntil, assessor } = document;
  const ordered = servicesInOrder(results);
  const names = new Map(results.map(({ service }) => [service.key, service.name]));
  const openOf = ordered.map(({ result }) => ({ name: result.service.name, facts: result.unknowns }));
  const ofPractice = { name: 'The practice itself', facts: practiceResult?.unknowns ?? [] };
  const standing = standingOf(row);
  return {
    ...{ at, here: `${at}/assessments/${id}`, asOf: document.asOf, standing, digest },
    isFinal: standing.code === 'sealed',
    canReview: standing.code === 'draft',
    canSeal: standing.code === 'reviewed',
    createdAt: document.createdAt,
    assessor: assessor ? `${assessor.name}, ${assessor.role}` : '',
    lead: leadSentence(document, ordered),
    decisions: ordered.map(({ result }) => ({
      name: result.service.name,
      decision: result.decision.label,
      why: result.decision.short,
      level: levelView(result.level),
      before: levelView(result.inherentLevel),
      initial: initialWords(result.unknowns.length),
    })),
    practice: practiceResult
      ? { level: levelView(practiceResult.level), initial: initialWords(practiceResult.unknowns.length) }
      : null,
    initial: openWords(openFacts(document), practiceResult?.unknowns.length ?? 0),
    open: [...openOf, ofPractice]
      .filter(({ facts }) => facts.length > 0)
      .map(({ name, facts }) => ({ name, facts: facts.map(({ what, task }) => ({ what, task })) })),
    steps: (document.topSteps ?? []).map((step) => stepView(step, names)),
    changes: changesOf(at, document),
    signings: [...signing('Reviewed', document.review), ...signing('Sealed', document.signOff)],
    redactions: redactionWords(document),
    supersedes: supersedes ? `${at}/assessments/${supersedes}` : '',
    holdsUntil: holdsUntil?.date ?? '',
    holdsBecause: holdsUntil?.because ?? '',
  };
}

/** Facts that are open: each counted once for each tool that it is open for, as in the report. */
export function openFacts({ results }: Pick<AssessmentDocument, 'results'>): number {
  return results.reduce((sum, { unknowns }) => sum + unknowns.length, 0);
}

export function initialWords(open: number): string {
  return open === 0 ? '' : `Initial, ${factsOpen(open)}`;
}

/** The two are told apart, since the report counts the facts about tools. */
export function openWords(ofTools: number, ofPractice: number): string {
  const about = [
    ...(ofTools > 0 ? [`${factsOpen(ofTools)} about the tools`] : []),
    ...(ofPractice > 0 ? [`${factsOpen(ofPractice)} about the practice itself`] : []),
  ];
  return listed(about);
}

const factsOpen = (count: number): string => `${counted(count, 'fact')} open`;

/** @param names of the tools, by key */
function stepView(
  { title, effort, betters, services }: TopStep,
  names: ReadonlyMap<string, string>,
): AssessmentView['steps'][number] {
  const named = (keys: readonly string[]): string => listed(keys.map((key) => names.get(key) ?? key));
  return {
    title,
    effort: effortWords(effort),
    effect:
      betters.length > 0 ? `betters ${named(betters)} by itself` : `lowers threats of ${named(services)}`,
  };
}

function changesOf(at: string, { comparison }: AssessmentDocument): AssessmentView['changes'] {
  if (!comparison) return null;
  const { assessmentId, asOf, sealedAt, sealedBy } = comparison.previous;
  return {
    ...comparisonView(comparison),
    ...{ asOf, sealedAt: sealedAt ?? '', sealedBy: sealedBy ?? '' },
    href: assessmentId ? `${at}/assessments/${assessmentId}` : '',
  };
}

function signing(act: string, one: Signing | null): SigningView[] {
  return one ? [{ act, name: one.name, role: one.role, at: one.at, statement: one.statement }] : [];
}
