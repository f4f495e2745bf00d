// Without a mail server: each mail is a file in the data folder that only its owner reads, until its link is used.
import { Logger } from '@nestjs/common';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Delivery, Mail, Mailer } from './mailer';

export class Outbox implements Mailer {
  private readonly logger = new Logger('Mail');

  constructor(private readonly folder: string) {}

  get where(): string {
    return `written to ${this.folder} (set SMTP_URL to send it)`;
  }

  async deliver({ id, to, subject, text }: Mail): Promise<Delivery> {
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await writeFile(this.pathOf(id), `To: ${to}\nSubject: ${subject}\n\n${text}\n`, {
        mode: 0o600,
        flag: 'wx',
      });
      return 'outbox';
    } catch (error) {
      this.logger.error({ mail: id, code: (error as NodeJS.ErrnoException).code ?? 'unknown' });
      return 'failed';
    }
  }

  async forget(ids: readonly string[]): Promise<void> {
    for (const id of ids) await rm(this.pathOf(id), { force: true });
  }

  private pathOf(id: string): string {
    return join(this.folder, `${id}.txt`);
  }
}
