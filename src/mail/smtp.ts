// Mail by a server (SMTP_URL). What cannot be sent is said to whoever asked, and can be sent again.
import { Logger } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import type { Delivery, Mail, Mailer } from './mailer';

const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

export class SmtpMailer implements Mailer {
  readonly where: string;
  private readonly logger = new Logger('Mail');
  private readonly transport: Transporter;

  constructor(
    server: string,
    private readonly from: string,
  ) {
    const { protocol, hostname, port, username, password } = new URL(server);
    const secure = protocol === 'smtps:';
    const host = hostname.replace(/^\[(.*)\]$/, '$1');
    const isHere = ['localhost', '127.0.0.1', '::1'].includes(host);
    this.where = `sent by ${hostname}`;
    this.transport = createTransport({
      ...PATIENCE,
      ...{ host, secure, port: port ? Number(port) : secure ? 465 : 587 },
      // A link that lets somebody in does not travel in the clear. On this machine it does not travel: a relay here often has a certificate
      // that nobody signed.
      ...(isHere ? { ignoreTLS: true } : { requireTLS: true }),
      ...(username
        ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }
        : {}),
    });
  }

  async deliver({ id, to, subject, text }: Mail): Promise<Delivery> {
    try {
      await this.transport.sendMail({ from: this.from, to, subject, text });
      return 'sent';
    } catch (error) {
      this.logger.error({ mail: id, code: (error as { code?: string }).code ?? 'unknown' });
      return 'failed';
    }
  }

  forget(): Promise<void> {
    return Promise.resolve();
  }
}
