import { join, resolve } from 'node:path';

/** The PostgreSQL major of the shipped binaries; a cluster of another major cannot be opened. */
export const POSTGRES_MAJOR = '17';

export const DATABASE = 'duecare';
/** Superuser of the cluster; only the supervisor logs in with it. */
export const SUPERVISOR_ROLE = 'duecare_supervisor';
/** Owner of the database: runs migrations. */
export const OWNER_ROLE = 'duecare_owner';
/** What the application logs in with: owns nothing, may change nothing but the rows it is granted. */
export const APPLICATION_ROLE = 'duecare_app';

/** Where the parts of one embedded server lie, all under the application's data folder. */
export interface ClusterPaths {
  dataFolder: string;
  /** the PostgreSQL data directory */
  cluster: string;
  /** inside the cluster, so that one rename makes both; also the mark by which we know a cluster as ours */
  passwords: string;
  settings: string;
  postmasterPid: string;
  serverLog: string;
  startLock: string;
  /** copies of the binaries, made only where the installed ones cannot be used */
  binaries: string;
}

/** @param dataFolder the application's data folder, absolute or relative to the working directory */
export function clusterPaths(dataFolder: string): ClusterPaths {
  const absolute = resolve(dataFolder);
  const cluster = join(absolute, 'postgres');
  return {
    dataFolder: absolute,
    cluster,
    passwords: join(cluster, 'duecare-passwords.json'),
    settings: join(cluster, 'duecare.conf'),
    postmasterPid: join(cluster, 'postmaster.pid'),
    serverLog: join(absolute, 'postgres.log'),
    startLock: join(absolute, 'postgres.lock'),
    binaries: join(absolute, 'postgres-binaries'),
  };
}
