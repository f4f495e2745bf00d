// A browser sends its cookie with a form that another site made. Such a request is told by its origin; one that says none has to carry a
// header that no form can set.
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export const OWN_REQUEST_HEADER = 'x-duecare-request';

interface Request {
  method: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** @param origin of this installation, such as https://duecare.example */
export function isOfAnotherSite({ method, headers }: Request, origin: string): boolean {
  if (SAFE.has(method)) return false;
  const from = headers.origin;
  if (from !== undefined) return from !== origin;
  return headers[OWN_REQUEST_HEADER] === undefined;
}
