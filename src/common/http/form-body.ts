// A form as a browser sends it. Fastify hands it to whoever reads the body; the API refuses it as it refuses any body that is not JSON.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../problems/domain.error';

const FORM_TYPE = 'application/x-www-form-urlencoded';
const FORM_LIMIT_BYTES = 1024 * 1024;
/** The largest of our own forms has some hundreds. */
const MOST_ENTRIES = 5_000;

export class FormBody {
  private readonly entries: URLSearchParams;

  /** @throws DomainError request-invalid */
  constructor(text: string) {
    this.entries = new URLSearchParams(text);
    if (this.entries.size > MOST_ENTRIES) throw new DomainError('request-invalid', 'The form is too large.');
  }

  /** What was typed or chosen, as it was; empty where nothing was. */
  text(name: string): string {
    return this.entries.get(name) ?? '';
  }

  /** What was ticked of several. */
  all(name: string): string[] {
    return this.entries.getAll(name).filter((value) => value !== '');
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  get names(): string[] {
    return [...new Set(this.entries.keys())];
  }
}

export const Form = createParamDecorator((_data: unknown, context: ExecutionContext): FormBody => {
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  if (body instanceof FormBody) return body;
  throw new DomainError('media-type-unsupported', 'This address takes a form of our own pages.');
});

/**
 * Lets forms in. Another site can make a browser send one, signed in or not: so each has to say that it comes from here. Our pages have browsers
 * name their origin (the Referrer-Policy of pages), and every browser in use does so with a form.
 */
export function acceptForms(fastify: FastifyInstance, ownOrigin: () => string): void {
  fastify.addContentTypeParser(
    FORM_TYPE,
    { parseAs: 'string', bodyLimit: FORM_LIMIT_BYTES },
    (request: FastifyRequest, text: string | Buffer, done) => {
      try {
        if (!isOfApi(request) && request.headers.origin !== ownOrigin()) throw fromAnotherSite();
        done(null, new FormBody(String(text)));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

/** The API takes no form, and says so wherever it comes from. */
function isOfApi({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url?.startsWith('/v1/') === true;
}

function fromAnotherSite(): DomainError {
  return new DomainError('cross-site-request', 'A form has to come from our own pages.');
}
