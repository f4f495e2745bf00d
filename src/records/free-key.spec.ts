import { DomainError } from '../common/problems/domain.error';
import { withFreeKey } from './free-key';

const taken = (key: string): DomainError =>
  new DomainError('key-taken', 'It is taken.', [{ pointer: '/key', code: 'key-taken', detail: key }]);

describe('a free key', () => {
  it('is the wanted one where nobody has it, and numbered where somebody has', async () => {
    const there = new Set<string>();
    const create = (key: string): Promise<string> => {
      if (there.has(key)) return Promise.reject(taken(key));
      there.add(key);
      return Promise.resolve(key);
    };
    expect(await withFreeKey('audio', create)).toBe('audio');
    expect(await withFreeKey('audio', create)).toBe('audio-2');
    expect(await withFreeKey('audio', create)).toBe('audio-3');
  });

  it('stays within the length of a key', async () => {
    const keys: string[] = [];
    await withFreeKey('a'.repeat(80), (key) => {
      keys.push(key);
      return keys.length < 2 ? Promise.reject(taken(key)) : Promise.resolve(key);
    });
    expect(keys[1]).toBe(`${'a'.repeat(78)}-2`);
  });

  it('gives other refusals on, and does not try for ever', async () => {
    const refused = new DomainError('request-invalid', 'No.');
    await expect(withFreeKey('audio', () => Promise.reject(refused))).rejects.toBe(refused);
    let tries = 0;
    const always = (key: string): Promise<never> => {
      tries += 1;
      return Promise.reject(taken(key));
    };
    await expect(withFreeKey('audio', always)).rejects.toMatchObject({ code: 'key-taken' });
    expect(tries).toBe(50);
  });
});
