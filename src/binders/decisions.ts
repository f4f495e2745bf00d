// Every decision that a sealed assessment holds, as rows: what may be used, what an assessor set, what stands in place of an addressable specification, what was decided of obligations, and who
// stands behind it all. Pure.
import type { AssessmentDocument } from '../assessments/assessment.document';

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
    ...uses(document),
    ...adjusted(document),
    ...addressable(document),
    ...intervals(document),
    ...signed(document),
  ];
}

const person = ({ name, role }: { name: string; role: string }): string => `${name}, ${role}`;

function uses({ results, asOf, signOff }: AssessmentDocument): DecisionRow[] {
  return results.map(({ service, decision }) => ({
    ...{ kind: 'Use of a tool', about: service.name, decided: decision.label },
    reason: [...decision.reasons, ...decision.conditions.map((one) => `Condition: ${one}`)].join(' '),
    by: signOff ? person(signOff) : '',
    on: asOf,
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
  return (safeguardsReview?.entries ?? []).flatMap(({ entry, title, decision }) =>
    decision
      ? [
          {
            kind: 'In place of an addressable specification (45 CFR 164.306(d)(3))',
            about: `${entry} ${title}`,
            decided: decision.alternative ?? 'No measure in its place',
            reason: [decision.whyNotReasonable, decision.whyNoAlternative].filter(Boolean).join(' '),
            by: person(decision.decidedBy),
            on: decision.decidedOn,
          },
        ]
      : [],
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
