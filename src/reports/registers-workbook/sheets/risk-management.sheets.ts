import type { AssessmentDocument } from '../../../assessments/assessment.document';
import { changeWords } from '../../../risk-acceptances/acceptance-words';
import { levelWord } from '../../security-risk-assessment/level-words';
import { codeWords, day, lines, sheetOf, WIDTH, type Sheet } from '../sheet';

const NOT_WORKED_OUT = 'This was not worked out in this assessment.';

/** Each finding with each of its corrective actions, a row an action; one row for a finding without any. */
export function findingsSheet({ dossier, riskManagement }: AssessmentDocument): Sheet {
  const recorded = new Map((dossier.findings ?? []).map((one) => [one.key, one]));
  const rows = (riskManagement?.findings ?? []).flatMap((registered) => {
    const finding = recorded.get(registered.key);
    const actions = finding?.actions ?? [];
    return (actions.length > 0 ? actions : [null]).map((action) => ({ registered, finding, action }));
  });
  return sheetOf('Findings', riskManagement ? 'No finding is on record.' : NOT_WORKED_OUT, rows, [
    { title: 'Finding', width: WIDTH.sentence, cell: ({ finding }) => finding?.title },
    { title: 'Key', width: 22, cell: ({ registered }) => registered.key },
    { title: 'Tool', width: WIDTH.name, cell: ({ finding }) => finding?.service },
    { title: 'From', width: WIDTH.short, cell: ({ finding }) => finding && codeWords(finding.source) },
    { title: 'Id', width: WIDTH.name, cell: ({ finding }) => finding?.sourceId },
    { title: 'Severity', width: WIDTH.short, cell: ({ finding }) => finding && levelWord(finding.severity) },
    { title: 'Found', width: WIDTH.short, cell: ({ finding }) => day(finding?.foundOn) },
    { title: 'State', width: WIDTH.short, cell: ({ registered }) => codeWords(registered.state) },
    { title: 'Corrective action', width: WIDTH.sentence, cell: ({ action }) => action?.action },
    {
      title: 'Owner',
      width: WIDTH.name,
      cell: ({ action }) => action && `${action.owner.name}, ${action.owner.role}`,
    },
    { title: 'Due', width: WIDTH.short, cell: ({ action }) => day(action?.dueOn) },
    {
      title: 'Overdue',
      width: WIDTH.short,
      cell: ({ registered, action }) =>
        action && registered.overdueActions.includes(action.key) ? 'yes' : null,
    },
    { title: 'Done', width: WIDTH.short, cell: ({ action }) => day(action?.doneOn) },
    { title: 'What was done', width: WIDTH.sentence, cell: ({ action }) => action?.done },
    { title: 'Expected effect', width: WIDTH.sentence, cell: ({ action }) => action?.expectedEffect },
    {
      title: 'Looked back at',
      width: WIDTH.sentence,
      cell: ({ finding }) =>
        lines(
          (finding?.reviews ?? []).map(
            ({ on, outcome, by, seen }) => `${on} ${codeWords(outcome)} (${by.name}): ${seen}`,
          ),
        ),
    },
  ]);
}

export function acceptedRisksSheet({ dossier, riskManagement }: AssessmentDocument): Sheet {
  const recorded = new Map((dossier.riskAcceptances ?? []).map((one) => [one.key, one]));
  const rows = (riskManagement?.acceptances ?? []).map((registered) => ({
    registered,
    accepted: recorded.get(registered.key),
  }));
  return sheetOf('Accepted risks', riskManagement ? 'Nobody bears a risk by name.' : NOT_WORKED_OUT, rows, [
    { title: 'Threat', width: 9, cell: ({ accepted }) => accepted?.threat },
    { title: 'Title', width: WIDTH.name, cell: ({ registered }) => registered.title },
    { title: 'Tool', width: WIDTH.name, cell: ({ accepted }) => accepted?.service },
    {
      title: 'Accepted at',
      width: WIDTH.short,
      cell: ({ accepted }) => accepted && levelWord(accepted.level),
    },
    {
      title: 'Now',
      width: WIDTH.short,
      cell: ({ registered }) => registered.levelNow && levelWord(registered.levelNow),
    },
    { title: 'How it stands', width: WIDTH.short, cell: ({ registered }) => codeWords(registered.state) },
    {
      title: 'Changed since',
      width: WIDTH.sentence,
      cell: ({ registered }) => lines(registered.changes.map(changeWords)),
    },
    {
      title: 'Accepted by',
      width: WIDTH.name,
      cell: ({ accepted }) => accepted && `${accepted.acceptedBy.name}, ${accepted.acceptedBy.role}`,
    },
    { title: 'On', width: WIDTH.short, cell: ({ accepted }) => day(accepted?.acceptedOn) },
    { title: 'Until', width: WIDTH.short, cell: ({ accepted }) => day(accepted?.until) },
    { title: 'Reason', width: WIDTH.sentence, cell: ({ accepted }) => accepted?.reason },
    { title: 'Meanwhile', width: WIDTH.sentence, cell: ({ accepted }) => accepted?.meanwhile },
    { title: 'Ended', width: WIDTH.short, cell: ({ accepted }) => day(accepted?.ended?.on) },
    {
      title: 'Digest of what it rested on',
      width: WIDTH.name,
      cell: ({ accepted }) => accepted?.basis.digest,
    },
  ]);
}

export function practiceDecisionsSheet({ dossier, riskManagement }: AssessmentDocument): Sheet {
  const recorded = new Map((dossier.practiceDecisions ?? []).map((one) => [one.key, one]));
  const rows = (riskManagement?.decisions ?? []).map((registered) => ({
    registered,
    decided: recorded.get(registered.key),
  }));
  return sheetOf('Decisions', riskManagement ? 'No decision is on record.' : NOT_WORKED_OUT, rows, [
    { title: 'About', width: WIDTH.name, cell: ({ decided }) => decided?.service ?? 'AI at all' },
    { title: 'Decision', width: WIDTH.short, cell: ({ decided }) => decided && codeWords(decided.outcome) },
    { title: 'On', width: WIDTH.short, cell: ({ decided }) => day(decided?.decidedOn) },
    {
      title: 'By',
      width: WIDTH.name,
      cell: ({ decided }) => decided && `${decided.decidedBy.name}, ${decided.decidedBy.role}`,
    },
    {
      title: 'The result said',
      width: WIDTH.short,
      cell: ({ decided }) => decided?.lookedAt && codeWords(decided.lookedAt.decision),
    },
    { title: 'Less strict because', width: WIDTH.sentence, cell: ({ decided }) => decided?.contraryReason },
    { title: 'Hoped for', width: WIDTH.sentence, cell: ({ decided }) => decided?.benefit },
    { title: 'At risk', width: WIDTH.sentence, cell: ({ decided }) => decided?.risk },
    { title: 'Reasons', width: WIDTH.sentence, cell: ({ decided }) => decided?.reasons },
    {
      title: 'Conditions',
      width: WIDTH.sentence,
      cell: ({ decided }) =>
        lines(
          (decided?.conditions ?? []).map(
            ({ condition, metOn }) => `${condition} (${metOn ? `met ${metOn}` : 'open'})`,
          ),
        ),
    },
    { title: 'Look again', width: WIDTH.short, cell: ({ decided }) => day(decided?.reviewOn) },
    {
      title: 'Replaced',
      width: WIDTH.short,
      cell: ({ registered }) => (registered.isSuperseded ? 'yes' : null),
    },
  ]);
}
