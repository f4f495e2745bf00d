// Every decision that a sealed assessment holds, as rows: what came out for each tool, what the practice itself decided and accepted, what an assessor set, what stands in place of an addressable specification, what was decided of obligations, and who
// stands behind it all. Pure.
import type { AssessmentDocument } from '../assessments/assessment.document';
import { AI_AT_ALL, OUTCOME_WORDS } from '../practice-decisions/decision-words';

export interface DecisionRow {
  kind: string;
  about: string;
  decided: string;
  reason: string;
  by: string;
  on: string;
}

export function decisionRows(document: AssessmentDocument): DecisionRow[] {
  return [
    ...results(document),
    ...ownDecisions(document),
    ...accepted(document),
    ...adjusted(document),
    ...addressable(document),
    ...intervals(document),
    ...signed(document),
  ];
}

const person = ({ name, role }: { name: string; role: string }): string => `${name}, ${role}`;

/** What the facts lead to; what the practice decided stands in rows of its own. */
function results({ results: rated, asOf, signOff }: AssessmentDocument): DecisionRow[] {
  return rated.map(({ service, decision }) => ({
    ...{ kind: 'Result for a tool', about: service.name, decided: decision.label },
    reason: [...decision.reasons, ...decision.conditions.map((one) => `Condition: ${one}`)].join(' '),
    by: signOff ? person(signOff) : '',
    on: asOf,
  }));
}

function ownDecisions({ dossier }: AssessmentDocument): DecisionRow[] {
  return (dossier.practiceDecisions ?? []).map((one) => ({
    ...{
      kind: 'Decision of the practice',
      about: one.service ?? AI_AT_ALL,
      decided: OUTCOME_WORDS[one.outcome],
    },
    reason: [one.reasons, ...(one.conditions ?? []).map(({ condition }) => `Condition: ${condition}`)].join(
      ' ',
    ),
    ...{ by: person(one.decidedBy), on: one.decidedOn },
  }));
}

function accepted({ dossier }: AssessmentDocument): DecisionRow[] {
  return (dossier.riskAcceptances ?? []).map((one) => ({
    kind: 'Accepted risk',
    about: `${one.threat}, ${one.service ?? 'the practice'}`,
    decided: `${one.level}, until ${one.ended ? `it was ended on ${one.ended.on}` : one.until}`,
    ...{ reason: one.reason, by: person(one.acceptedBy), on: one.acceptedOn },
  }));
}

function adjusted({ dossier }: AssessmentDocument): DecisionRow[] {
  return (dossier.adjustments ?? []).map((one) => ({
    kind: 'Figure set by an assessor',
    about: `${one.threat}, ${one.service ?? 'the practice'}`,
    decided: `${one.target}: ${one.level}${one.withdrawal ? `, withdrawn on ${one.withdrawal.on}` : ''}`,
    reason: one.reason,
    by: person(one.assessor),
    on: one.decidedOn,
  }));
}

function addressable({ safeguardsReview }: AssessmentDocument): DecisionRow[] {
  return (safeguardsReview?.entries ?? []).flatMap(({ entry, title, decision, earlierDecisions = [] }) =>
    [
      ...earlierDecisions.map((one) => ({ one, until: `; in effect until ${one.replacedOn}` })),
      ...(decision ? [{ one: decision, until: '' }] : []),
    ].map(({ one, until }) => ({
      kind: 'In place of an addressable specification (45 CFR 164.306(d)(3))',
      about: `${entry} ${title}`,
      decided: `${one.alternative ?? 'No measure in its place'}${until}`,
      reason: [one.whyNotReasonable, one.whyNoAlternative].filter(Boolean).join(' '),
      by: person(one.decidedBy),
      on: one.decidedOn,
    })),
  );
}

function intervals({ dossier }: AssessmentDocument): DecisionRow[] {
  return (dossier.obligationSettings ?? []).map(
    ({ obligation, decision, months, reason, decidedBy, decidedOn }) => ({
      ...{ kind: 'Obligation', about: obligation, reason, on: decidedOn },
      decided: months ? `Every ${months} months` : decision.replaceAll('_', ' '),
      by: person(decidedBy),
    }),
  );
}

function signed({ review, signOff }: AssessmentDocument): DecisionRow[] {
  return [
    ...(review ? [{ signing: review, decided: 'Reviewed' }] : []),
    ...(signOff ? [{ signing: signOff, decided: 'Sealed' }] : []),
  ].map(({ signing, decided }) => ({
    ...{ kind: 'Signature', about: 'This assessment', decided, reason: signing.statement },
    ...{ by: person(signing), on: signing.at },
  }));
}
