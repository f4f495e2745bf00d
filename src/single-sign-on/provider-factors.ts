// Whether an identity provider says that somebody gave a second factor. Its word counts only as far as the organization has said which words mean that.
export interface FactorClaims {
  /** methods, such as pwd, otp, mfa (RFC 8176) */
  amr?: unknown;
  /** a class of authentication, in the provider's own words */
  acr?: unknown;
}

export interface TrustedWords {
  secondFactorAmr: readonly string[];
  secondFactorAcr: readonly string[];
}

export function saysSecondFactor(
  { amr, acr }: FactorClaims,
  { secondFactorAmr, secondFactorAcr }: TrustedWords,
): boolean {
  const methods: unknown[] = Array.isArray(amr) ? amr : [];
  return (
    methods.some((method) => typeof method === 'string' && secondFactorAmr.includes(method)) ||
    (typeof acr === 'string' && secondFactorAcr.includes(acr))
  );
}
