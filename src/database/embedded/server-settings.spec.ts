import { clientAuthentication, serverSettings } from './server-settings';

describe('the settings of the server', () => {
  it('turn nothing off that makes a commit last', () => {
    expect(serverSettings({ host: '/srv', port: 5432 })).not.toMatch(
      /fsync|synchronous_commit|full_page_writes/,
    );
  });

  it('listen on a socket alone where there are sockets, and on this machine alone where not', () => {
    expect(serverSettings({ host: '/srv', port: 5432 })).toContain("listen_addresses = ''\n");
    const onTcp = serverSettings({ host: '127.0.0.1', port: 40123 });
    expect(onTcp).toContain("listen_addresses = '127.0.0.1'\nport = '40123'\n");
    expect(onTcp).not.toContain('unix_socket');
  });

  it('quote a socket folder once as an element of a list and once as a value', () => {
    const settings = serverSettings({ host: `/srv/a, "b" o'c\\d`, port: 5432 });
    expect(settings).toContain(`unix_socket_directories = '"/srv/a, ""b"" o''c\\\\d"'\n`);
  });

  it('let nobody in without a password', () => {
    for (const onSocket of [true, false]) {
      const rules = clientAuthentication(onSocket)
        .split('\n')
        .filter((line) => line && !line.startsWith('#'));
      expect(rules).toHaveLength(1);
      expect(rules[0]).toMatch(/scram-sha-256$/);
    }
  });
});
