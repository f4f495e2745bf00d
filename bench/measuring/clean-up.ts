// What has to be undone, whichever way the bench ends: last made, first undone, each once, Ctrl+C included.
type Undo = () => Promise<void> | void;

export class CleanUp {
  private readonly steps: Undo[] = [];
  private running: Promise<void> | null = null;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.stderr.write('\nStopping ...\n');
        void this.run().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
      });
    }
  }

  add(undo: Undo): void {
    this.steps.push(undo);
  }

  run(): Promise<void> {
    return (this.running ??= this.undoAll());
  }

  private async undoAll(): Promise<void> {
    for (let undo = this.steps.pop(); undo; undo = this.steps.pop()) {
      try {
        await undo();
      } catch (error) {
        process.stderr.write(`Not cleaned up: ${String(error)}\n`);
      }
    }
  }
}
