// Where log lines go: those of one turn of the event loop leave together, in one write. Under load that is one system call for
// many requests; nothing waits longer than the turn, and what is left is written before the process exits.
import type { Writable } from 'node:stream';

export class LogLines {
  private waiting = '';

  constructor(private readonly target: Pick<Writable, 'write'>) {
    process.on('exit', () => this.flush());
  }

  write(line: string): void {
    if (this.waiting === '') setImmediate(() => this.flush());
    this.waiting += line;
  }

  private flush(): void {
    if (this.waiting === '') return;
    const lines = this.waiting;
    this.waiting = '';
    this.target.write(lines);
  }
}
