// A server in a process of its own, as seen from the bench: started with a setup message, asked for its processor time, and ended
// by closing the channel (it then ends even if the bench was killed).
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { statementsSent } from '../measuring/statement-count';
import type { CleanUp } from '../measuring/clean-up';

export interface ServerProcess<Ready> {
  ready: Ready;
  /** microseconds of processor time that the process has used so far */
  cpuMicroseconds(): Promise<number>;
  /** statements that it has sent to its database so far; 0 where nobody counts them */
  statements(): Promise<number>;
  /** throws away all garbage: what starting left behind is then not carried along with every request until the engine comes round to it */
  collectGarbage(): Promise<void>;
}

type Ask = 'cpu' | 'statements' | 'collect';

const ENDING_MILLISECONDS = 10_000;

/** @param file compiled module in this folder, without its extension; it calls {@link serveBench} */
export async function startServerProcess<Setup extends object, Ready>(
  file: string,
  setup: Setup,
  cleanUp: CleanUp,
): Promise<ServerProcess<Ready>> {
  // Its log is written and thrown away: what logging costs is part of what is measured.
  const child = fork(join(__dirname, file), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [...process.execArgv, '--expose-gc'],
  });
  const ended = once(child, 'exit');
  cleanUp.add(async () => {
    if (child.connected) child.disconnect();
    const timer = setTimeout(() => child.kill('SIGKILL'), ENDING_MILLISECONDS);
    await ended;
    clearTimeout(timer);
  });
  const answer = async (message: object): Promise<unknown> => {
    const answered = once(child, 'message');
    child.send(message);
    const [reply] = (await Promise.race([
      answered,
      ended.then(() => {
        throw new Error(`the process of ${file} ended`);
      }),
    ])) as [unknown];
    return reply;
  };
  const ask = (what: Ask) => answer({ ask: what });
  return {
    ready: (await answer(setup)) as Ready,
    cpuMicroseconds: async () => (await ask('cpu')) as number,
    statements: async () => (await ask('statements')) as number,
    collectGarbage: async () => {
      await ask('collect');
    },
  };
}

/** The other side: starts with the setup that is sent, answers questions about processor time and statements, stops when the bench goes. */
export function serveBench<Setup, Ready>(
  start: (setup: Setup) => Promise<{ ready: Ready; stop: () => Promise<unknown> }>,
): void {
  process.on('SIGINT', () => undefined); // Ctrl+C reaches the whole group: the bench ends us in its own time
  process.once('message', (setup) => {
    const starting = start(setup as Setup);
    process.on('message', (message) => {
      tell(answerTo((message as { ask: Ask }).ask));
    });
    process.once('disconnect', () => void starting.then(({ stop }) => stop()).finally(() => process.exit()));
    starting.then(
      ({ ready }) => tell(ready as object),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        process.exit(1);
      },
    );
  });
}

function answerTo(ask: Ask): number {
  switch (ask) {
    case 'statements':
      return statementsSent();
    case 'collect':
      if (!globalThis.gc) throw new Error('started without --expose-gc');
      globalThis.gc();
      return 0;
    case 'cpu': {
      const { user, system } = process.cpuUsage();
      return user + system;
    }
  }
}

/** The bench may be gone before it has heard the answer. */
function tell(message: object | number): void {
  if (process.connected) process.send?.(message);
}
