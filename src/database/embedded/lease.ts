import { Socket } from 'node:net';
import { Client } from 'pg';
import { SUPERVISOR_ROLE } from './cluster-paths';
import { ServerAddress } from './connection-url';
import { Passwords } from './passwords';

/** Advisory locks are numbered; this one is only ever taken in the cluster's `postgres` database, which is ours alone. */
const LEASE = 582_026;
const ANSWER_WITHIN_MS = 5_000;

/**
 * A process's share in a running server: a session that holds an advisory lock, shared with every other process that uses
 * the server. It ends with the process, however that ends, so no list of processes has to be kept true.
 */
export interface Lease {
  /** Calls back once, when the session ends without having been given up: the server was killed or shut down. */
  onLost(listener: () => void): void;
  /**
   * Gives the share up.
   * @returns true when nobody else has one: until {@link close} nobody can get one either, and the server may be stopped
   */
  giveUp(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Takes a share in the server at `address`.
 * @returns undefined when its last user is just stopping it
 * @throws the client's error when it does not answer
 */
export async function takeLease(address: ServerAddress, passwords: Passwords): Promise<Lease | undefined> {
  return leaseIf('select pg_try_advisory_lock_shared($1) as granted', address, passwords);
}

/**
 * For a process that has no share (any more): gets the server for itself if nobody has one.
 * @returns undefined when somebody has
 */
export async function takeUnusedServer(
  address: ServerAddress,
  passwords: Passwords,
): Promise<Lease | undefined> {
  return leaseIf('select pg_try_advisory_lock($1) as granted', address, passwords);
}

/** Logs in anew and asks something, which only a server that is not shutting down allows. */
export async function answers(address: ServerAddress, passwords: Passwords): Promise<void> {
  const client = await connect(address, passwords);
  await client.query('select 1').finally(() => client.end());
}

async function connect(address: ServerAddress, passwords: Passwords, socket = new Socket()): Promise<Client> {
  const client = new Client({
    ...address,
    user: SUPERVISOR_ROLE,
    password: passwords[SUPERVISOR_ROLE],
    database: 'postgres',
    ssl: false,
    stream: () => socket,
    connectionTimeoutMillis: ANSWER_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
    application_name: 'duecare supervisor',
  });
  client.on('error', () => undefined); // the end that follows is what counts
  await client.connect();
  return client;
}

async function leaseIf(
  question: string,
  address: ServerAddress,
  passwords: Passwords,
): Promise<Lease | undefined> {
  const socket = new Socket();
  const client = await connect(address, passwords, socket);
  if (await asked(client, question)) return leaseHeldBy(client, socket);
  await client.end();
  return undefined;
}

function leaseHeldBy(client: Client, socket: Socket): Lease {
  socket.unref(); // a lease alone does not keep a process alive
  let ended = false;
  let lost = (): void => undefined;
  client.once('end', () => {
    ended = true;
    lost();
  });
  return {
    onLost: (listener) => {
      lost = listener;
      if (ended) listener();
    },
    giveUp: async () => {
      socket.ref(); // whoever waits for this wants the answer
      lost = () => undefined;
      await client.query('select pg_advisory_unlock_shared($1)', [LEASE]);
      return asked(client, 'select pg_try_advisory_lock($1) as granted');
    },
    close: async () => {
      socket.ref();
      lost = () => undefined;
      if (!ended) await client.end();
    },
  };
}

async function asked(client: Client, question: string): Promise<boolean> {
  const { rows } = await client.query<{ granted: boolean }>(question, [LEASE]);
  return rows[0]?.granted === true;
}
