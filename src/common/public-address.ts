// The address under which people reach this installation: links in mail lead there, cookies and passkeys are bound to it.
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

@Injectable()
export class PublicAddress {
  private known: string;
  private readonly isGiven: boolean;
  private readonly isHereAlone: boolean;

  constructor(@Inject(SETTINGS) { publicUrl, host, port }: Settings) {
    this.known = publicUrl ?? `http://${host}:${port}`;
    this.isGiven = publicUrl !== null;
    this.isHereAlone = publicUrl !== null || LOOPBACK.test(host);
  }

  /** Told once the port is known: where no setting names the address, it is the one that is listened on. */
  listensAt(url: string): void {
    if (!this.isGiven) this.known = url;
  }

  /** without a slash at its end */
  get origin(): string {
    return this.known;
  }

  /**
   * Plain http that never leaves this machine: the one place where a cookie may go without encryption. A server that listens on every
   * address (HOST=0.0.0.0) is not there.
   */
  get isPlainOnThisMachine(): boolean {
    return this.isHereAlone && /^http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|$)/.test(this.known);
  }
}
