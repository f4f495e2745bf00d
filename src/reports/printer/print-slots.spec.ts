import { PrintSlots } from './print-slots';

describe('print slots', () => {
  it('let so many work at once, the others in their order, and free the place of one that fails', async () => {
    const slots = new PrintSlots(2);
    const began: number[] = [];
    let atOnce = 0;
    let most = 0;
    const work = (number: number) => async () => {
      began.push(number);
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise((resolve) => setTimeout(resolve, 5));
      atOnce -= 1;
      if (number === 1) throw new Error('failed');
      return number;
    };
    const results = await Promise.allSettled([1, 2, 3, 4, 5].map((number) => slots.with(work(number))));
    expect(most).toBe(2);
    expect(began).toEqual([1, 2, 3, 4, 5]);
    expect(results.map(({ status }) => status)).toEqual([
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
  });
});
