import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename } from 'node:path';
import { runProgram } from './run-program';

/** What can be told about a process by its number. */
export interface ProcessState {
  /** ended, but not yet collected by its parent: signals still reach it, so `kill -0` and pg_ctl call it running */
  zombie: boolean;
  /** name of the program; undefined where the platform does not tell us */
  command?: string;
  /** tells two processes with the same number apart; undefined where the platform does not tell us */
  startedAt?: string;
  /** undefined where it may not be read */
  workingFolder?: string;
}

/** @returns undefined when there is no such process */
export async function readProcess(pid: number): Promise<ProcessState | undefined> {
  if (process.platform === 'linux') return readFromProc(pid);
  if (process.platform === 'win32') return isSignalable(pid) ? { zombie: false } : undefined;
  const { code, stdout } = await runProgram('/bin/ps', ['-o', 'stat=,lstart=,comm=', '-p', String(pid)]);
  return code === 0 ? parsePs(stdout) : undefined;
}

/** Processes are only comparable by number within the same boot of the same machine or container. */
export async function processScope(): Promise<string> {
  if (process.platform !== 'linux') return hostname();
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => hostname());
  const namespace = await readlink('/proc/self/ns/pid').catch(() => '');
  return `${boot.trim()} ${namespace}`;
}

/** `/proc/PID/stat`: the name stands in brackets and may itself hold spaces and brackets. */
export function parseProcStat(text: string): ProcessState {
  const nameEnds = text.lastIndexOf(')');
  const fields = text.slice(nameEnds + 2).split(' ');
  return {
    zombie: fields[0] === 'Z' || fields[0] === 'X',
    command: text.slice(text.indexOf('(') + 1, nameEnds),
    startedAt: fields[19], // field 22 of proc(5), counted from the one after the name
  };
}

/** One line of `ps -o stat=,lstart=,comm=`; lstart is five words such as "Sun Nov 22 19:44:40 2026". */
export function parsePs(line: string): ProcessState | undefined {
  const [state, ...rest] = line.trim().split(/\s+/);
  if (!state) return undefined;
  return {
    zombie: state.startsWith('Z'),
    command: basename(rest.slice(5).join(' ')),
    startedAt: rest.slice(0, 5).join(' '),
  };
}

async function readFromProc(pid: number): Promise<ProcessState | undefined> {
  try {
    const state = parseProcStat(await readFile(`/proc/${pid}/stat`, 'utf8'));
    const workingFolder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
    return { ...state, workingFolder };
  } catch {
    return undefined;
  }
}

function isSignalable(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
