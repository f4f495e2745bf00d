// Mail that the installation sends: links that let somebody in. By a mail server where one is set, else into files that whoever runs the
// installation hands on.
export const MAILER = Symbol('Mailer');

export interface Mail {
  /** id of the one-time token in it: once that was used, what is left of the mail goes */
  id: string;
  to: string;
  subject: string;
  text: string;
}

export type Delivery = 'sent' | 'outbox' | 'failed';

export interface Mailer {
  /** where mail goes, for whoever starts the server */
  readonly where: string;
  /** Never throws: the link can be sent again. */
  deliver(mail: Mail): Promise<Delivery>;
  /** Removes what is left of mails whose tokens can be used no more. */
  forget(ids: readonly string[]): Promise<void>;
}
