// `npm start`: serves until it is told to stop.
import 'reflect-metadata';
import { readSettingsFromProcess } from './config/settings';
import { startApplication, type RunningApplication } from './server/start-application';

async function main(): Promise<void> {
  process.on('unhandledRejection', noteUnhandled);
  const told = toldToStop();
  const progress = (step: string) => process.stderr.write(`${step} ...\n`);
  const settings = readSettingsFromProcess();
  for (const warning of settings.warnings) process.stderr.write(`Take care: ${warning}\n`);
  const running = await startApplication({ settings, progress });
  process.stdout.write(welcome(running));
  await told;
  await running.stop();
}

/**
 * The queue does not wait for its own bookkeeping, so a database that goes away at that moment ends here. The job comes back by
 * itself; that is no reason to stop serving.
 */
function noteUnhandled(reason: unknown): void {
  const { name, code } = (reason ?? {}) as { name?: string; code?: string };
  process.stderr.write(
    `${JSON.stringify({ level: 'error', unhandled: name ?? 'unknown', code: code ?? null })}\n`,
  );
}

/** Resolves at the first signal to stop. One that comes during the start is kept until there is something to stop in order. */
function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.on(signal, () => process.exit(1)); // the second time without order
        resolve();
      });
    }
  });
}

function welcome({ url, dataFolder, setupToken, mail, metricsUrl }: RunningApplication): string {
  const setup = setupToken
    ? `\nNobody is here yet. Set it up with this link, once, within a day (keep it like a password):\n\n  ${url}/setup?token=${setupToken}\n`
    : '\nIt is set up; sign in.\n';
  const metrics = metricsUrl ? `Metrics: ${metricsUrl}\n` : '';
  return `\nDuecare serves at ${url} (API reference: ${url}/docs)\nData folder: ${dataFolder}\nMail: ${mail}\n${metrics}${setup}\n`;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
