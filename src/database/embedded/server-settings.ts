import { basename } from 'node:path';
import { ClusterPaths } from './cluster-paths';
import { ServerAddress } from './connection-url';

/**
 * The settings of the server, written before every start and included at the end of postgresql.conf.
 *
 * Durability stays at PostgreSQL's defaults (fsync, synchronous_commit, full_page_writes on). What people typed must not
 * reach the log, and PostgreSQL puts rejected values and whole statements into its error messages: errors go to the
 * client only, the log keeps starts, stops, crashes and refused logins.
 */
export function serverSettings(address: ServerAddress): string {
  const onSocket = address.host.startsWith('/');
  const settings: Record<string, string> = {
    listen_addresses: onSocket ? '' : address.host,
    port: String(address.port),
    ...(onSocket && { unix_socket_directories: listItem(address.host), unix_socket_permissions: '0700' }),
    password_encryption: 'scram-sha-256',
    max_connections: '100',
    shared_buffers: '128MB',
    max_wal_size: '512MB',
    jit: 'off',
    // parallel workers need more shared memory than containers give by default, and a small practice's queries are short
    max_parallel_workers_per_gather: '0',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${quoted(value)}`);
  return [
    '# Written by Duecare before every start; settings put after the include in postgresql.conf win.',
    ...lines,
    '',
  ].join('\n');
}

/** Local logins only, all by password: the operating system's users mean nothing here. */
export function clientAuthentication(onSocket: boolean): string {
  const line = onSocket ? 'local all all scram-sha-256' : 'host all all 127.0.0.1/32 scram-sha-256';
  return `# Written by Duecare when it made this cluster.\n${line}\n`;
}

/** The line that ends postgresql.conf. */
export function includeOf(paths: Pick<ClusterPaths, 'settings'>): string {
  return `\ninclude '${basename(paths.settings)}'\n`;
}

function quoted(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** An element of a list setting, in which commas and spaces would otherwise part elements. */
function listItem(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}
