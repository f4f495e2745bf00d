// The headers that tell a browser what it may do with an answer. What they say and how is helmet's; they are the same for every answer, so
// they are worked out once and not for each request.
import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';

export type Headers = Readonly<Record<string, string>>;

const YEAR_SECONDS = 31_536_000;

/** No answer of the API is a page: a browser that takes one for a page loads and runs nothing. */
const NOTHING = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** What the reader of the API reference brings and asks for, all from here; its styles stand in its page. */
const REFERENCE = {
  ...NOTHING,
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
};

/**
 * What our pages are made of, all of it from here: no script, style or handler stands in a page. Browsers name their origin to us and to nobody else:
 * a form is known by it.
 */
const PAGE = {
  ...NOTHING,
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'form-action': ["'self'"],
};

const NO_DEVICES = [
  'camera',
  'microphone',
  'geolocation',
  'payment',
  'usb',
  'display-capture',
  'browsing-topics',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

export interface SecurityHeaders {
  ofApi: Headers;
  ofReference: Headers;
  ofPages: Headers;
}

/** @param publicUrl origin of the installation; browsers are told to stay with https only where it is https */
export function securityHeaders(publicUrl: string | null): SecurityHeaders {
  const isHttps = publicUrl?.startsWith('https://') === true;
  return {
    ofApi: headersWith(NOTHING, isHttps),
    ofReference: headersWith(REFERENCE, isHttps),
    ofPages: { ...headersWith(PAGE, isHttps), 'referrer-policy': 'same-origin' },
  };
}

/** A route may say otherwise of its own answer: a catalog may be kept, a report has styles. */
function headersWith(directives: Record<string, string[]>, isHttps: boolean): Headers {
  return {
    ...headersOfHelmet({
      contentSecurityPolicy: { useDefaults: false, directives },
      strictTransportSecurity: isHttps ? { maxAge: YEAR_SECONDS, includeSubDomains: false } : false,
      referrerPolicy: { policy: 'no-referrer' },
      frameguard: { action: 'deny' },
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      crossOriginResourcePolicy: { policy: 'same-origin' },
      noSniff: true,
      // For browsers of the past, or said by the above.
      xDnsPrefetchControl: false,
      xDownloadOptions: false,
      xPermittedCrossDomainPolicies: false,
      xXssProtection: false,
      originAgentCluster: false,
    }),
    'permissions-policy': NO_DEVICES,
    'cache-control': 'no-store',
  };
}

function headersOfHelmet(options: Parameters<typeof helmet>[0]): Headers {
  const headers: Record<string, string> = {};
  const response = {
    setHeader: (name: string, value: string) => void (headers[name.toLowerCase()] = value),
    removeHeader: () => undefined,
  };
  helmet(options)({} as IncomingMessage, response as unknown as ServerResponse, (error) => {
    if (error) throw error as Error;
  });
  return headers;
}
