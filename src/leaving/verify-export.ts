// Whether an export is what was handed out: the signature of its manifest, each entry, each seal, the chain of the audit log.
import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import { MAX_ENVELOPE_BYTES } from '../assessments/sealing/read-envelope';
import { verifySealed } from '../assessments/sealing/verify-sealed';
import type { Checkpoint } from '../audit-log/checkpoint';
import type { ArchivedEntry } from './export-archive';
import { walkExportedLog, type WalkedLog } from './exported-log';
import { faultOfManifest, MANIFEST_NAME, type SignedManifest } from './manifest';
import { PackedArchive } from './packed-archive';
import { readManifest } from './read-manifest';

export interface ExportVerification {
  signed: SignedManifest;
  /** what does not verify, each with the entry that it is about; empty when all does */
  faults: { entry: string; detail: string }[];
  sealed: number;
  drafts: number;
  /** null where the log itself is not as it was packed */
  log: WalkedLog | null;
}

/** Checkpoints of a day each: of a thousand years. */
const MAX_CHECKPOINT_BYTES = 256 * 1024 * 1024;
const LOG = 'audit-log.ndjson';
const CHECKPOINTS = 'checkpoints.json';

/**
 * @param keyIds fingerprints of the keys that may have signed; null takes any
 * @throws NoArchiveError when the file is no archive, NoManifestError when it is no export
 */
export async function verifyExport(
  path: string,
  keyIds: readonly string[] | null,
): Promise<ExportVerification> {
  const archive = await PackedArchive.open(path);
  try {
    const signed = await readManifest(archive);
    const verification: ExportVerification = { signed, faults: [], sealed: 0, drafts: 0, log: null };
    const ofManifest = faultOfManifest(signed) ?? otherKey(signed.signature.keyId, keyIds);
    if (ofManifest) verification.faults.push({ entry: MANIFEST_NAME, detail: ofManifest });
    else await new ExportCheck(archive, verification, keyIds).run();
    return verification;
  } finally {
    archive.close();
  }
}

function otherKey(keyId: string, keyIds: readonly string[] | null): string | null {
  return keyIds === null || keyIds.includes(keyId) ? null : `It was signed with another key: ${keyId}.`;
}

class ExportCheck {
  constructor(
    private readonly archive: PackedArchive,
    private readonly verification: ExportVerification,
    private readonly keyIds: readonly string[] | null,
  ) {}

  async run(): Promise<void> {
    const { entries } = this.verification.signed.manifest;
    this.compareNames(entries);
    const there = new Set(this.archive.names);
    const sound = new Set<string>();
    for (const entry of entries) {
      if (!there.has(entry.name)) continue;
      const detail = await this.faultOfEntry(entry);
      if (detail) this.fault(entry.name, detail);
      else sound.add(entry.name);
    }
    for (const name of sound) if (name.startsWith('assessments/')) await this.checkSeal(name);
    if (sound.has(LOG) && sound.has(CHECKPOINTS)) await this.checkLog();
  }

  private fault(entry: string, detail: string): void {
    this.verification.faults.push({ entry, detail });
  }

  private compareNames(entries: readonly ArchivedEntry[]): void {
    const listed = new Set([...entries.map(({ name }) => name), MANIFEST_NAME]);
    const there = new Set(this.archive.names);
    for (const name of this.archive.repeated) this.fault(name, 'It stands in the archive twice.');
    for (const name of there)
      if (!listed.has(name)) this.fault(name, 'It was added: the manifest does not name it.');
    for (const name of listed) if (!there.has(name)) this.fault(name, 'It is not there.');
  }

  private async faultOfEntry({ name, bytes, sha256 }: ArchivedEntry): Promise<string | null> {
    const hash = createHash('sha256');
    let size = 0;
    try {
      for await (const piece of await this.archive.read(name)) {
        hash.update(piece as Buffer);
        size += (piece as Buffer).length;
      }
    } catch {
      return 'It cannot be unpacked.';
    }
    const isSame = size === bytes && hash.digest('hex') === sha256;
    return isSame ? null : 'It is not as it was packed: its digest differs.';
  }

  private async checkSeal(name: string): Promise<void> {
    const text = await this.archive.readWhole(name, MAX_ENVELOPE_BYTES);
    if (!text) return this.fault(name, 'It is larger than any assessment.');
    const found = verifySealed(text);
    if (found.outcome === 'draft-intact') this.verification.drafts += 1;
    else if (found.outcome !== 'sealed-and-intact') this.fault(name, found.because);
    else {
      const other = otherKey(found.keyId, this.keyIds) ?? this.otherAssessment(found.digest);
      if (other) this.fault(name, other);
      else this.verification.sealed += 1;
    }
  }

  /** A binder is about one assessment, by its digest. */
  private otherAssessment(digest: string): string | null {
    const { assessment } = this.verification.signed.manifest;
    return !assessment || assessment.digest === digest
      ? null
      : 'It is another assessment than the binder names.';
  }

  private async checkLog(): Promise<void> {
    const { organization, auditLog, at } = this.verification.signed.manifest;
    const text = await this.archive.readWhole(CHECKPOINTS, MAX_CHECKPOINT_BYTES);
    const log = await walkExportedLog(
      {
        organizationId: organization.id,
        lines: createInterface({ input: await this.archive.read(LOG), crlfDelay: Infinity }),
        checkpoints: JSON.parse(text?.toString('utf8') ?? '[]') as Checkpoint[],
        head: auditLog,
        ...(auditLog.after && { after: auditLog.after }),
      },
      { keyIds: this.keyIds, at: new Date(at) },
    );
    this.verification.log = log;
    if (log.fault) this.fault(LOG, log.fault);
  }
}
