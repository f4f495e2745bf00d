// catalogs/agreement-provisions.yaml as parsed: the provisions, and what a verdict means in each of their groups.
import type {
  ProvisionGroup,
  ProvisionId,
  ProvisionVerdict,
} from '../../business-associate-agreements/provision.fields';

/** required: must be in the contract. rule_duty: binds by regulation. optional_permission: may be granted. recommended: good practice. */
export const PROVISION_STATUSES = ['required', 'rule_duty', 'optional_permission', 'recommended'] as const;
export type ProvisionStatus = (typeof PROVISION_STATUSES)[number];

export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** verified: the regulation's text was read. Reports show the others as unverified. */
export const VERIFICATIONS = ['verified', 'partly', 'unverified'] as const;
export type Verification = (typeof VERIFICATIONS)[number];

/** A verdict on a provision: how far the provision is met by it, and what it says. */
export interface VerdictMeaning {
  readonly met: 'fully' | 'partly' | 'not_met';
  readonly meaning: string;
}

export interface ProvisionGroupDefinition {
  readonly id: ProvisionGroup;
  readonly status: ProvisionStatus;
  readonly title: string;
  readonly meaning: string;
  /** of several agreements in force, which verdict counts */
  readonly severalAgreements: 'best' | 'worst';
  readonly verdicts: Readonly<Record<ProvisionVerdict, VerdictMeaning>>;
}

export interface ProvisionDefinition {
  readonly id: ProvisionId;
  readonly group: ProvisionGroup;
  readonly status: ProvisionStatus;
  readonly title: string;
  readonly paraphrase: string;
  readonly citation: string | null;
  /** how grave it is when the provision is not met; null for permissions */
  readonly severityIfMissing: Severity | null;
  readonly verification: Verification;
  readonly basis: string;
  readonly notes: string | null;
  /** wording that leads a reader to the clause, and wording that asks for care */
  readonly lookFor: readonly string[];
  readonly beware: readonly string[];
}

/** What the catalog holds below its head. */
export interface ProvisionsAndGroups {
  /** an agreement with at most so many days to run, that does not renew by itself, is expiring */
  readonly expiringWithinDays: number;
  readonly groups: readonly ProvisionGroupDefinition[];
  readonly provisions: readonly ProvisionDefinition[];
}
