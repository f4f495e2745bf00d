import { EXIT, type ExitCode } from './exit-codes';

/** Ends a command with some lines on stderr, none of them a stack trace. */
export class CommandRefusal extends Error {
  constructor(
    readonly lines: readonly string[],
    readonly exitCode: ExitCode = EXIT.badInput,
  ) {
    super(lines.join('\n'));
    this.name = 'CommandRefusal';
  }
}
