import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { SmtpMailer } from './smtp';

const FROM = 'duecare@harbor-light.example';
const MAIL = {
  id: '019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f',
  to: 'dana@harbor-light.example',
  subject: 'Somebody invites you',
  text: 'A link: https://duecare.example/invitations?token=duecare_invitation_x',
};

/** A mail server that wants a password and takes nothing for an address that begins with "nobody". */
class ListeningServer {
  readonly taken: { from: string; to: string[]; text: string; secure: boolean }[] = [];
  private readonly server: SMTPServer;

  constructor(options: SMTPServerOptions) {
    // It warns of its own certificate, which is the point here.
    const warned = jest.spyOn(console, 'error').mockImplementation();
    this.server = new SMTPServer({
      authOptional: false,
      onAuth: ({ username, password }, _session, answer) =>
        username === 'mailer' && password === 'p@ss/word'
          ? answer(null, { user: username })
          : answer(new Error('wrong password')),
      onRcptTo: ({ address }, _session, answer) =>
        answer(address.startsWith('nobody') ? new Error('no such mailbox') : null),
      onData: (stream, { envelope, secure }, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          this.taken.push({
            from: envelope.mailFrom ? envelope.mailFrom.address : '',
            to: envelope.rcptTo.map(({ address }) => address),
            text: Buffer.concat(chunks).toString('utf8'),
            secure,
          });
          done();
        });
      },
      ...options,
    });
    warned.mockRestore();
    this.server.on('error', () => undefined);
  }

  async listen(host = '127.0.0.1'): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, host, resolve));
    return (this.server.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}

let server: ListeningServer;
afterEach(() => server.close());

const PLAIN: SMTPServerOptions = { disabledCommands: ['STARTTLS'], allowInsecureAuth: true };

describe('a mail by a server on this machine', () => {
  it.each<[string, SMTPServerOptions]>([
    ['that knows no TLS', PLAIN],
    ['that offers TLS with a certificate nobody signed', { allowInsecureAuth: true }],
  ])('%s arrives as it is', async (_of, options) => {
    server = new ListeningServer(options);
    const mailer = new SmtpMailer(`smtp://mailer:p%40ss%2Fword@127.0.0.1:${await server.listen()}`, FROM);
    expect(await mailer.deliver(MAIL)).toBe('sent');
    expect(server.taken).toEqual([
      { from: FROM, to: [MAIL.to], secure: false, text: expect.stringContaining(MAIL.text) },
    ]);
    expect(server.taken[0]?.text).toMatch(/^Subject: Somebody invites you\r$/m);
  });

  it('is not sent, and nothing is thrown, with a wrong password, for a refused address or without a server', async () => {
    server = new ListeningServer(PLAIN);
    const port = await server.listen();
    const right = `smtp://mailer:p%40ss%2Fword@127.0.0.1:${port}`;
    expect(await new SmtpMailer(`smtp://mailer:wrong@127.0.0.1:${port}`, FROM).deliver(MAIL)).toBe('failed');
    expect(await new SmtpMailer(right, FROM).deliver({ ...MAIL, to: 'nobody@harbor-light.example' })).toBe(
      'failed',
    );
    expect(server.taken).toEqual([]);
    await server.close();
    expect(await new SmtpMailer(right, FROM).deliver(MAIL)).toBe('failed');
  });

  it('has no further recipient or header, whatever stands in a name', async () => {
    server = new ListeningServer(PLAIN);
    const mailer = new SmtpMailer(`smtp://mailer:p%40ss%2Fword@127.0.0.1:${await server.listen()}`, FROM);
    await mailer.deliver({ ...MAIL, subject: 'Hello\r\nBcc: other@harbor-light.example' });
    expect(server.taken.map(({ to }) => to)).toEqual([[MAIL.to]]);
    expect(server.taken[0]?.text).not.toMatch(/^Bcc:/im);
  });
});

// Other systems answer under 127.0.0.1 alone.
const onLinux = process.platform === 'linux' ? it : it.skip;

onLinux('a mail by another machine is not sent in the clear', async () => {
  server = new ListeningServer(PLAIN);
  const mailer = new SmtpMailer(
    `smtp://mailer:p%40ss%2Fword@127.0.0.2:${await server.listen('127.0.0.2')}`,
    FROM,
  );
  expect(await mailer.deliver(MAIL)).toBe('failed');
  expect(server.taken).toEqual([]);
});

onLinux('a mail by another machine is not given to a server whose certificate nobody signed', async () => {
  server = new ListeningServer({});
  const port = await server.listen('127.0.0.2');
  const mailer = new SmtpMailer(`smtp://mailer:p%40ss%2Fword@127.0.0.2:${port}`, FROM);
  expect(await mailer.deliver(MAIL)).toBe('failed');
  expect(server.taken).toEqual([]);
});
