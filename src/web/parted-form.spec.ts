import { FormBody } from '../common/http/form-body';
import { RecordField, RecordListField, TextField, TextListField } from '../common/fields';
import { DomainError } from '../common/problems/domain.error';
import { NO_FAULTS } from './form-faults';
import { NOTHING_TYPED, typedIn } from './form-view';
import { besideOf, entriesTyped, sectionsOf, storedRecord, type PartedForm } from './parted-form';

class Finding {
  @TextField({ description: 'What.', maxLength: 200 })
  what: string;
}

class Reader {
  @TextField({ description: 'Name.', maxLength: 200 })
  name: string;
}

class Review {
  @RecordField(() => Reader, { description: 'Who.' })
  reader: Reader;
}

class Paper {
  @RecordListField(() => Finding, { description: 'Findings.', optional: true, maxItems: 20 })
  findings?: Finding[] | null;

  @TextListField({ description: 'Limits.', optional: true, maxLength: 200, maxItems: 20 })
  limits?: string[] | null;

  @RecordField(() => Review, { description: 'Review.', optional: true })
  review?: Review | null;

  @TextField({ description: 'Key of the model.', optional: true, maxLength: 64 })
  model?: string | null;
}

const FORM: PartedForm = {
  type: Paper,
  parts: [
    {
      ...{ title: 'Findings', none: { findings: 'There are none' } },
      rows: { list: 'findings', type: Finding, words: { what: { label: 'What?' } }, one: 'Finding' },
    },
    {
      ...{ title: 'Limits', words: { limits: { label: 'Limits' }, model: { label: 'Model' } } },
      none: { limits: 'There are none' },
    },
    { title: 'Review', within: [{ at: 'review/reader/', type: Reader, words: { name: { label: 'Who?' } } }] },
  ],
};

const form = (text: string): FormBody => new FormBody(text);

describe('what a form in parts says beside its names', () => {
  it.each([
    ['findings/0/what=&limits=&review/reader/name=', { findings: null, limits: null, review: null }],
    [
      'findings/0/what=&findings-none=yes&limits=&limits-none=&limits-none=yes',
      { findings: [], limits: [], review: null },
    ],
    [
      'findings/0/what=&findings/1/what=Open&limits=One%0ATwo&review/reader/name=Dana',
      { findings: [{ what: 'Open' }], limits: ['One', 'Two'], review: { reader: { name: 'Dana' } } },
    ],
  ])('%s', (typed, beside) => expect(besideOf(FORM, form(typed))).toEqual(beside));

  it('is refused where a list is said to be empty and is not', () => {
    const typed = form('findings/0/what=Open&findings-none=yes');
    expect(() => besideOf(FORM, typed)).toThrow(DomainError);
  });
});

describe('the rows of a list', () => {
  const rows = (typed: string): string[] =>
    (sectionsOf(FORM, typedIn(form(typed)), NO_FAULTS)[0]?.rows ?? []).map(({ title }) => title);

  it('are those that stand, and one more', () => {
    expect(rows('')).toEqual(['Finding 1']);
    expect(rows('findings/1/what=Open')).toEqual(['Finding 1', 'Finding 2', 'Finding 3']);
  });

  it('are asked for by no script while they are empty', () => {
    const [section] = sectionsOf(FORM, typedIn(form('findings/0/what=Open')), NO_FAULTS);
    const required = section?.rows?.map(({ fields }) => fields[0]?.limits?.required);
    expect(required).toEqual([true, false]);
  });

  it('keep their places beside what was typed', () => {
    const typed = form('findings/0/what=&findings/3/what=Late&findings/1/what=Open');
    expect(entriesTyped(Finding, 'findings', typed)).toEqual([
      { row: 1, entry: { what: 'Open' } },
      { row: 3, entry: { what: 'Late' } },
    ]);
  });
});

it('ticks an empty list that is stored, and not one that nobody has read', () => {
  const { values } = storedRecord({ version: 1, findings: [], limits: null } as { version: number });
  expect([values('findings-none'), values('limits-none')]).toEqual([['yes'], []]);
});

it('asks nothing where there is nothing to choose from, and offers names for keys', () => {
  const names = (choices: PartedForm['choices']) =>
    sectionsOf({ ...FORM, choices }, NOTHING_TYPED, NO_FAULTS)[1]?.fields.map(({ name }) => name);
  expect(names({ model: [] })).not.toContain('model');
  expect(names({ model: [{ key: 'one', name: 'One' }] })).toContain('model');
});
