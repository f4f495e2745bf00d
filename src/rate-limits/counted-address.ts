// Which address a request without a name, or a wrong attempt, is counted for. A household has a whole IPv6 network of 64 bits: counted one by one, its addresses
// would never run out.
import * as addresses from 'ipaddr.js';

const NETWORK_PARTS = 4;

/** An IPv4 address as it is, of an IPv6 address its /64; what is no address counts as it stands. */
export function countedAddress(address: string): string {
  const plain = address.split('%', 1)[0] ?? '';
  if (!addresses.isValid(plain)) return address;
  const read = addresses.process(plain);
  return read instanceof addresses.IPv6 ? networkOf(read) : read.toString();
}

function networkOf({ parts }: addresses.IPv6): string {
  const network = parts.slice(0, NETWORK_PARTS).map((part) => part.toString(16));
  return `${network.join(':')}::/64`;
}
