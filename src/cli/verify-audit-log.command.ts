// duecare verify-audit-log: does every entry of the audit logs still fit?
import { Pool } from 'pg';
import { validate as isUuid } from 'uuid';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { verifyAuditLog, type LogVerification, type Trust } from '../audit-log/verify-audit-log';
import { SYSTEM_CLOCK } from '../common/clock';
import { loadOrCreateSigningKey } from '../common/signing/signing-key';
import { readSettingsFromProcess } from '../config/settings';
import { inReadSnapshot } from '../database/read-snapshot';
import { CommandRefusal } from './command-refusal';
import { EXIT, type ExitCode } from './exit-codes';
import { openInstallation } from './installation-database';
import { onOneLine } from './printable-text';

export interface VerifyAuditLogFlags {
  organization?: string;
  keyId?: string[];
}

const FINGERPRINT = /^[0-9a-f]{64}$/;
const ORGANIZATIONS = 'select organization_ids as id from organization_ids($1, 1000)';

/** PostgreSQL: no such table, column or function; the database is of an older version. */
const OLDER_SCHEMA = ['42P01', '42703', '42883'];
const UNREACHABLE = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'ENOENT', '28P01', '28000', '3D000'];

/** 0 every log is intact; 1 one is not; 2 there is nothing to read; 3 intact, but some log has no checkpoint that covers it. */
export async function verifyAuditLogs(flags: VerifyAuditLogFlags): Promise<ExitCode> {
  const keyIds = (flags.keyId ?? []).map((keyId) => keyId.toLowerCase().replaceAll(/[\s:]/g, ''));
  if (!keyIds.every((keyId) => FINGERPRINT.test(keyId))) {
    throw new CommandRefusal(['--key-id must be the fingerprint of a key: 64 hexadecimal digits.']);
  }
  if (flags.organization !== undefined && !isUuid(flags.organization)) {
    throw new CommandRefusal(['--organization must be the id of an organization: a UUID.']);
  }
  const settings = readSettingsFromProcess();
  const database = await openInstallation(settings);
  const pool = new Pool({
    connectionString: database.applicationUrl,
    max: 1,
    connectionTimeoutMillis: 15_000,
  });
  pool.on('error', () => undefined);
  try {
    const named = [...settings.earlierSigningKeys, ...keyIds];
    const trust = { keyIds: trustedKeys(database.dataFolder, named), now: SYSTEM_CLOCK.now() };
    return await verifyEach(pool, trust, flags.organization);
  } catch (error) {
    throw inWords(error);
  } finally {
    await pool.end();
    await database.stop();
  }
}

async function verifyEach(pool: Pool, trust: Trust, only: string | undefined): Promise<ExitCode> {
  const seen = { intact: true, signed: true, logs: 0 };
  for await (const id of only === undefined ? organizationIds(pool) : [only.toLowerCase()]) {
    const found = await inReadSnapshot(pool, [id], (client) => verifyAuditLog(client, id, trust));
    if (!found) throw new CommandRefusal([`There is no organization ${id}.`]);
    process.stdout.write(`${linesOf(found).map(onOneLine).join('\n')}\n`);
    seen.intact &&= found.isIntact;
    seen.signed &&= found.signedSequence !== null;
    seen.logs += 1;
  }
  if (seen.logs === 0) process.stdout.write('There is no organization yet, and so no log.\n');
  else if (trust.keyIds === null)
    process.stdout.write('Compare the keys with the one that the installation published.\n');
  if (!seen.intact) return EXIT.failed;
  return seen.signed ? EXIT.ok : EXIT.incomplete;
}

async function* organizationIds(pool: Pool): AsyncGenerator<string> {
  for (let last: string | null = null; ;) {
    const { rows }: { rows: { id: string }[] } = await pool.query<{ id: string }>(ORGANIZATIONS, [last]);
    for (const { id } of rows) yield id;
    last = rows.at(-1)?.id ?? null;
    if (last === null) return;
  }
}

/** The keys named, and the one in the data folder; null, any key, when there is none. */
function trustedKeys(dataFolder: string, named: readonly string[]): string[] | null {
  const path = join(dataFolder, 'signing-key.pem');
  const own = existsSync(path) ? [loadOrCreateSigningKey(path).keyId] : [];
  const trusted = [...own, ...named];
  return trusted.length > 0 ? trusted : null;
}

function linesOf(found: LogVerification): string[] {
  const { organizationId, firstSequence, entries, lastSequence, lastDigest, firstFault } = found;
  if (firstFault) {
    const named = firstFault.entryId === null ? '' : ` Entry ${firstFault.entryId}.`;
    return [
      `${organizationId}: does not verify.`,
      `  ${firstFault.detail}${named} (${firstFault.why}, number ${firstFault.sequence})`,
      `  ${entries} entries before it fit.`,
    ];
  }
  const from = firstSequence === 1 ? '' : ` from ${firstSequence} on (earlier ones were pruned)`;
  return [
    `${organizationId}: intact, ${entries} entries${from}.`,
    `  Last: ${lastSequence}, SHA-256 ${lastDigest}`,
    found.signedSequence === null
      ? '  No checkpoint has been signed yet.'
      : `  Signed up to ${found.signedSequence}, by ${found.keyIds.join(', ')}`,
  ];
}

function inWords(error: unknown): unknown {
  const { code } = error as { code?: string };
  if (code !== undefined && OLDER_SCHEMA.includes(code)) {
    return new CommandRefusal([
      'The database is of an older version. Start the server once: it brings it up to date.',
    ]);
  }
  if (code !== undefined && UNREACHABLE.includes(code)) {
    return new CommandRefusal([`The database cannot be reached (${code}).`]);
  }
  return error;
}
