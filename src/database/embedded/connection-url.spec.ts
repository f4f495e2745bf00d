import { connectionDetails, connectionUrl } from './connection-url';

const login = { user: 'duecare_app', password: 'p@ss/w:rd%+ ü', database: 'duecare' };

describe('the URL of a connection', () => {
  it.each([
    ['a unix socket', { host: "/srv/Dr. O'Neill & co,+%41/ü", port: 5432 }],
    ['a TCP port', { host: '127.0.0.1', port: 40123 }],
  ])('through %s gives back each part as it was', (_, address) => {
    expect(connectionDetails(connectionUrl({ ...login, ...address }))).toEqual({ ...login, ...address });
  });

  it('asks for no TLS, which a local server does not speak', () => {
    expect(connectionUrl({ ...login, host: '/srv', port: 5432 })).toContain('sslmode=disable');
    expect(connectionUrl({ ...login, host: '127.0.0.1', port: 5432 })).toContain('sslmode=disable');
  });
});
