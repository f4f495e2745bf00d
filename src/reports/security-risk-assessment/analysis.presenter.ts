// How the facts were gathered, which threats were looked at by what they come from, and what each level of likelihood and impact means: what a reader needs to follow the ratings.
import type { AssessmentDocument } from '../../assessments/assessment.document';
import { LEVELS } from '../../common/level';
import { reportOutline, type ThreatOrigin } from '../outline/report-outline';
import { shortDate } from './date-words';
import { levelView, type LevelView } from './level-words';
import { counted } from './number-words';

export interface AnalysisView {
  gathered: { how: string; told: string }[];
  threats: { from: string; rows: { id: string; title: string; rated: string }[] }[];
  levels: { level: LevelView; likelihood: string; impact: string }[];
}

const FROM_WORDS: Readonly<Record<ThreatOrigin | 'other', string>> = {
  people: 'From people',
  technology: 'From technology',
  surroundings: 'From the surroundings and from others failing',
  other: 'Not sorted',
};

export function analysisView(document: AssessmentDocument): AnalysisView {
  const { levels } = reportOutline();
  return {
    gathered: gatheredOf(document),
    threats: threatsOf(document),
    levels: [...LEVELS].reverse().map((level) => ({ level: levelView(level), ...levels[level] })),
  };
}

function gatheredOf({ dossier, safeguardsReview }: AssessmentDocument): AnalysisView['gathered'] {
  const questionnaires = dossier.questionnaires ?? [];
  const answers = questionnaires.flatMap((one) => one.answers ?? []);
  const evidence = dossier.evidence ?? [];
  const dates = evidence.map(({ issuedOn }) => issuedOn).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  const withFile = evidence.filter(({ file }) => file).length;
  const entries = safeguardsReview?.entries ?? [];
  const asked = entries.filter(({ answeredOn }) => answeredOn !== null).length;
  return [
    {
      how: 'Questions to vendors and to the practice',
      told: `${counted(answers.length, 'answer')} in ${counted(questionnaires.length, 'questionnaire')}; who gave each stands beside it.`,
    },
    {
      how: 'Documents on file',
      told: `${counted(evidence.length, 'document')}${first && last ? ` dated ${shortDate(first)} to ${shortDate(last)}` : ''}, ${withFile} with the file and its fingerprint.`,
    },
    {
      how: 'Agreements and reports that were read',
      told: `${counted(dossier.agreements?.length ?? 0, 'agreement')}, ${counted(dossier.soc2Reports?.length ?? 0, 'SOC 2 report')}, ${counted(dossier.attestations?.length ?? 0, 'other attestation')}.`,
    },
    {
      how: 'What the practice said of itself',
      told:
        entries.length > 0
          ? `${asked} of ${entries.length} entries of the Security Rule answered.`
          : 'Nothing.',
    },
    {
      how: 'Flows of client data',
      told: `${counted(dossier.dataFlows?.length ?? 0, 'flow')} recorded, of ${counted(dossier.services.length, 'tool')}.`,
    },
  ];
}

function threatsOf({ results, practiceResult }: AssessmentDocument): AnalysisView['threats'] {
  const { threatSources } = reportOutline();
  const rated = new Map<string, { id: string; title: string; tools: number; isPractice: boolean }>();
  const add = (id: string, title: string, isPractice: boolean): void => {
    const known = rated.get(id) ?? { id, title, tools: 0, isPractice: false };
    rated.set(id, {
      ...known,
      tools: known.tools + (isPractice ? 0 : 1),
      isPractice: known.isPractice || isPractice,
    });
  };
  for (const { threats } of results) for (const { id, title } of threats) add(id, title, false);
  for (const { id, title } of practiceResult?.threats ?? []) add(id, title, true);
  const originOf = new Map(
    Object.entries(threatSources).flatMap(([from, ids]) => ids.map((id) => [id, from] as const)),
  );
  return (Object.keys(FROM_WORDS) as (keyof typeof FROM_WORDS)[])
    .map((from) => ({
      from: FROM_WORDS[from],
      rows: [...rated.values()]
        .filter(({ id }) => (originOf.get(id) ?? 'other') === from)
        .sort((one, other) => (one.id < other.id ? -1 : 1))
        .map(({ id, title, tools, isPractice }) => ({
          ...{ id, title },
          rated: [
            ...(isPractice ? ['the practice'] : []),
            ...(tools > 0 ? [counted(tools, 'tool')] : []),
          ].join(', '),
        })),
    }))
    .filter(({ rows }) => rows.length > 0);
}
