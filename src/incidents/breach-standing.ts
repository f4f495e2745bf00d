// Is an incident a breach of unsecured client data? It is presumed to be one until the practice shows otherwise (45 CFR 164.402 (breach, paragraph (2)),
// 164.414(b): the burden of proof is the practice's).
import type { IncidentFields } from './incident.fields';
import { BREACH_FACTORS, type BreachFactor } from './incident-words';

export const BREACH_VERDICTS = [
  /** nothing was used as the privacy rule does not allow: a security incident, and no breach */
  'no_impermissible_use',
  /** whoever had the data could not read it: no breach of unsecured data */
  'data_secured',
  'exception',
  'low_probability',
  /** presumed, since nothing shows otherwise */
  'presumed_breach',
  /** the practice itself found that a low probability cannot be shown */
  'breach',
] as const;
export type BreachVerdict = (typeof BREACH_VERDICTS)[number];

export interface BreachStanding {
  readonly verdict: BreachVerdict;
  /** notices are owed */
  readonly isBreach: boolean;
  /** factors without a finding and its reason, in the order of the rule */
  readonly openFactors: readonly BreachFactor[];
}

export type BreachFacts = Pick<
  IncidentFields,
  'impermissibleUse' | 'dataSecured' | 'exception' | 'exceptionReason' | 'factors' | 'conclusion'
>;

export function breachStandingOf(incident: BreachFacts): BreachStanding {
  const openFactors = openFactorsOf(incident);
  const verdict = verdictOf(incident, openFactors);
  return { verdict, isBreach: verdict === 'presumed_breach' || verdict === 'breach', openFactors };
}

/** A factor that is not known shows nothing, and neither does one without a reason. */
export function openFactorsOf({ factors }: Pick<BreachFacts, 'factors'>): BreachFactor[] {
  const found = (factors ?? []).filter(
    ({ finding, reason }) => finding !== 'unknown' && reason.trim() !== '',
  );
  return BREACH_FACTORS.filter((factor) => !found.some((one) => one.factor === factor));
}

function verdictOf(
  { impermissibleUse, dataSecured, exception, exceptionReason, conclusion, factors }: BreachFacts,
  openFactors: readonly BreachFactor[],
): BreachVerdict {
  if (impermissibleUse === 'no') return 'no_impermissible_use';
  if (dataSecured === 'yes') return 'data_secured';
  if (exception && exceptionReason) return 'exception';
  // 45 CFR 164.402(2): low is to be shown; four factors of which none points to it show nothing.
  const pointsToLow = (factors ?? []).some(({ finding }) => finding === 'points_to_low');
  if (conclusion?.probability === 'low' && conclusion.reason && openFactors.length === 0 && pointsToLow)
    return 'low_probability';
  return conclusion?.probability === 'not_low' ? 'breach' : 'presumed_breach';
}
