import { OTHER_ZONES, timeZoneName, UNITED_STATES_ZONES } from './time-zones';

describe('time zones', () => {
  it.each(UNITED_STATES_ZONES)('%s is one that the runtime knows, as %s', (zone) => {
    expect(Intl.supportedValuesOf('timeZone')).toContain(zone);
    expect(OTHER_ZONES).not.toContain(zone);
  });

  it('all have a name and can be reckoned in', () => {
    for (const zone of OTHER_ZONES) {
      expect(timeZoneName(zone)).not.toBe('');
      expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow();
    }
  });

  it('are named in plain words, or by their place', () => {
    expect(timeZoneName('America/Chicago')).toBe('Central Time (Chicago)');
    expect(timeZoneName('Europe/Isle_of_Man')).toBe('Europe/Isle of Man');
  });
});
