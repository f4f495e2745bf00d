import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ClusterPaths } from './cluster-paths';

/**
 * Sees to it that a process which ends without having stopped the server leaves it not running for ever: as its last act
 * it starts a short-lived one that stops the server if nobody else uses it. (A killed process cannot; the next start
 * takes the server over.)
 * @returns takes the arrangement back
 */
export function stopUnusedServerOnExit(paths: ClusterPaths): () => void {
  const program = join(__dirname, 'stop-unused-server.js');
  const onExit = (): void => {
    if (!existsSync(program)) return; // running from TypeScript sources, in a test
    spawn(process.execPath, [program, paths.dataFolder], {
      detached: true,
      stdio: 'ignore',
      cwd: '/',
    }).unref();
  };
  process.once('exit', onExit);
  return () => process.removeListener('exit', onExit);
}
