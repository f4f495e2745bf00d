// Which addresses the server may fetch from when somebody else says where: public ones. What lies in private networks would be asked with the
// server's own standing there (server-side request forgery).
import { BlockList, isIP } from 'node:net';

/** IANA special-purpose address registries: whatever is not globally reachable, and multicast. */
const NOT_PUBLIC_4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
];
/** The one range of public IPv6 addresses, and what in it leads elsewhere: tunnels, documentation, benchmarks. */
const PUBLIC_6 = '2000::/3';
const NOT_PUBLIC_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];
const LOOPBACK = ['127.0.0.0/8', '::1/128'];

export type MayReach = (address: string) => boolean;

/**
 * @param networks private ones that may be reached, such as 10.20.0.0/16 or a single address
 * @param loopback whether this machine itself may be, for trying things out
 */
export function addressRule(networks: readonly string[], loopback: boolean): MayReach {
  const [notPublic, public6] = [blockList([...NOT_PUBLIC_4, ...NOT_PUBLIC_6]), blockList([PUBLIC_6])];
  const allowed = blockList([...networks, ...(loopback ? LOOPBACK : [])]);
  return (address) => {
    const family = familyOf(address);
    if (!family) return false;
    if (allowed.check(address, family)) return true;
    return !notPublic.check(address, family) && (family === 'ipv4' || public6.check(address, family));
  };
}

function familyOf(address: string): 'ipv4' | 'ipv6' | null {
  const version = isIP(address);
  return version === 0 ? null : version === 4 ? 'ipv4' : 'ipv6';
}

function blockList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = familyOf(address);
    if (!family) throw new Error(`${network} is no address and no network`);
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}
