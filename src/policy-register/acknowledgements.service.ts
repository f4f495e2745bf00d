// Acknowledging a version: by oneself, signed in, or noted for somebody who has no account.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../common/problems/domain.error';
import { isPerson, type Caller } from '../identity/caller';
import type { Role } from '../permissions/roles';
import { POLICY_ACKNOWLEDGEMENT } from '../policies/policy-acknowledgement.record';
import type { NoteAcknowledgementDto } from '../policies/policy-acknowledgement.dto';
import { ChangeChecks, type Change } from '../records/change-checks';
import { freeKeyAmong, withFreeKey } from '../records/free-key';
import { keyFromName } from '../records/key-from-name';
import type { RecordKind, RecordRow } from '../records/record-kind';
import { RecordsService } from '../records/records.service';
import { ACKNOWLEDGES_THEMSELVES, addressesWithAccount } from '../workforce/accounts-of-staff';
import { STAFF_MEMBER } from '../workforce/staff-member.record';
import type { StaffJob } from '../workforce/training-module';
import { Frames } from '../web/frames.service';
import { PolicyReader } from './policy-reader.service';

/** What somebody does whom the list of staff does not have yet, by their role here. */
const JOB_OF_ROLE: Readonly<Record<string, StaffJob>> = {
  clinician: 'clinician',
  staff: 'office',
} satisfies Partial<Record<Role, StaffJob>>;

@Injectable()
export class Acknowledgements implements OnModuleInit {
  constructor(
    private readonly reader: PolicyReader,
    private readonly records: RecordsService,
    private readonly frames: Frames,
    private readonly checks: ChangeChecks,
  ) {}

  onModuleInit(): void {
    this.checks.register((manager, change) => refuseNotedForAccount(manager, change));
  }

  /** @throws DomainError records-incoherent for somebody with an account: they say it themselves, signed in */
  async note(organizationId: string, caller: Caller, body: NoteAcknowledgementDto): Promise<RecordRow> {
    return withFreeKey(keyFor(body.policyVersion, body.staffMember), (key) =>
      this.records.create(POLICY_ACKNOWLEDGEMENT, organizationId, caller, { ...body, how: 'noted', key } as {
        key: string;
      }),
    );
  }

  /**
   * The person who is signed in acknowledges the version in force, today. Whom the list of staff does not have by their address, is put on it in the same transaction.
   * @returns the id of the acknowledgement
   * @throws DomainError forbidden for an API key; records-incoherent for a version that is not the one in force
   */
  async own(organizationId: string, caller: Caller, policyVersion: string): Promise<string> {
    const { facts, today } = await this.reader.all(organizationId);
    const self = await this.reader.self(caller, facts.staff);
    if (!self || !isPerson(caller))
      throw new DomainError('forbidden', 'Only a person acknowledges a policy, signed in.');
    const version = facts.versions.find(({ key }) => key === policyVersion);
    const newest = facts.versions.find(({ policy }) => policy === version?.policy);
    const isRetired = facts.policies.some(({ key, retirement }) => key === version?.policy && retirement);
    if (!version || newest !== version || isRetired) throw notInForce();
    const { role } = await this.frames.signerOf(caller, organizationId);
    const staffMember = self.entry?.key ?? freeKeyAmong(keyFromName(self.name, 'person'), facts.staff);
    const records: { kind: RecordKind; fields: { key: string } }[] = [];
    if (!self.entry) {
      const jobs = [JOB_OF_ROLE[role.toLowerCase()] ?? 'lead'];
      records.push({
        kind: STAFF_MEMBER,
        fields: { key: staffMember, name: self.name, email: self.email, jobs } as { key: string },
      });
    }
    const key = freeKeyAmong(keyFor(policyVersion, staffMember), facts.acknowledgements);
    const said = { policyVersion, staffMember, acknowledgedOn: today, how: 'signed_in' };
    records.push({ kind: POLICY_ACKNOWLEDGEMENT, fields: { ...said, key } });
    const ids = await this.records.createTogether(organizationId, caller, records);
    return ids.at(-1) as string;
  }
}

/** In the transaction that notes it. A file is held to the same where it is imported (src/dossiers/noted-for-others.ts). */
async function refuseNotedForAccount(
  manager: EntityManager,
  { organizationId, record }: Change,
): Promise<void> {
  if (record?.dossierList !== POLICY_ACKNOWLEDGEMENT.dossierList) return;
  const [noted] = await manager.query<{ email: string | null }[]>(
    `select s.email from policy_acknowledgement a
     join staff_member s on s.organization_id = a.organization_id and s.key = a.staff_member_key
     where a.organization_id = $1 and a.key = $2 and a.how = 'noted'`,
    [organizationId, record.key],
  );
  if (!noted?.email) return;
  const known = await addressesWithAccount(manager, organizationId, [noted.email]);
  if (known.size === 0) return;
  throw new DomainError('records-incoherent', 'This cannot be noted for them; nothing was saved.', [
    { pointer: '/staffMember', code: 'acknowledges-themselves', detail: ACKNOWLEDGES_THEMSELVES },
  ]);
}

function keyFor(version: string, staffMember: string): string {
  return keyFromName(`${version} ${staffMember}`, 'acknowledgement');
}

function notInForce(): DomainError {
  const detail = 'is not the version in force; look at the policy again';
  return new DomainError('records-incoherent', 'This cannot be acknowledged.', [
    { pointer: '/policyVersion', code: 'unknown-policy-version', detail },
  ]);
}
