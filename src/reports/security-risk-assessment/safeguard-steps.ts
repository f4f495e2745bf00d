// The gaps of the Security Rule review as steps of the plan: what the rule requires before what is addressable, what is missing before what is
// half done. An addressable specification is never optional: it is carried out, or answered by a written decision (45 CFR 164.306(d)(3)).
import type { AssessmentDocument } from '../../assessments/assessment.document';
import { isOpen, type EntryGap, type EntryState } from '../../safeguards/entry-state';
import type { ReviewedEntry } from '../../safeguards/safeguards-review';
import { citationOf } from '../../safeguards/security-rule';
import { ownersOf } from './risk-management.presenter';

export interface SafeguardStep {
  what: string;
  citation: string;
  /** why it comes where it comes: "Closes a gap of the Security Rule" */
  kind: string;
  /** who answers for it, and who does what is planned by which day; empty where nobody is named */
  owner: string;
}

export interface SafeguardSteps {
  /** what is not, or only partly, in place, or contradicted by the practice's own records */
  gaps: SafeguardStep[];
  /** what nobody knows or has answered yet */
  open: SafeguardStep[];
}

/** Nothing where the review was not worked out. */
export function safeguardSteps(document: AssessmentDocument): SafeguardSteps {
  const entries = document.safeguardsReview?.entries ?? [];
  const planned = ownersOf(document);
  const step = (kind: string, what: string, entry: ReviewedEntry): SafeguardStep => ({
    ...{ what, kind, citation: citationOf(entry.entry) },
    owner: [entry.owner ? `${entry.owner.name}, ${entry.owner.role}` : '', planned(null, [entry.entry])]
      .filter((one) => one !== '')
      .join('; '),
  });
  return {
    gaps: entries
      .flatMap((entry) => (entry.gap ? [{ entry, gap: entry.gap }] : []))
      .sort((one, other) => rankOf(one) - rankOf(other))
      .map(({ entry, gap }) => step(GAP_KIND, gapStep(entry, gap), entry)),
    open: entries
      .filter(({ state }) => isOpen(state))
      .map((entry) => step(OPEN_KIND, `${OPEN_WORDS[entry.state] ?? ''}: ${entry.title}.`, entry)),
  };
}

const GAP_KIND = 'Closes a gap of the Security Rule';
const OPEN_KIND = 'Makes known';

const OPEN_WORDS: Readonly<Partial<Record<EntryState, string>>> = {
  unknown: 'Find out how it stands',
  not_answered: 'Answer the question of the Security Rule review',
  role_not_stated: 'State in the practice profile which other roles the practice has under HIPAA',
};

const HOW_FAR: Readonly<Record<EntryGap, string>> = {
  contradicted: 'Clear up what the practice’s own records contradict',
  missing: 'Put in place',
  partial: 'Put in place whole',
};

function gapStep({ title, designation, done }: ReviewedEntry, gap: EntryGap): string {
  const decide =
    designation === 'addressable' && gap !== 'contradicted'
      ? ' Or write down why it is not reasonable and appropriate here, and what is done instead (45 CFR 164.306(d)(3)).'
      : '';
  const soFar = gap === 'partial' && done ? ` So far: ${done}` : '';
  return `${HOW_FAR[gap]}: ${title}.${soFar}${decide}`;
}

/** In the order of the rule where equal: sorting is stable. */
function rankOf({ entry, gap }: { entry: ReviewedEntry; gap: EntryGap }): number {
  return (entry.designation === 'addressable' ? 2 : 0) + (gap === 'partial' ? 1 : 0);
}
