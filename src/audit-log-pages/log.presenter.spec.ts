import { actionWords, logView } from './log.presenter';
import type { LogRow } from './log-list.query';

const row = (fields: Partial<LogRow> = {}): LogRow => ({
  ...{ sequence: 7, occurredAt: new Date('2026-03-02T12:00:00Z'), actorKind: 'person', actorName: 'Dana' },
  ...{
    action: 'vendor.updated',
    thingName: null,
    thingPath: null,
    address: null,
    timeZone: 'America/Chicago',
  },
  data: {
    person: '019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f',
    key: 'northlight',
    version: 2,
    fields: ['name', 'legalName'],
    none: null,
    digest: 'ab'.repeat(32),
  },
  ...fields,
});
const AT = '/organizations/1';

it('says who did what, with keys and changed fields and without versions', () => {
  const [entry] = logView(AT, {}, [row()], 10).entries;
  expect(entry).toMatchObject({
    ...{ who: 'Dana', what: 'Vendor changed', thing: null },
    detail: 'key: northlight; changed: name, legal name',
  });
});

it('says when on the clock of the practice, and whose clock that is', () => {
  const { entries, zone } = logView(AT, {}, [row()], 10);
  expect(entries[0]?.at).toBe('2026-03-02T12:00:00.000Z');
  expect(entries[0]?.when).toMatch(/^Mar 2, 2026, 6:00\sAM$/);
  expect(zone).toBe('Central Time (Chicago)');
});

it.each([
  ['Northlight', 'Northlight'],
  [null, 'northlight'],
])('leads to the thing by its name %j, or by its key', (thingName, name) => {
  const [entry] = logView(AT, {}, [row({ thingName, thingPath: '/services/7' })], 10).entries;
  expect(entry).toMatchObject({
    thing: { href: '/organizations/1/services/7', name },
    detail: 'changed: name, legal name',
  });
});

it.each([
  ['api_key.created', 'API key added'],
  ['soc2_report.updated', 'SOC 2 report changed'],
  ['data_flow.updated', 'Data flow changed'],
  ['service.created', 'Tool added'],
  ['dossier.imported', 'Records imported'],
  ['sign_in_rules.changed', 'Rules for signing in changed'],
  ['of_a_later.version', 'Of a later version'],
])('says %s as %j', (action, words) => expect(actionWords(action)).toBe(words));

it.each([
  [{ actorKind: 'system', actorName: null }, 'Duecare itself'],
  [{ actorKind: 'api_key', actorName: 'Calendar' }, 'API key Calendar'],
  [{ actorKind: 'person', actorName: null }, 'Somebody who has left'],
] as const)('names %j as %s', (fields, who) => {
  expect(logView(AT, {}, [row(fields)], 10).entries[0]?.who).toBe(who);
});

it('leads to earlier entries under the same filter, where there are any', () => {
  const rows = [row({ sequence: 9 }), row({ sequence: 8 }), row({ sequence: 7 })];
  expect(logView(AT, { action: 'vendor.updated', from: null }, rows, 2).earlier).toBe(
    '/organizations/1/settings/log?action=vendor.updated&before=8',
  );
  expect(logView(AT, {}, rows, 3).earlier).toBe('');
});
