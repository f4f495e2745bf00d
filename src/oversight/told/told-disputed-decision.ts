import type { DisputedDecisionFields } from '../disputed-decisions/disputed-decision.fields';
import {
  disputeStanding,
  type DisputeClock,
  type DisputeStanding,
} from '../disputed-decisions/dispute-clock';
import {
  counted,
  day,
  evidenceNames,
  factsOf,
  good,
  plain,
  weak,
  type Around,
  type ToldOversight,
  type ToldRemark,
} from './told';

type Dispute = DisputedDecisionFields & { key: string; service: string };

export function toldDisputedDecision(dispute: Dispute, around: Around): ToldOversight {
  const { catalog, today } = around;
  const standing = disputeStanding(dispute, today);
  const { answer, appeal } = standing;
  return {
    ...{ kind: 'disputed_decision', key: dispute.key, service: dispute.service, vendor: null },
    on: dispute.receivedOn,
    title: `${dispute.reference}: ${catalog.outputs[dispute.output].toLowerCase()}`,
    verdict: verdictOn(dispute, standing, around),
    remarks: [
      clockRemark(answer, 'Answered', 'Open'),
      ...(appeal ? [clockRemark(appeal, 'Appeal decided', 'Appeal open')] : []),
      ...(standing.isSameReviewer ? [weak('The appeal was decided by whoever had decided before')] : []),
      ...(dispute.decidedOn && !dispute.toldOn
        ? [weak('That whoever questioned it was told is not on record')]
        : []),
      ...(dispute.asksForAmendment === 'no'
        ? []
        : [
            plain(
              dispute.asksForAmendment === 'yes'
                ? 'A request to correct the record has a term of the law of its own (45 CFR 164.526; from knowledge, not checked)'
                : 'Whether it also asks to correct the record is not known; such a request has a term of the law (45 CFR 164.526; from knowledge, not checked)',
            ),
          ]),
    ],
    facts: factsOf({
      'Questioned by': catalog.questioners[dispute.questionedBy],
      'Questioned on': day(dispute.receivedOn),
      'Answer promised by': day(answer.dueOn),
      'Who looked at it again': dispute.reviewer,
      'Decided on': day(dispute.decidedOn),
      'What came of it': dispute.outcome && catalog.outcomes[dispute.outcome],
      Why: dispute.reason,
      'Told on': day(dispute.toldOn),
      'Appeal asked for on': day(dispute.appealOn),
      'Appeal promised by': day(appeal?.dueOn),
      'Who decided the appeal': dispute.appealReviewer,
      'Appeal decided on': day(dispute.appealDecidedOn),
      'What came of the appeal': dispute.appealOutcome && catalog.outcomes[dispute.appealOutcome],
      'What changes because of it': dispute.lesson,
      Evidence: evidenceNames(dispute.evidenceKeys, around),
    }),
    table: null,
  };
}

function verdictOn(
  { outcome, appealOutcome }: Dispute,
  { state, answer, appeal }: DisputeStanding,
  { catalog }: Around,
): ToldRemark {
  if (state === 'open') return weak(answer.isLate ? 'Open, past the promised day' : 'Open');
  if (state === 'appeal_open')
    return weak(appeal?.isLate ? 'Under appeal, past the promised day' : 'Under appeal');
  const last = appealOutcome ?? outcome;
  return good(last ? catalog.outcomes[last] : 'Decided');
}

function clockRemark({ days, doneOn, isLate, dueOn }: DisputeClock, done: string, open: string): ToldRemark {
  const words = doneOn ? `${done} after ${counted(days, 'day')}` : `${open} for ${counted(days, 'day')}`;
  if (isLate) return weak(`${words}, later than promised`);
  if (!doneOn) return plain(words);
  return dueOn ? good(`${words}, as promised`) : plain(`${words}; no term was promised`);
}
