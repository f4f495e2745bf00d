// Looking again and again, while the process runs, for what is due and nobody asked for. A look that fails is logged and comes again.
import { Logger } from '@nestjs/common';

export interface SweepTimes {
  everyMilliseconds: number;
  /** of the first look after the start; at once when left out */
  firstAfterMilliseconds?: number;
}

export class BackgroundSweep {
  private readonly logger: Logger;
  private timer: NodeJS.Timeout | null = null;

  /** @param name of whoever looks, in the log */
  constructor(
    name: string,
    private readonly look: () => Promise<void>,
  ) {
    this.logger = new Logger(name);
  }

  /** Keeps no process alive. */
  start({ everyMilliseconds, firstAfterMilliseconds = 0 }: SweepTimes): void {
    const again = (): void => {
      this.timer = setInterval(this.lookInBackground, everyMilliseconds).unref();
      this.lookInBackground();
    };
    if (firstAfterMilliseconds === 0) again();
    else this.timer = setTimeout(again, firstAfterMilliseconds).unref();
  }

  /** No further look begins; one that is under way goes on. */
  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private readonly lookInBackground = (): void => {
    this.look().catch((error: unknown) =>
      this.logger.error({ error: error instanceof Error ? error.name : 'unknown' }),
    );
  };
}
