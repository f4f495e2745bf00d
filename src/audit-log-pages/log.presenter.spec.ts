import { actionWords, logView } from './log.presenter';
import type { LogRow } from './log-list.query';

const row = (fields: Partial<LogRow> = {}): LogRow => ({
  ...{ sequence: 7, occurredAt: new Date('2026-03-02T12:00:00Z'), actorKind: 'person', actorName: 'Dana' },
  ...{ action: 'vendor.updated', subjectKind: 'vendor', subjectId: 'v', address: null },
  data: {
    person: '019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f',
    key: 'northlight',
    version: 2,
    fields: ['name', 'legalName'],
    none: null,
  },
  ...fields,
});

it('says who did what, with keys and changed fields and without versions', () => {
  const [entry] = logView('/log', {}, [row()], 10).entries;
  expect(entry).toMatchObject({
    who: 'Dana',
    what: 'Vendor updated',
    detail: 'key: northlight; changed: name, legal name',
  });
});

it.each([
  ['api_key.created', 'API key created'],
  ['soc2_report.updated', 'SOC 2 report updated'],
  ['dossier.imported', 'Records imported'],
])('says %s as %j', (action, words) => expect(actionWords(action)).toBe(words));

it.each([
  [{ actorKind: 'system', actorName: null }, 'Duecare itself'],
  [{ actorKind: 'api_key', actorName: 'Calendar' }, 'API key Calendar'],
  [{ actorKind: 'person', actorName: null }, 'Somebody who has left'],
] as const)('names %j as %s', (fields, who) => {
  expect(logView('/log', {}, [row(fields)], 10).entries[0]?.who).toBe(who);
});

it('leads to earlier entries under the same filter, where there are any', () => {
  const rows = [row({ sequence: 9 }), row({ sequence: 8 }), row({ sequence: 7 })];
  expect(logView('/log', { action: 'vendor.updated', from: null }, rows, 2).earlier).toBe(
    '/log?action=vendor.updated&before=8',
  );
  expect(logView('/log', {}, rows, 3).earlier).toBe('');
});

it('an action is words', () => {
  expect(actionWords('sign_in_rules.changed')).toBe('Sign in rules changed');
});
