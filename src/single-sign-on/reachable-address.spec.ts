import { addressRule } from './reachable-address';

describe('an identity provider is reached', () => {
  const mayReach = addressRule([], false);

  it.each(['8.8.8.8', '172.15.255.255', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450:4001::1'])(
    'at a public address such as %s',
    (address) => {
      expect(mayReach(address)).toBe(true);
    },
  );

  it.each([
    ...['127.0.0.1', '127.255.0.1', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '0.0.0.0'],
    ...['169.254.169.254', '100.64.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
    ...['::1', '::', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12:3456::1', 'ff02::1', '2002:7f00:1::'],
    ...['::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::a00:1', '2001:db8::1', '2001::1'],
    ...['localhost', '', '127.1', '0x7f000001', '2130706433'],
  ])('and not at %s', (address) => {
    expect(mayReach(address)).toBe(false);
  });

  it('in a private network that was named, and in no other', () => {
    const named = addressRule(['10.20.0.0/16', '192.168.7.7', 'fd00:7::/32'], false);
    const asked = [
      '10.20.3.4',
      '10.21.0.1',
      '192.168.7.7',
      '192.168.7.8',
      'fd00:7::9',
      'fd00:8::9',
      '127.0.0.1',
    ];
    expect(asked.filter(named)).toEqual(['10.20.3.4', '192.168.7.7', 'fd00:7::9']);
  });

  it('on this machine where that is allowed', () => {
    const here = addressRule([], true);
    expect(['127.0.0.1', '::1', '10.0.0.1'].filter(here)).toEqual(['127.0.0.1', '::1']);
  });

  it.each(['10.0.0.0/33', 'ten', '10.0.0/8'])(
    'and a network that is none, such as %s, stops the start',
    (network) => {
      expect(() => addressRule([network], false)).toThrow();
    },
  );
});
