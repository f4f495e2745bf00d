import { DATABASE } from './cluster-paths';

/** Where a server listens: the folder of its unix socket (absolute path) or a TCP address, and the port. */
export interface ServerAddress {
  host: string;
  port: number;
}

/** One login, in the words of the `pg` client. */
export interface ConnectionDetails extends ServerAddress {
  user: string;
  password: string;
  database: string;
}

/**
 * The login as a URL. A unix socket does not fit the host part of a URL, so its folder goes into the query, where both
 * `pg` and libpq look for it. `sslmode=disable` keeps a PGSSLMODE of the environment from asking the local socket for TLS.
 */
export function connectionUrl(details: ConnectionDetails): string {
  const { host, port, user, password, database } = details;
  const url = new URL(`postgresql://localhost/${encodeURIComponent(database)}`);
  url.username = encodeURIComponent(user);
  url.password = encodeURIComponent(password);
  if (host.startsWith('/')) {
    // encodeURIComponent rather than searchParams.set: a space must be %20, libpq does not read "+"
    url.search = `?host=${encodeURIComponent(host)}&port=${port}&sslmode=disable`;
  } else {
    url.hostname = host;
    url.port = String(port);
    url.search = '?sslmode=disable';
  }
  return url.href;
}

/** The parts of a URL made by {@link connectionUrl}, for clients that take them one by one. */
export function connectionDetails(url: string): ConnectionDetails {
  const parsed = new URL(url);
  return {
    host: parsed.searchParams.get('host') ?? parsed.hostname,
    port: Number(parsed.searchParams.get('port') ?? (parsed.port || '5432')),
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database: decodeURIComponent(parsed.pathname.slice(1)) || DATABASE,
  };
}
