// The plain questions by which a practice answers for the Security Rule (catalogs/safeguard-questions.yaml).

export interface SafeguardGroup {
  readonly id: string;
  /** in a practice owner's words */
  readonly title: string;
  readonly intro: string;
}

export interface SafeguardQuestion {
  readonly id: string;
  readonly group: string;
  readonly question: string;
  readonly help: string;
  readonly why: string;
  /** what a good answer looks like */
  readonly good: string;
  /** what could show it */
  readonly evidence: string;
  /** the entries that it answers, one to five */
  readonly entries: readonly string[];
  /** questions of the due-diligence questionnaire about the practice that speak of the same */
  readonly related: readonly string[];
}
