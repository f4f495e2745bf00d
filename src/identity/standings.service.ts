// Who brings this credential, and what are they in this organization? One look-up, and for five seconds none (docs/decisions/0008).
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock';
import { SETTINGS, type Settings } from '../config/settings';
import { Tenancy } from '../database/tenancy';
import type { Action, Role } from '../permissions/roles';
import type { Credential } from './credential';
import type { PersonStanding, Standing } from './standing';

/** For how long an answer is trusted without asking again: what was revoked in another process may work that much longer. */
const TRUSTED_MILLISECONDS = 5_000;
const MOST_REMEMBERED = 5_000;

interface SessionRow {
  session_id: string;
  person_id: string;
  second_factor_given: boolean;
  has_second_factor: boolean;
  role: Role | null;
  firm_id: string | null;
  second_factor_demanded: boolean | null;
  own_factors: boolean;
  single_sign_on_missing: boolean;
  sign_in_too_old: boolean;
  closed: boolean;
}

interface KeyRow {
  key_id: string;
  owner_id: string;
  scopes: Action[];
  reach: 'own' | 'served' | null;
  closed: boolean;
}

@Injectable()
export class Standings {
  private readonly remembered = new Map<string, { standing: Standing; until: number }>();
  /** digests of credentials that were good when they were last looked up */
  private readonly known = new Set<string>();
  /** counts what was forgotten: a look-up that began before is not remembered */
  private generation = 0;

  constructor(
    private readonly tenancy: Tenancy,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * @param beforeLookUp called before the database is asked about a credential that is not known; what it throws keeps it from being asked
   * @returns null when the credential is unknown, expired, revoked or has been idle for too long
   */
  async of(
    credential: Credential,
    organizationId: string | null,
    beforeLookUp?: () => Promise<void>,
  ): Promise<Standing | null> {
    const now = this.clock.now();
    const place = `${credential.digest} ${organizationId ?? ''}`;
    const remembered = this.remembered.get(place);
    if (remembered && remembered.until > now.getTime()) return remembered.standing;
    if (!this.known.has(credential.digest)) await beforeLookUp?.();
    const { generation } = this;
    const standing = await this.lookUp(credential, organizationId, now);
    this.note(credential, standing !== null);
    if (standing && generation === this.generation) this.remember(place, standing, now.getTime());
    else this.remembered.delete(place);
    return standing;
  }

  /** After a change of what anybody may do: this process asks again at once. */
  forgetAll(): void {
    this.remembered.clear();
    this.generation += 1;
  }

  private async lookUp(
    { kind, digest }: Credential,
    organizationId: string | null,
    now: Date,
  ): Promise<Standing | null> {
    if (kind === 'api_key') return this.lookUpKey(digest, organizationId, now);
    const [row] = await this.tenancy.withoutOrganization<SessionRow>({
      name: 'authenticate-session',
      text: 'select a.*, organization_is_closed($2) as closed from authenticate_session($1, $2, $3, $4) a',
      values: [digest, organizationId, now, `${this.settings.sessionIdleMinutes} minutes`],
    });
    return row ? personStanding(row) : null;
  }

  private async lookUpKey(
    digest: string,
    organizationId: string | null,
    now: Date,
  ): Promise<Standing | null> {
    const [row] = await this.tenancy.withoutOrganization<KeyRow>({
      name: 'authenticate-api-key',
      text: 'select a.*, organization_is_closed($2) as closed from authenticate_api_key($1, $2, $3) a',
      values: [digest, organizationId, now],
    });
    if (!row) return null;
    return {
      kind: 'api_key',
      keyId: row.key_id,
      ownerId: row.owner_id,
      scopes: row.scopes,
      reach: row.reach,
      closed: row.closed,
    };
  }

  private note({ digest }: Credential, isGood: boolean): void {
    if (this.known.size >= MOST_REMEMBERED) this.known.clear();
    if (isGood) this.known.add(digest);
    else this.known.delete(digest);
  }

  private remember(place: string, standing: Standing, now: number): void {
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(place, { standing, until: now + TRUSTED_MILLISECONDS });
  }
}

function personStanding(row: SessionRow): PersonStanding {
  return {
    kind: 'person',
    sessionId: row.session_id,
    personId: row.person_id,
    role: row.role,
    firmId: row.firm_id,
    hasSecondFactor: row.has_second_factor,
    secondFactorGiven: row.second_factor_given,
    secondFactorDemanded: row.second_factor_demanded === true,
    ownFactors: row.own_factors,
    singleSignOnMissing: row.single_sign_on_missing,
    signInTooOld: row.sign_in_too_old,
    closed: row.closed,
  };
}
