// The grounds on which a recipient of client data is no business associate: a closed list, each by its citation. What each covers, where
// it ends and how sure that is stands in catalogs/business-associate-exceptions.yaml; the loader holds the two together.

export const EXCEPTION_GROUNDS = [
  'treatment_disclosure',
  'conduit',
  'payment_by_financial_institution',
  'health_plan_payment',
  'workforce_member',
  'disclosure_to_individual',
  'app_chosen_by_individual',
  'deidentified',
] as const;
export type ExceptionGround = (typeof EXCEPTION_GROUNDS)[number];

export const EXCEPTION_CITATIONS: Readonly<Record<ExceptionGround, string>> = {
  treatment_disclosure: '45 CFR 164.502(e)(1)(ii)(A)',
  conduit: '45 CFR 160.103 (business associate), as read by HHS in 78 FR 5566, 5571',
  payment_by_financial_institution: 'HIPAA section 1179 (42 U.S.C. 1320d-8)',
  health_plan_payment: '45 CFR 164.506(c)(1)',
  workforce_member: '45 CFR 160.103 (business associate, paragraph (1); workforce)',
  disclosure_to_individual: '45 CFR 164.502(a)(1)(i)',
  app_chosen_by_individual: '45 CFR 160.103 (business associate, "on behalf of"), as read by HHS',
  deidentified: '45 CFR 164.502(d)(2), 164.514(a)-(b)',
};

interface ExceptionClaim {
  exceptionGround?: ExceptionGround | null;
  exceptionCitation?: string | null;
}

/** What a flow's exception rests on, by citation: that of its ground, or the one written by hand. Null when neither is given. */
export function exceptionCitationOf({ exceptionGround, exceptionCitation }: ExceptionClaim): string | null {
  return exceptionGround ? EXCEPTION_CITATIONS[exceptionGround] : (exceptionCitation ?? null);
}
