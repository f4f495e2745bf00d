import fc from 'fast-check';
import type { DomainError } from '../common/problems/domain.error';
import { digestOfForm, digestOfKey, digestOfRequest, idempotencyKeyOf } from './idempotency-key';

function readOrCode(header: string): string {
  try {
    return idempotencyKeyOf(header);
  } catch (error) {
    const { code, faults } = error as DomainError;
    return `${code} ${faults[0]?.pointer}`;
  }
}

describe('Idempotency-Key', () => {
  it.each([
    ['"8e03978e-40d5-43dd-bc93-6894a57f9324"', '8e03978e-40d5-43dd-bc93-6894a57f9324'],
    ['8e03978e-40d5-43dd-bc93-6894a57f9324', '8e03978e-40d5-43dd-bc93-6894a57f9324'],
    [' vendor-42 ', 'vendor-42'],
    ['"two words"', 'two words'],
    ['"a \\"quote\\" and a \\\\"', 'a "quote" and a \\'],
    ['x'.repeat(200), 'x'.repeat(200)],
  ])('%s is the key %s', (header, key) => {
    expect(readOrCode(header)).toBe(key);
  });

  it.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['an empty string', '""'],
    ['two words without quotes', 'two words'],
    ['a quote that is not closed', '"open'],
    ['a quote inside', 'a"b'],
    ['text behind the quotes', '"a"b'],
    ['a list', '"a", "b"'],
    ['an escape that means nothing', '"a\\b"'],
    ['what is not ASCII', 'schl\u00fcssel'],
    ['a control', '"a\u0007b"'],
    ['too long', 'x'.repeat(201)],
    ['too long in quotes', `"${'x'.repeat(201)}"`],
  ])('%s is refused by its name', (_what, header) => {
    expect(readOrCode(header)).toBe('request-invalid /Idempotency-Key');
  });

  it('is never refused with what was sent', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12 }), (header) => {
        try {
          idempotencyKeyOf(header);
        } catch (error) {
          expect((error as DomainError).detail).not.toContain(header);
        }
      }),
    );
  });
});

describe('what a key stands for', () => {
  const place = { method: 'POST', url: '/v1/organizations/a/vendors' };
  const [path] = [place.url];

  it.each([
    ['another key', digestOfKey('other', place)],
    ['another address', digestOfKey('key', { ...place, url: `${path}x` })],
    ['another session', digestOfKey('key', { ...place, sessionId: 's' })],
  ])('is another with %s', (_what, other) => {
    expect(other.equals(digestOfKey('key', place))).toBe(false);
  });

  it('is the same with a query, which is compared instead', () => {
    expect(digestOfKey('key', { ...place, url: `${path}?x=1` })).toEqual(digestOfKey('key', place));
  });
});

describe('what is compared', () => {
  const request = { url: '/v1/x?a=1', headers: { 'content-type': 'application/json; charset=utf-8' } };
  const body = Buffer.from('{"name":"A"}');
  const digest = digestOfRequest(request, body);

  it.each([
    ['another body', digestOfRequest(request, Buffer.from('{"name":"B"}'))],
    ['another query', digestOfRequest({ ...request, url: '/v1/x?a=2' }, body)],
    ['no query', digestOfRequest({ ...request, url: '/v1/x' }, body)],
    ['another media type', digestOfRequest({ ...request, headers: { 'content-type': 'text/yaml' } }, body)],
    ['If-Match', digestOfRequest({ ...request, headers: { ...request.headers, 'if-match': '"1"' } }, body)],
  ])('differs with %s', (_what, other) => {
    expect(other.equals(digest)).toBe(false);
  });

  it('is the same whatever else the headers say', () => {
    const again = { ...request, headers: { 'content-type': 'Application/JSON', 'x-request-id': 'other' } };
    expect(digestOfRequest(again, body)).toEqual(digest);
  });

  it('of an upload is what is in the form, not where its parts begin', () => {
    const form = (boundary: string) => ({
      url: '/v1/files',
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    });
    const file = { name: 'a.pdf', declared: 'application/pdf', digest: 'sha256:00' };
    expect(digestOfForm(form('x'), file)).toEqual(digestOfForm(form('y'), file));
    for (const change of [{ name: 'b.pdf' }, { declared: 'image/png' }, { digest: 'sha256:01' }]) {
      expect(digestOfForm(form('x'), { ...file, ...change })).not.toEqual(digestOfForm(form('x'), file));
    }
  });
});
