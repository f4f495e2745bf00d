import type { FieldView } from './form-view';
import { storedBeside } from './stored-beside';

const field = (name: string, options: Record<string, string> = {}): FieldView =>
  ({
    name,
    label: `The ${name}`,
    options: Object.entries(options).map(([value, label]) => ({ value, label, help: '', isChosen: false })),
  }) as FieldView;

const values = (of: Record<string, string[]>) => (name: string) => of[name] ?? [];

describe('what is stored beside what was typed', () => {
  it('tells of the fields that differ, in the words of the form', () => {
    const fields = [field('purpose'), field('at rest', { yes: 'Yes', no: 'No' }), field('country')];
    const typed = values({ purpose: ['Notes'], 'at rest': ['no'], country: ['US'] });
    const stored = values({ purpose: ['Notes'], 'at rest': ['yes'] });
    expect(storedBeside(fields, typed, stored)).toEqual([
      { label: 'The at rest', stored: 'Yes' },
      { label: 'The country', stored: 'nothing' },
    ]);
  });

  it('takes the same lines and the same ticks in another order for the same', () => {
    const typed = values({ kinds: ['b', 'a'], lines: ['one\r\ntwo'] });
    expect(
      storedBeside(
        [field('kinds'), field('lines')],
        typed,
        values({ kinds: ['a', 'b'], lines: ['one', 'two'] }),
      ),
    ).toEqual([]);
  });
});
