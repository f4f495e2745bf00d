import { relyingPartyOf } from './relying-party';

describe('passkeys are made for the address of the installation', () => {
  it.each([
    ['https://duecare.example', 'duecare.example', 'https://duecare.example'],
    ['https://duecare.example:8443', 'duecare.example', 'https://duecare.example:8443'],
    ['https://Duecare.Example:443', 'duecare.example', 'https://duecare.example'],
    ['http://localhost:3000', 'localhost', 'http://localhost:3000'],
  ])('%s: bound to %s, from %s', (address, id, origin) => {
    expect(relyingPartyOf(address)).toEqual({ id, name: 'Duecare', origin });
  });

  it.each(['http://127.0.0.1:3000', 'http://[::1]:3000', 'https://192.0.2.7'])(
    'and not for %s, which is no name',
    (address) => {
      expect(relyingPartyOf(address)).toBeNull();
    },
  );
});
