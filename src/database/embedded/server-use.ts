import { setTimeout as sleep } from 'node:timers/promises';
import { usableBinaries } from './binaries';
import { ClusterPaths } from './cluster-paths';
import { JoinedServer } from './running-server';
import { serverAccountFor } from './server-account';
import { stopServer } from './server-stop';
import { stopUnusedServerOnExit } from './stop-after-exit';

/** How often and how long a lost server is tried to be brought back: about a minute in all. */
const REVIVAL_PAUSES_MS = [0, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 20_000];

/**
 * One process's use of the server, from joining it to giving it up. While it lasts, a server that ends by itself (killed
 * by the kernel when memory ran out, say) is brought back at the same address: connection pools then recover by themselves.
 */
export class ServerUse {
  private revival: Promise<void> = Promise.resolve();
  private ending: Promise<void> | undefined;
  private readonly abandonRevival = new AbortController();
  private readonly forgetExit: () => void;

  constructor(
    private readonly paths: ClusterPaths,
    private readonly log: (line: string) => void,
    private server: JoinedServer,
    private readonly bringBack: () => Promise<JoinedServer>,
  ) {
    this.forgetExit = stopUnusedServerOnExit(paths);
    this.watch();
  }

  /** Gives the server up and, as its last user, stops it. Safe to call twice. */
  end(): Promise<void> {
    this.ending ??= this.giveUp();
    return this.ending;
  }

  private async giveUp(): Promise<void> {
    this.abandonRevival.abort();
    await this.revival;
    const { lease } = this.server;
    const isLast = await lease.giveUp().catch(() => false); // a session that is gone has nothing to give up
    if (isLast) {
      const account = serverAccountFor(this.paths.cluster);
      await stopServer(this.paths, await usableBinaries(this.paths, account, this.log), account);
    }
    await lease.close().catch(() => undefined);
    this.forgetExit();
  }

  private watch(): void {
    this.server.lease.onLost(() => {
      if (!this.ending) this.revival = this.revive();
    });
  }

  private async revive(): Promise<void> {
    this.log('PostgreSQL has ended unexpectedly; starting it again.');
    let reason = '';
    for (const pause of REVIVAL_PAUSES_MS) {
      // a process that is otherwise done need not wait for this
      await sleep(pause, undefined, { ref: false, signal: this.abandonRevival.signal }).catch(
        () => undefined,
      );
      if (this.ending) return;
      try {
        this.server = await this.bringBack();
        this.watch();
        return;
      } catch (error) {
        reason = (error as Error).message;
      }
    }
    this.log(`PostgreSQL could not be started again: ${reason}`);
  }
}
