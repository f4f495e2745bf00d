import { addressOf, answeringPages, pageAt, pageToGoOn } from './answering-pages';
import type { QuestionnaireView, QuestionView } from './questionnaire.dto';

const question = (id: string, answer: object | null = null) =>
  ({ id, answerType: 'yes_no', answer: answer && { question: id, ...answer } }) as unknown as QuestionView;

function asked(
  sizes: Record<string, number>,
  answer: object | null = null,
): Pick<QuestionnaireView, 'groups'> {
  const groups = Object.entries(sizes).map(([id, size]) => ({
    id,
    title: id,
    questions: Array.from({ length: size }, (_none, index) => question(`${id}-${index}`, answer)),
  }));
  return { groups } as unknown as Pick<QuestionnaireView, 'groups'>;
}

describe('the pages of a questionnaire', () => {
  it.each([
    [1, [1]],
    [6, [6]],
    [7, [4, 3]],
    [10, [5, 5]],
    [13, [5, 4, 4]],
  ])('a group of %i questions is shown in parts of %j', (size, parts) => {
    const pages = answeringPages(asked({ security: size }));
    expect(pages.map(({ questions }) => questions.length)).toEqual(parts);
    expect(pages.flatMap(({ questions }) => questions.map(({ id }) => id))).toHaveLength(size);
    expect(new Set(pages.flatMap(({ questions }) => questions.map(({ id }) => id))).size).toBe(size);
  });

  it('know what stands before and after them, across groups', () => {
    const place = pageAt(answeringPages(asked({ a: 7, b: 1 })), 'a', 2);
    expect(place?.before).toMatchObject({ group: 'a', part: 1 });
    expect(place?.after).toMatchObject({ group: 'b', part: 1 });
    expect(pageAt(answeringPages(asked({ a: 7 })), 'a', 3)).toBeUndefined();
  });

  it('lead back to the first open question, a suggested answer being open, and to the start when none is', () => {
    const given = { value: 'yes' };
    const suggested = { value: 'yes', carriedFrom: 'last-year' };
    const first = asked({ a: 2 }, given);
    const second = asked({ b: 1 }, suggested);
    expect(pageToGoOn(answeringPages({ groups: [...first.groups, ...second.groups] }))?.group).toBe('b');
    expect(pageToGoOn(answeringPages(first))?.group).toBe('a');
    expect(pageToGoOn([])).toBeUndefined();
  });

  it('have an address that names the part from the second on', () => {
    expect(addressOf('/q', { group: 'a', part: 1 })).toBe('/q/groups/a');
    expect(addressOf('/q', { group: 'a', part: 2 })).toBe('/q/groups/a?part=2');
  });
});
