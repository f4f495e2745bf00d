// Holds every response of the end-to-end tests to the OpenAPI document: the status must be documented for that route, the media
// type too, and the body must fit the schema.
import type { OpenAPIObject } from '@nestjs/swagger';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

interface Answer {
  method: string;
  url: string;
  status: number;
  contentType: string | undefined;
  text: string;
}

interface ResponseObject {
  content?: Record<string, unknown>;
}

const DOCUMENT = 'openapi';

export class ResponseCheck {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly validators = new Map<string, ValidateFunction>();
  private readonly patterns: { path: string; form: RegExp }[];

  constructor(private readonly document: OpenAPIObject) {
    addFormats(this.ajv);
    this.ajv.addSchema({ ...(document as object), $id: DOCUMENT });
    this.patterns = Object.keys(document.paths).map((path) => ({
      path,
      form: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
    }));
  }

  /** @throws Error saying how the answer departs from the document */
  check(answer: Answer): void {
    const path = this.pathOf(answer.url);
    if (!path) return this.checkUnknownPath(answer);
    const method = answer.method.toLowerCase();
    const route = `${answer.method} ${path}`;
    const operations = this.document.paths[path] as Record<
      string,
      { responses: Record<string, ResponseObject> }
    >;
    const response = operations[method]?.responses[answer.status];
    if (!operations[method]) return this.checkUnknownPath(answer);
    if (!response)
      throw new Error(`${route} answered ${answer.status}, which is not documented: ${answer.text}`);
    if (answer.status === 304 || answer.status === 204) return;
    const mediaType = (answer.contentType ?? '').split(';', 1)[0] ?? '';
    if (!response.content?.[mediaType]) {
      throw new Error(`${route} answered ${answer.status} with ${mediaType}, which is not documented`);
    }
    if (!/[/+]json$/.test(mediaType)) return;
    const pointer = [
      'paths',
      path,
      method,
      'responses',
      String(answer.status),
      'content',
      mediaType,
      'schema',
    ];
    const validate = this.validatorAt(pointer);
    if (validate(JSON.parse(answer.text))) return;
    throw new Error(
      `${route} ${answer.status} does not fit: ${this.ajv.errorsText(validate.errors)}\n${answer.text}`,
    );
  }

  private pathOf(url: string): string | undefined {
    const plain = url.split('?', 1)[0] ?? '';
    const exact = this.patterns.find(({ path }) => path === plain);
    return (exact ?? this.patterns.find(({ form }) => form.test(plain)))?.path;
  }

  /** Outside the document there are pages, and nothing else but problems. */
  private checkUnknownPath({ method, url, status, contentType }: Answer): void {
    if (contentType?.startsWith('application/problem+json')) return;
    if (!url.startsWith('/v1/') && (status === 303 || contentType?.startsWith('text/html'))) return;
    // What calendar programs read, and that nothing is there.
    if (url.startsWith('/calendar-feeds/') && /^text\/(calendar|plain)/.test(contentType ?? '')) return;
    // Files that pages give, as the API gives them.
    if (/\/consent-forms\/[\w-]+\/document\.(pdf|txt)$/.test(url)) return;
    throw new Error(`${method} ${url} is not in the OpenAPI document and answered with ${contentType}`);
  }

  private validatorAt(tokens: string[]): ValidateFunction {
    const pointer = tokens
      .map((token) => encodeURIComponent(token.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    const existing = this.validators.get(pointer);
    if (existing) return existing;
    const validate = this.ajv.compile({ $ref: `${DOCUMENT}#/${pointer}` });
    this.validators.set(pointer, validate);
    return validate;
  }
}
