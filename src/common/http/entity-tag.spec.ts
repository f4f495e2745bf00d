import 'reflect-metadata';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DomainError } from '../problems/domain.error';
import { IfMatch, setRecordHeaders, namesEntityTag } from './entity-tag';

class Route {
  change(@IfMatch() _version: number): void {}
}

type Factory = (data: unknown, context: ExecutionContext) => number;
const [parameter] = Object.values(
  Reflect.getMetadata(ROUTE_ARGS_METADATA, Route, 'change') as Record<string, { factory: Factory }>,
);

function contextOf(request: object, reply: object = {}): ExecutionContext {
  return {
    switchToHttp: () => ({ getRequest: () => request, getResponse: () => reply }),
  } as ExecutionContext;
}

function versionFrom(header: string | undefined): number | string {
  try {
    return parameter?.factory(undefined, contextOf({ headers: { 'if-match': header } })) ?? 'no factory';
  } catch (error) {
    return (error as DomainError).code;
  }
}

describe('If-Match', () => {
  it.each([
    ['"1"', 1],
    ['"42"', 42],
    [' "7" ', 7],
    ['"999999999"', 999_999_999],
  ])('%s is the version that was read', (header, version) => {
    expect(versionFrom(header)).toBe(version);
  });

  it('is asked for when it is missing', () => {
    expect(versionFrom(undefined)).toBe('precondition-required');
  });

  it.each(['*', '1', 'W/"1"', '"1", "2"', '""', '"-1"', '"1.0"', '"one"', '', '"9999999999"', "'1'"])(
    '%s is no version that this API gave',
    (header) => {
      expect(versionFrom(header)).toBe('request-invalid');
    },
  );
});

describe('the headers of a record', () => {
  function headersOf(statusCode: number, body: unknown, already: Record<string, string> = {}) {
    const headers = { ...already };
    const reply = {
      statusCode,
      header: (name: string, value: string) => void (headers[name] = value),
      hasHeader: (name: string) => name in headers,
    };
    const request = { url: '/v1/things?x=1' };
    setRecordHeaders(request as FastifyRequest, reply as unknown as FastifyReply, body);
    return headers;
  }

  it('are its version, and its address when it was just made', () => {
    expect(headersOf(200, { id: 'a', version: 3 })).toEqual({ etag: '"3"' });
    expect(headersOf(201, { id: 'a', version: 1 })).toEqual({ etag: '"1"', location: '/v1/things/a' });
  });

  it('are none for what is no record', () => {
    const others = [
      null,
      undefined,
      'text',
      5,
      { items: [] },
      { version: '0.1.0' },
      { version: 1 },
      { id: 'a' },
    ];
    for (const body of others) expect(headersOf(201, body)).toEqual({});
  });

  it('leave an address alone that the route has given', () => {
    const given = { location: '/elsewhere' };
    expect(headersOf(201, { id: 'a', version: 1 }, given)).toEqual({ etag: '"1"', ...given });
  });
});

describe('If-None-Match', () => {
  it.each([
    ['"abc"', true],
    ['W/"abc"', true],
    ['"x", W/"abc"', true],
    ['*', true],
    ['"x"', false],
    ['', false],
    [undefined, false],
  ])('%s names the ETag "abc": %s', (header, expected) => {
    expect(namesEntityTag(header, '"abc"')).toBe(expected);
  });
});
