// What the database says of whoever brings a credential, for the organization of the address.
import type { Action, Role } from '../permissions/roles';

export interface PersonStanding {
  kind: 'person';
  sessionId: string;
  personId: string;
  /** the role in the organization asked for; null for whoever does not belong to it, or signed in too long ago for it */
  role: Role | null;
  /** the organization in whose name a consultant works */
  firmId: string | null;
  hasSecondFactor: boolean;
  secondFactorGiven: boolean;
  /** the organization, or the role in it, demands one */
  secondFactorDemanded: boolean;
  /** the session rests on the person's own password or passkey, not on the word of an identity provider alone */
  ownFactors: boolean;
  /** the organization demands single sign-on, and its provider does not vouch in this session */
  singleSignOnMissing: boolean;
  /** the sessions of this member were ended in the organization, and this one began before */
  signInTooOld: boolean;
  /** the organization asked for is closed: it can be read and not changed */
  closed: boolean;
}

export interface KeyStanding {
  kind: 'api_key';
  keyId: string;
  /** the organization that the key belongs to */
  ownerId: string;
  scopes: readonly Action[];
  /** in the organization asked for: its own key, the key of the firm that serves it, or neither */
  reach: 'own' | 'served' | null;
  closed: boolean;
}

export type Standing = PersonStanding | KeyStanding;
