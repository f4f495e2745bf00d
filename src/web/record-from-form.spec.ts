import { FormBody } from '../common/http/form-body';
import {
  BooleanField,
  ChoicesField,
  IntegerField,
  RecordField,
  RecordListField,
  TextField,
  TextListField,
} from '../common/fields';
import { faultsAsTyped, recordFromForm } from './record-from-form';

class Contact {
  @TextField({ description: 'Name.', maxLength: 20 })
  name: string;
}

class Everything {
  @TextField({ description: 'Text.', maxLength: 20 })
  text: string;
  @TextField({ description: 'Note.', maxLength: 20, optional: true })
  note?: string | null;
  @IntegerField({ description: 'Number.', minimum: 0, maximum: 9, optional: true })
  number?: number | null;
  @BooleanField({ description: 'Yes or no.' })
  yes: boolean;
  @ChoicesField(['a', 'b', 'c'], { description: 'Some.' })
  some: string[];
  @TextListField({ description: 'Lines.', maxLength: 20, maxItems: 5, optional: true })
  lines?: string[] | null;
  @RecordField(() => Contact, { description: 'Owner.' })
  owner: Contact;
  @RecordListField(() => Contact, { description: 'Contacts.', maxItems: 5, optional: true })
  contacts?: Contact[] | null;
}

const read = (entries: [string, string][]): object =>
  recordFromForm(Everything, new FormBody(new URLSearchParams(entries).toString()));

describe('a form is read as the record that it stands for', () => {
  it.each<[string, [string, string][], object]>([
    ['text without blanks around it', [['text', '  Ada ']], { text: 'Ada' }],
    ['what is required and empty is missing', [['text', ' ']], {}],
    ['what is optional and empty is cleared', [['note', '']], { note: null }],
    ['what is not on the page is left alone', [], {}],
    ['numbers', [['number', '7']], { number: 7 }],
    ['what is no number stays as it was typed, to be refused', [['number', 'seven']], { number: 'seven' }],
    ['yes', [['yes', 'true']], { yes: true }],
    ['no', [['yes', 'false']], { yes: false }],
    [
      'ticks, with the hidden entry that says that they were on the page',
      [
        ['some', ''],
        ['some', 'a'],
        ['some', 'c'],
      ],
      { some: ['a', 'c'] },
    ],
    ['no tick at all', [['some', '']], { some: [] }],
    ['a line for each text', [['lines', 'one\r\n\r\n two ']], { lines: ['one', 'two'] }],
    ['no line', [['lines', '\r\n']], { lines: null }],
    ['a record inside', [['owner/name', 'Ada']], { owner: { name: 'Ada' } }],
    [
      'a list of records, without those in which nothing was typed',
      [
        ['contacts/0/name', 'Ada'],
        ['contacts/1/name', ''],
        ['contacts/5/name', 'Bo'],
      ],
      { contacts: [{ name: 'Ada' }, { name: 'Bo' }] },
    ],
    ['what no field asks for is not read', [['constructor', 'x']], {}],
  ])('%s', (_what, entries, record) => {
    expect(read(entries)).toEqual(record);
  });

  it('a fault leads to the row as it was typed, past rows that were left empty', () => {
    const form = new FormBody(
      'contacts/0/name=&contacts/1/name=Ada&contacts/2/name=&contacts/4/name=Bo&text=x',
    );
    recordFromForm(Everything, form);
    const fault = (pointer: string) => ({ pointer, code: 'invalid-field' as const, detail: 'is wrong' });
    const pointers = ['/contacts/1/name', '/contacts/0', '/text', '/lines/1', '', '/contacts/7/name'];
    expect(faultsAsTyped(form, pointers.map(fault)).map(({ pointer }) => pointer)).toEqual([
      ...['/contacts/4/name', '/contacts/1', '/text', '/lines/1', '', '/contacts/7/name'],
    ]);
  });

  it('one of too many entries is refused', () => {
    expect(() => new FormBody('a=1&'.repeat(6_000))).toThrow('too large');
  });
});
