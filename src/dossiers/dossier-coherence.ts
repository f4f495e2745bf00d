// What the records of a dossier must be together: the same rules for a file, for an import and after every single write.
import type { Fault } from '../common/problems/domain.error';
import { AGREEMENT_DATE_RULES } from './coherence/agreement-dates';
import { AGREEMENT_REFERENCE_RULES } from './coherence/agreement-references';
import { ASSET_RULES } from './coherence/assets';
import { ASSURANCE_RULES } from './coherence/assurance';
import { CONSENT_FORM_RULES } from './coherence/consent-forms';
import { DATE_RULES } from './coherence/dates';
import { EVIDENCE_RULES } from './coherence/evidence';
import { GROUND_RULES } from './coherence/grounds';
import { INCIDENT_COURSE_RULES } from './coherence/incident-course';
import { INCIDENT_REFERENCE_RULES } from './coherence/incident-references';
import { OBLIGATION_RULES } from './coherence/obligations';
import { OVERSIGHT_COURSE_RULES } from './coherence/oversight-course';
import { OVERSIGHT_REFERENCE_RULES } from './coherence/oversight-references';
import { ONE_OF_EACH_RULES } from './coherence/one-of-each';
import { POLICY_RULES } from './coherence/policies';
import { WORKFORCE_RULES } from './coherence/workforce';
import { QUESTIONNAIRE_RULES } from './coherence/questionnaires';
import { PRACTICE_DECISION_RULES } from './coherence/practice-decisions';
import { FINDING_RULES } from './coherence/findings';
import { RISK_ACCEPTANCE_RULES } from './coherence/risk-acceptances';
import { REFERENCE_RULES } from './coherence/references';
import { SAFEGUARD_RULES } from './coherence/safeguards';
import { VENDOR_GROUND_RULES } from './coherence/vendor-grounds';
import { VENDOR_REFERENCE_RULES } from './coherence/vendor-references';
import type { CoherenceContext } from './coherence/rule';
import type { Dossier } from './dossier.document';

export type { CoherenceContext } from './coherence/rule';

const RULES = [
  ...ONE_OF_EACH_RULES,
  ...REFERENCE_RULES,
  ...DATE_RULES,
  ...AGREEMENT_DATE_RULES,
  ...AGREEMENT_REFERENCE_RULES,
  ...GROUND_RULES,
  ...ASSURANCE_RULES,
  ...EVIDENCE_RULES,
  ...VENDOR_REFERENCE_RULES,
  ...VENDOR_GROUND_RULES,
  ...QUESTIONNAIRE_RULES,
  ...SAFEGUARD_RULES,
  ...INCIDENT_REFERENCE_RULES,
  ...INCIDENT_COURSE_RULES,
  ...ASSET_RULES,
  ...OVERSIGHT_REFERENCE_RULES,
  ...OVERSIGHT_COURSE_RULES,
  ...OBLIGATION_RULES,
  ...CONSENT_FORM_RULES,
  ...POLICY_RULES,
  ...WORKFORCE_RULES,
  ...RISK_ACCEPTANCE_RULES,
  ...FINDING_RULES,
  ...PRACTICE_DECISION_RULES,
];

/** Every way in which the records do not fit each other; none when they do. Each rule has a stable code (docs/dossier.md). */
export function findIncoherences(dossier: Dossier, context: CoherenceContext = {}): Fault[] {
  return RULES.flatMap((rule) => rule(dossier, context));
}
