// The duecare command: runs one command and says how it went, to people on stderr and to the shell by the exit code.
import 'reflect-metadata';
import { CommanderError } from 'commander';
import { CommandRefusal } from './command-refusal';
import { EXIT, type ExitCode } from './exit-codes';
import { onOneLine } from './printable-text';
import { buildProgram } from './program';

async function main(): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.ok;
  const program = buildProgram((code) => (exitCode = code)).exitOverride();
  for (const command of program.commands) command.exitOverride();
  try {
    await program.parseAsync();
    return exitCode;
  } catch (error) {
    return reported(error, Boolean(program.opts<{ debug?: boolean }>().debug));
  }
}

function reported(error: unknown, withStack: boolean): ExitCode {
  // commander has printed its words already; help and version end this way too
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.badInput;
  if (error instanceof CommandRefusal) {
    process.stderr.write(`${error.lines.join('\n')}\n`);
    return error.exitCode;
  }
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  if ((error as { code?: string }).code === 'settings-invalid') {
    process.stderr.write(`${message}\n`);
    return EXIT.badInput;
  }
  process.stderr.write(`Unexpected error: ${onOneLine(`${name}: ${message}`)}\n`);
  process.stderr.write(withStack ? `${stack}\n` : 'Run it again with "duecare --debug ..." to see where.\n');
  return EXIT.failed;
}

/** A reader such as `head` may go before everything is written: nothing is wrong then. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

// Set rather than exited with, so that what is still being written gets out.
void main().then((exitCode) => (process.exitCode = exitCode));
