// One entry of the Security Rule as pages show it: how it stands, what the rule says, and what is open about it.
import { explanations } from '../explanations/explanations';
import type { AddressableDecisionFields } from '../safeguards/safeguard.fields';
import type { ReviewedEntry } from '../safeguards/safeguards-review';
import {
  contradictionWords,
  type NameOfRecord,
  DESIGNATION_WORDS,
  gapWords,
  OUTCOME_WORDS,
  STATE_WORDS,
} from '../safeguards/safeguard-words';
import { citationOf, keyOfEntry } from '../safeguards/security-rule';

export interface EntryView {
  key: string;
  /** 45 CFR 164.308(a)(2) */
  citation: string;
  /** heading of the rule */
  title: string;
  designation: string;
  isAddressable: boolean;
  state: string;
  stateWords: string;
  /** why it does not apply, or what has to be said first; empty where it applies */
  reason: string;
  gap: string;
  contradictions: string[];
  done: string;
  owner: string;
  since: string;
  evidence: string[];
  carriedFrom: string;
  decision: DecisionView | null;
  /** replaced or taken back, the latest first */
  earlier: (DecisionView & { replacedOn: string })[];
  says: string;
  here: string;
  /** somebody has read the text, or a copy or account of it; how is told where the citation leads */
  isChecked: boolean;
}

export interface DecisionView {
  outcome: string;
  whyNotReasonable: string;
  /** what is done instead, or why nothing is */
  instead: string;
  since: string;
  decidedOn: string;
  decidedBy: string;
}

/** Names of services and of what the inventory lists, and titles of agreements, by key. */
export type NameOf = NameOfRecord;

export function entryView(entry: ReviewedEntry, nameOf: NameOf): EntryView {
  const { designation, state, gap, owner, decision } = entry;
  const citation = citationOf(entry.entry);
  const told = explanations().citations.find(citation);
  return {
    ...{ key: keyOfEntry(entry.entry), citation, title: entry.title, state },
    designation: DESIGNATION_WORDS[designation],
    isAddressable: designation === 'addressable',
    stateWords: STATE_WORDS[state],
    reason: entry.reason ?? '',
    gap: gap ? gapWords(gap, designation) : '',
    contradictions: entry.contradictions.map((one) => contradictionWords(one, nameOf)),
    done: entry.done ?? '',
    owner: owner ? `${owner.name}, ${owner.role}` : '',
    since: entry.since ?? '',
    evidence: entry.evidence.map(({ title }) => title),
    carriedFrom: entry.carriedFrom ?? '',
    decision: decision ? decisionView(decision) : null,
    earlier: [...(entry.earlierDecisions ?? [])]
      .reverse()
      .map((one) => ({ ...decisionView(one), replacedOn: one.replacedOn })),
    says: told?.says ?? '',
    here: told?.here ?? '',
    isChecked: told?.isChecked ?? false,
  };
}

function decisionView(decision: AddressableDecisionFields): DecisionView {
  const { name, role } = decision.decidedBy;
  return {
    outcome: OUTCOME_WORDS[decision.outcome],
    whyNotReasonable: decision.whyNotReasonable,
    instead: decision.alternative ?? decision.whyNoAlternative ?? '',
    since: decision.alternativeSince ?? '',
    decidedOn: decision.decidedOn,
    decidedBy: `${name}, ${role}`,
  };
}
