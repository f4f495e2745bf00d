// The built server as somebody runs it: a child process of `node dist/src/main.js`, told by settings, heard by what it prints.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const MAIN = join(ROOT, 'dist', 'src', 'main.js');

/** Builds dist/ when it is older than the sources. */
export function ensureBuilt(): void {
  const program = join(ROOT, 'scripts', 'build.js');
  const { status, stderr } = spawnSync(process.execPath, [program, '--if-needed'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the build failed: ${stderr}`);
}

export interface Ended {
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export class BuiltServer {
  private readonly child: ChildProcess;
  private stdout = '';
  private stderr = '';
  private wake = (): void => undefined;
  private hasEnded = false;
  /** resolves once the process has ended and everything that it printed was read */
  readonly ended: Promise<Ended>;

  /** @param settings beside these, the process gets a free port, a quiet log and no setting of ours */
  constructor(settings: Record<string, string>) {
    const env = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: '0',
      LOG_LEVEL: 'error',
      RATE_LIMIT_PEOPLE: '0',
      ...settings,
    };
    this.child = spawn(process.execPath, [MAIN], { cwd: '/', env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stdout?.on('data', (part: Buffer) => this.heard('stdout', part));
    this.child.stderr?.on('data', (part: Buffer) => this.heard('stderr', part));
    this.ended = new Promise((resolve) => {
      this.child.once('close', (exitCode, signal) => {
        this.hasEnded = true;
        this.wake();
        resolve({ exitCode, signal, stdout: this.stdout, stderr: this.stderr });
      });
    });
  }

  /** Waits until the server says that it serves. @returns its address, and the token of the setup link when it shows one */
  async serving(): Promise<{ url: string; setupToken: string | null }> {
    await this.printed(/Duecare serves at [^]*\n\n[^\n]*set[ a-z]* up[^]*\n\n/i);
    const url = /Duecare serves at (\S+)/.exec(this.stdout)?.[1] ?? '';
    return { url, setupToken: /duecare_setup_\S+/.exec(this.stdout)?.[0] ?? null };
  }

  /** Waits until the process has printed something; an end without it is an error. */
  async printed(expected: RegExp): Promise<void> {
    while (!expected.test(this.stdout + this.stderr)) {
      if (this.hasEnded) throw new Error(`the server ended without saying ${expected}: ${this.stderr}`);
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
    this.child.kill(signal);
    return this.ended;
  }

  private heard(stream: 'stdout' | 'stderr', part: Buffer): void {
    this[stream] += part.toString();
    this.wake();
  }
}
