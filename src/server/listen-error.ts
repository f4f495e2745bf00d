/** The server cannot listen where the settings say; the message says what to do. */
export class ListenError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

interface Names {
  host: string;
  port: string;
}

/** What the operating system refused, in words for whoever starts the server; an error of another kind as it came. */
export function listenError(
  error: unknown,
  host: string,
  port: number,
  names: Names = { host: 'HOST', port: 'PORT' },
): unknown {
  const { code } = (error ?? {}) as { code?: string };
  const sentence = code ? SENTENCES[code]?.(host, port, names) : undefined;
  return code && sentence ? new ListenError(code, sentence) : error;
}

type Sentence = (host: string, port: number, names: Names) => string;

const noSuchAddress: Sentence = (host, _port, names) =>
  `${names.host} ${host} is not an address of this machine. Use 127.0.0.1 for this machine alone, or 0.0.0.0 for all of its addresses.`;

const SENTENCES: Readonly<Record<string, Sentence>> = {
  EADDRINUSE: (host, port, names) =>
    `Port ${port} on ${host} is in use by another program. Stop it, or set ${names.port} to another port (0 takes any free one).`,
  EACCES: (_host, port, names) =>
    `Port ${port} may not be opened by this user: ports below 1024 are reserved. Set ${names.port} to a higher one.`,
  EADDRNOTAVAIL: noSuchAddress,
  ENOTFOUND: noSuchAddress,
  EAI_AGAIN: noSuchAddress,
};
