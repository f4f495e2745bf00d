import { readSettings } from '../config/settings';
import { PublicAddress } from './public-address';

function plainOnThisMachine(environment: Record<string, string>, listensAt?: string): boolean {
  const address = new PublicAddress(readSettings(environment));
  if (listensAt) address.listensAt(listensAt);
  return address.isPlainOnThisMachine;
}

describe('plain http is taken for this machine alone', () => {
  it.each([
    ['by default', {}, 'http://127.0.0.1:3000', true],
    ['on another loopback address', { HOST: '127.0.0.2' }, 'http://127.0.0.2:3000', true],
    ['on loopback by IPv6', { HOST: '::1' }, 'http://[::1]:3000', true],
    ['when the setting says so', { PUBLIC_URL: 'http://localhost:3000' }, undefined, true],
    ['not where all addresses are listened on', { HOST: '0.0.0.0' }, 'http://localhost:3000', false],
    ['not where all addresses are listened on, by IPv6', { HOST: '::' }, 'http://localhost:3000', false],
    ['not on an address of a network', { HOST: '192.0.2.7' }, 'http://192.0.2.7:3000', false],
    ['not over https', { PUBLIC_URL: 'https://duecare.example' }, undefined, false],
  ])('%s', (_when, environment, listensAt, expected) => {
    expect(plainOnThisMachine(environment as Record<string, string>, listensAt)).toBe(expected);
  });
});
