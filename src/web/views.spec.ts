import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shownFaults } from './form-faults';
import { noticeOf, SeeOther } from './page';
import { Views, VIEWS_FOLDER } from './views';

const FRAME = {
  title: 'T<b>',
  styles: '/assets/a.css',
  scripts: [],
  notice: null,
  person: null,
  organization: null,
};

it('what somebody typed is escaped, in a page and in its frame', () => {
  const html = new Views().renderPage(
    'web/problem',
    { title: '<script>', detail: '"&\'', requestId: 'x' },
    FRAME,
  );
  expect(html).toContain('<h1>&lt;script&gt;</h1>');
  expect(html).toContain('<title>T&lt;b&gt; · Duecare</title>');
  expect(html).not.toContain('<script>');
});

it('a view that asks for what is not there is an error, not a blank', () => {
  expect(() => new Views().render('web/problem', { title: 'x' })).toThrow();
  expect(() => new Views().render('web/nothing', {})).toThrow('there is no view');
});

it('no view holds a script, style or handler, which the browser would refuse', () => {
  const files = readdirSync(VIEWS_FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.hbs'),
  );
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const text = readFileSync(join(VIEWS_FOLDER, file), 'utf8');
    expect([file, /<style|<script(?! src)|\son[a-z]+=|\sstyle=|\{\{\{|https?:\/\//i.exec(text)]).toEqual([
      file,
      null,
    ]);
  }
});

it('a notice is a word of a list', () => {
  expect(new SeeOther('/a?b=1', 'saved').address).toBe('/a?b=1&notice=saved');
  expect(noticeOf('saved')).toBe('Saved.');
  expect([noticeOf('constructor'), noticeOf('<b>'), noticeOf(undefined)]).toEqual([null, null, null]);
});

it('a fault leads to its field, or to the nearest field above it', () => {
  const labels = { 'owner/email': 'E-mail', functions: 'What it does' };
  const shown = shownFaults(
    [
      { pointer: '/owner/email', code: 'invalid-field', detail: 'is required' },
      { pointer: '/functions/2', code: 'invalid-field', detail: 'is unknown' },
      { pointer: '/elsewhere', code: 'invalid-field', detail: 'is wrong' },
    ],
    'whole',
    labels,
  );
  expect(shown.summary).toEqual([
    { field: 'owner/email', words: 'E-mail: is required' },
    { field: 'functions', words: 'What it does: is unknown' },
    { field: null, words: 'is wrong' },
  ]);
  expect(shown.of).toEqual({ 'owner/email': 'is required', functions: 'is unknown' });
  expect(shownFaults([], 'It is taken.', labels).summary).toEqual([{ field: null, words: 'It is taken.' }]);
});
