// The duecare command as somebody runs it: a child process in a folder of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
export const BIN = join(ROOT, 'bin', 'duecare.js');
export const MAIN = join(ROOT, 'dist', 'src', 'cli', 'main.js');

export interface Outcome {
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** A throwaway folder in which the command runs. */
export class CommandFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'duecare-cli-'));

  /** @param input what stands on standard input @param settings environment variables beside our own */
  async run(
    args: string[],
    input?: string | Buffer,
    settings: Record<string, string> = {},
  ): Promise<Outcome> {
    const child = spawn(process.execPath, [MAIN, ...args], {
      cwd: this.path,
      env: { ...process.env, ...settings },
    });
    const outcome: Outcome = { exitCode: null, stdout: '', stderr: '' };
    child.stdout.on('data', (part: Buffer) => (outcome.stdout += part.toString()));
    child.stderr.on('data', (part: Buffer) => (outcome.stderr += part.toString()));
    child.stdin.on('error', () => undefined); // the command may stop reading before everything is written
    child.stdin.end(input);
    outcome.exitCode = await new Promise((resolve) => child.on('close', resolve));
    return outcome;
  }

  /** Writes a file. @returns its name */
  file(name: string, content: string | Buffer): string {
    writeFileSync(join(this.path, name), content);
    return name;
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }

  names(): string[] {
    return readdirSync(this.path).sort();
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}

/** What a run of the command answered, and the files that stood in its folder afterwards. */
export interface FinishedRun extends Outcome {
  files: string[];
}

/**
 * Runs cases in folders of their own, two at a time: most of a case is the start of a process. Each test then awaits its own.
 * @returns the runs in the order of the cases; one that cannot be run is an error of its test
 */
export function runTwoAtATime<Case>(
  cases: readonly Case[],
  run: (one: Case, folder: CommandFolder) => Promise<Outcome>,
): Promise<FinishedRun>[] {
  const lanes: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()];
  return cases.map((one, index) => {
    const finished = lanes[index % 2]?.then(() => inItsFolder(one, run)) as Promise<FinishedRun>;
    lanes[index % 2] = finished.catch(() => undefined);
    return finished;
  });
}

async function inItsFolder<Case>(
  one: Case,
  run: (one: Case, folder: CommandFolder) => Promise<Outcome>,
): Promise<FinishedRun> {
  const folder = new CommandFolder();
  try {
    return { ...(await run(one, folder)), files: folder.names() };
  } finally {
    folder.remove();
  }
}
