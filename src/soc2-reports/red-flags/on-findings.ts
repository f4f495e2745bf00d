// Red flags on what the auditor found and did not look at, and on what the practice leaves undone.
import type { RedFlagId } from '../soc2-knowledge';
import { SOC2_REPORT_KINDS, type ControlTopic } from '../soc2-words';
import type { RedFlagRule } from './red-flag-facts';

/** Access, logging, change, vendors and incidents, as the trust services criteria number them. */
const CRITERIA_THAT_MATTER = /^CC[6-9](\.|$)/;
const TOPICS_THAT_MATTER: readonly ControlTopic[] = [
  'off_boarding',
  'authentication',
  'logging',
  'encryption',
  'backup',
];

const badOpinion: RedFlagRule = ({ report: { opinion } }) =>
  opinion === 'adverse' || opinion === 'disclaimer'
    ? `The opinion is ${opinion === 'adverse' ? 'adverse' : 'disclaimed'}.`
    : null;

const qualifiedWhereItMatters: RedFlagRule = ({ report: { opinion, qualifiedCriteria } }) => {
  if (opinion !== 'qualified') return null;
  if (!qualifiedCriteria?.length) return 'The opinion is qualified and the criteria are not recorded.';
  const touched = qualifiedCriteria.filter((criterion) => CRITERIA_THAT_MATTER.test(criterion));
  return touched.length > 0 ? `The opinion is qualified on ${touched.join(', ')}.` : null;
};

const securityOnly: RedFlagRule = ({ report: { kind, categories } }) =>
  SOC2_REPORT_KINDS.includes(kind) && categories.length === 1 && categories[0] === 'security'
    ? 'Only security was examined.'
    : null;

const exceptionsThatMatter: RedFlagRule = ({ report }, { manyExceptions }) => {
  const exceptions = report.exceptions ?? [];
  if (exceptions.length >= manyExceptions) return `Exceptions noted: ${exceptions.length}.`;
  const grave = exceptions.filter(({ topic }) => topic && TOPICS_THAT_MATTER.includes(topic));
  if (grave.length === 0) return null;
  return `Exceptions on ${[...new Set(grave.map(({ topic }) => (topic ?? 'other').replace('_', ' ')))].join(', ')}.`;
};

const notDoneByThePractice: RedFlagRule = ({ report: { userEntityControls }, asOf }) => {
  const open = (userEntityControls ?? []).filter(
    ({ status, doneSince, notApplicableReason }) =>
      !(status === 'done' && doneSince && doneSince <= asOf) &&
      !(status === 'not_applicable' && notApplicableReason),
  );
  return open.length > 0 ? `Not done: ${open.map(({ key }) => key).join(', ')}.` : null;
};

const silentOnAi: RedFlagRule = ({ report, services }) =>
  services.some(({ usesAi }) => usesAi) && report.controlTests?.aiMentioned === 'no'
    ? 'No control speaks of models, prompts, training data or AI.'
    : null;

const incidentUnexplained: RedFlagRule = ({ report: { incidents } }) => {
  const open = (incidents ?? []).filter(({ rootCauseStated }) => rootCauseStated !== 'yes').length;
  return open > 0 ? `Incidents without a root cause: ${open}.` : null;
};

export const RULES_ON_FINDINGS = {
  'SOC-RF05': badOpinion,
  'SOC-RF06': qualifiedWhereItMatters,
  'SOC-RF09': securityOnly,
  'SOC-RF10': exceptionsThatMatter,
  'SOC-RF15': notDoneByThePractice,
  'SOC-RF17': silentOnAi,
  'SOC-RF18': incidentUnexplained,
} as const satisfies Partial<Record<RedFlagId, RedFlagRule>>;
