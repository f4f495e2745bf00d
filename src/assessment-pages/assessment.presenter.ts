// One assessment for its readers: what was decided, what is not known yet, what would lower the risk, what changed, who stands behind it.
import type { AssessmentDocument, SealedAssessment, Signing } from '../assessments/assessment.document';
import type { AssessmentResponse } from '../assessments/assessment.dto';
import type { ServiceResult } from '../assessments/scoring/service-result';
import type { TopStep } from '../assessments/scoring/steps/top-steps';
import { effortWords } from '../reports/security-risk-assessment/actions.presenter';
import {
  levelBeside,
  levelView,
  type LevelView,
  type ServiceLevelView,
} from '../reports/security-risk-assessment/level-words';
import { listed } from '../reports/security-risk-assessment/number-words';
import {
  openFactsOf,
  openInDocument,
  openWords,
  type OpenFacts,
} from '../reports/security-risk-assessment/open-facts';
import { redactionWords } from '../reports/security-risk-assessment/redaction-words';
import { samePersonWords } from '../reports/security-risk-assessment/same-person';
import { servicesInOrder } from '../reports/security-risk-assessment/service-order';
import { leadSentence } from '../reports/security-risk-assessment/summary.presenter';
import { standingOf, type StandingView } from './assessment-state';
import { comparisonView, type ComparisonView } from './comparison.presenter';
import { holdsWords } from './holds-words';

export interface DecisionView {
  name: string;
  decision: string;
  why: string;
  level: ServiceLevelView;
  before: ServiceLevelView;
  /** "Initial, 3 of 20 facts open"; empty where everything is known */
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
  /** what the document may call itself */
  title: string;
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
  /** "5 of 88 facts open about the tools and 1 of 20 facts open about the practice itself"; empty where everything is known */
  initial: string;
  open: { name: string; facts: { what: string; task: string }[] }[];
  /** what has to be put right before a tool may be used, tool by tool */
  stopped: { name: string; remedies: string[] }[];
  steps: { title: string; effort: string; effect: string }[];
  /** null: no sealed assessment came before this one */
  changes: (ComparisonView & { asOf: string; sealedAt: string; sealedBy: string; href: string }) | null;
  signings: SigningView[];
  /** said where one person reviewed and sealed it; empty otherwise */
  samePerson: string;
  openComments: number;
  redactions: string[];
  /** the assessment whose place this one took; empty for most */
  supersedes: string;
  holdsUntil: string;
  holdsBecause: string;
  digest: string;
}

export function assessmentView(
  at: string,
  { id, digest, supersedes, openComments, ...row }: AssessmentResponse,
  { document }: SealedAssessment,
): AssessmentView {
  const { results, practiceResult, holdsUntil, assessor } = document;
  const ordered = servicesInOrder(results);
  const names = new Map(results.map(({ service }) => [service.key, service.name]));
  const openOf = ordered.map(({ result }) => ({ name: result.service.name, facts: result.unknowns }));
  const ofPractice = { name: 'The practice itself', facts: practiceResult?.unknowns ?? [] };
  const standing = standingOf(row);
  return {
    ...{ at, here: `${at}/assessments/${id}`, asOf: document.asOf, title: document.title, standing, digest },
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
      level: levelBeside(result.level, result.decision.code),
      before: levelBeside(result.inherentLevel, result.decision.code),
      initial: initialWords(openFactsOf([result])),
    })),
    practice: practiceResult
      ? { level: levelView(practiceResult.level), initial: initialWords(openFactsOf([practiceResult])) }
      : null,
    initial: openInDocument(document, 'the tools'),
    open: [...openOf, ofPractice]
      .filter(({ facts }) => facts.length > 0)
      .map(({ name, facts }) => ({ name, facts: facts.map(({ what, task }) => ({ what, task })) })),
    stopped: ordered.flatMap(({ result }) => stoppedBy(result)),
    steps: (document.topSteps ?? []).map((step) => stepView(step, names)),
    changes: changesOf(at, document),
    signings: [...signing('Reviewed', document.review), ...signing('Sealed', document.signOff)],
    samePerson: samePersonWords(document),
    openComments,
    redactions: redactionWords(document),
    supersedes: supersedes ? `${at}/assessments/${supersedes}` : '',
    holdsUntil: holdsUntil?.date ?? '',
    holdsBecause: holdsUntil ? holdsWords(holdsUntil.because) : '',
  };
}

function stoppedBy({ service, gates }: ServiceResult): AssessmentView['stopped'] {
  const remedies = gates.flatMap(({ state, remedy }) => (state === 'fired' && remedy ? [remedy] : []));
  return remedies.length > 0 ? [{ name: service.name, remedies }] : [];
}

/** "Initial, 3 of 20 facts open"; empty where everything is known */
export function initialWords(facts: OpenFacts): string {
  const words = openWords(facts);
  return words && `Initial, ${words}`;
}

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
      betters.length > 0
        ? `by itself gives ${named(betters)} a better result`
        : `lowers threats of ${named(services)}`,
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
