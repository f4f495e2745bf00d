import { generateX25519Identity } from 'age-encryption';
import { SecretBox } from './secret-box';

describe('a closed secret', () => {
  it('is opened by the same key, and closed otherwise each time', async () => {
    const box = new SecretBox(await generateX25519Identity());
    const [one, two] = [await box.close('JBSWY3DPEHPK3PXP'), await box.close('JBSWY3DPEHPK3PXP')];
    expect(await box.open(one)).toBe('JBSWY3DPEHPK3PXP');
    expect(one.equals(two)).toBe(false);
    expect(one.includes('JBSWY3DPEHPK3PXP')).toBe(false);
  });

  it('is not opened by another key, nor when a bit of its end was turned', async () => {
    const box = new SecretBox(await generateX25519Identity());
    const closed = await box.close('JBSWY3DPEHPK3PXP');
    await expect(new SecretBox(await generateX25519Identity()).open(closed)).rejects.toThrow();
    closed[closed.length - 1] = (closed.at(-1) as number) ^ 1;
    await expect(box.open(closed)).rejects.toThrow();
  });
});
