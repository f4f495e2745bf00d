/** The server cannot listen where the settings say; the message says what to do. */
export class ListenError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** What the operating system refused, in words for whoever starts the server; an error of another kind as it came. */
export function listenError(error: unknown, host: string, port: number): unknown {
  const { code } = (error ?? {}) as { code?: string };
  const sentence = code ? SENTENCES[code]?.(host, port) : undefined;
  return code && sentence ? new ListenError(code, sentence) : error;
}

const noSuchAddress = (host: string): string =>
  `HOST ${host} is not an address of this machine. Use 127.0.0.1 for this machine alone, or 0.0.0.0 for all of its addresses.`;

const SENTENCES: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (host, port) =>
    `Port ${port} on ${host} is in use by another program. Stop it, or set PORT to another port (0 takes any free one).`,
  EACCES: (_host, port) =>
    `Port ${port} may not be opened by this user: ports below 1024 are reserved. Set PORT to a higher one.`,
  EADDRNOTAVAIL: noSuchAddress,
  ENOTFOUND: noSuchAddress,
  EAI_AGAIN: noSuchAddress,
};
