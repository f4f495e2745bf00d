import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { ServerAccount } from './server-account';

export interface ProgramResult {
  /** exit code; null when a signal ended it */
  code: number | null;
  stdout: string;
  stderr: string;
}

/**
 * What every child is started with. Nothing of our environment is passed on: a stray PGDATA or PGOPTIONS must not
 * reach the server (Windows adds the variables it cannot do without by itself).
 */
export function childOptions(
  program: string,
  account: ServerAccount | undefined,
): { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number; windowsHide: true } {
  return {
    // the working directory of the caller may be closed to the server's account
    cwd: process.platform === 'win32' ? dirname(program) : '/',
    env: { LC_ALL: 'C', PATH: '/usr/local/bin:/usr/bin:/bin', TZ: 'UTC' },
    windowsHide: true,
    ...(account && { uid: account.uid, gid: account.gid }),
  };
}

/**
 * Runs a program to its end without blocking the event loop.
 * @param options.input sent to its standard input
 * @throws the spawn error (with `code`, such as EACCES) when it could not be started at all
 */
export function runProgram(
  program: string,
  args: string[],
  options: { account?: ServerAccount; input?: string } = {},
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...childOptions(program, options.account), stdio: 'pipe' });
    const result = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (result.stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (result.stderr += chunk));
    child.stdin.on('error', () => undefined); // a program that ended early says why by its exit code
    child.stdin.end(options.input ?? '');
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...result }));
  });
}
