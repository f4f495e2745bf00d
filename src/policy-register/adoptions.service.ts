// Adopting a policy: its text as it stands becomes a version that nothing changes any more.
import { Injectable } from '@nestjs/common';
import { DomainError } from '../common/problems/domain.error';
import type { Caller } from '../identity/caller';
import { policyDigest } from '../policies/policy-digest';
import { POLICY_VERSION } from '../policies/policy-version.record';
import type { AdoptPolicyDto } from '../policies/policy-version.dto';
import { withFreeKey } from '../records/free-key';
import { keyFromName } from '../records/key-from-name';
import type { RecordRow } from '../records/record-kind';
import { RecordsService } from '../records/records.service';
import { PolicyReader, type ReadPolicy } from './policy-reader.service';

@Injectable()
export class Adoptions {
  constructor(
    private readonly reader: PolicyReader,
    private readonly records: RecordsService,
  ) {}

  /** @throws DomainError records-incoherent where there is no such policy, it is retired, or something is still open; stale-version where the text is not the one that was read */
  async adopt(organizationId: string, caller: Caller, body: AdoptPolicyDto): Promise<RecordRow> {
    const { facts } = await this.reader.all(organizationId);
    const found = facts.policies.find(({ key }) => key === body.policy);
    if (!found) throw refused('/policy', 'unknown-policy', 'no policy has this key');
    const read = await this.reader.one(organizationId, found.id);
    const { policy, facts: now } = read;
    if (policy.retirement) throw refused('/policy', 'policy-retired', 'no longer holds');
    const text = textOf(read, body);
    const number =
      1 + Math.max(0, ...now.versions.filter((one) => one.policy === policy.key).map((one) => one.number));
    const { digest: _read, ...adoption } = body;
    const version = { ...adoption, ...text, title: policy.title, number };
    return withFreeKey(keyFromName(`${policy.key} ${number}`, 'version'), (key) =>
      this.records.create(POLICY_VERSION, organizationId, caller, { ...version, key }),
    );
  }
}

/** @returns text and digest; nothing of both where evidence holds the text */
function textOf({ policy, composed }: ReadPolicy, { evidence, digest: readDigest }: AdoptPolicyDto): object {
  if (!composed) {
    if (evidence) return {};
    throw refused('/evidence', 'text-or-evidence', 'must be there: this policy is of your own making');
  }
  if (evidence)
    throw refused('/evidence', 'text-or-evidence', 'must be left out: the text follows from the template');
  const [open] = composed.open;
  if (open) throw refused('/policy', 'choices-open', `is not decided yet: ${open.asks}`);
  const digest = policyDigest(policy.title, composed.sections);
  if (readDigest && readDigest !== digest)
    throw new DomainError('stale-version', 'The text changed since it was read.');
  return { text: composed.sections, digest };
}

function refused(
  pointer: string,
  code: 'unknown-policy' | 'policy-retired' | 'text-or-evidence' | 'choices-open',
  detail: string,
): DomainError {
  return new DomainError('records-incoherent', 'The policy cannot be adopted like this; nothing was saved.', [
    { pointer, code, detail },
  ]);
}
