import { createHash } from 'node:crypto';
import { BEFORE_THE_FIRST, digestOfEntry, instantText, type AuditEntry } from './audit-entry';
import { START, faultOfEntry } from './chain-walk';

const ENTRY: AuditEntry = {
  organizationId: '01900000-0000-7000-8000-000000000001',
  sequence: 1,
  previousDigest: BEFORE_THE_FIRST,
  id: '01900000-0000-7000-8000-000000000002',
  occurredAt: instantText(new Date('2026-03-01T09:30:00.123Z')),
  actorKind: 'system',
  actorId: null,
  onBehalfOf: null,
  requestId: null,
  address: null,
  action: 'vendor.created',
  subjectKind: 'vendor',
  subjectId: '01900000-0000-7000-8000-000000000003',
  data: { version: 1, key: 'scribe' },
};

describe('the digest of an entry', () => {
  it('is over the text that docs/audit-log.md describes: sorted, without what is null', () => {
    const text =
      '{"action":"vendor.created","actorKind":"system","data":{"key":"scribe","version":1},' +
      '"format":"duecare-audit-event 1","id":"01900000-0000-7000-8000-000000000002","occurredAt":"2026-03-01T09:30:00.123000Z",' +
      `"organizationId":"01900000-0000-7000-8000-000000000001","previousDigest":"${BEFORE_THE_FIRST}","sequence":1,` +
      '"subjectId":"01900000-0000-7000-8000-000000000003","subjectKind":"vendor"}';
    expect(digestOfEntry(ENTRY)).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it.each(Object.keys(ENTRY) as (keyof AuditEntry)[])('depends on %s', (field) => {
    const other = typeof ENTRY[field] === 'number' ? 2 : field === 'data' ? {} : 'other';
    expect(digestOfEntry({ ...ENTRY, [field]: other })).not.toBe(digestOfEntry(ENTRY));
  });

  it('does not depend on the order of fields, nor on the digest that stands in the entry', () => {
    const turned = Object.fromEntries(Object.entries(ENTRY).reverse()) as unknown as AuditEntry;
    expect(digestOfEntry({ ...turned, digest: 'x' } as AuditEntry)).toBe(digestOfEntry(ENTRY));
  });
});

describe('an entry after another', () => {
  const first = { ...ENTRY, digest: digestOfEntry(ENTRY) };
  const next = { ...ENTRY, sequence: 2, previousDigest: first.digest };

  it.each([
    ['fits', first, { ...next, digest: digestOfEntry(next) }, null],
    ['is the first', START, first, null],
    ['was changed', first, { ...next, digest: first.digest }, 'entry-changed'],
    [
      'follows another',
      { ...first, digest: BEFORE_THE_FIRST },
      { ...next, digest: digestOfEntry(next) },
      'chain-broken',
    ],
    ['is not the next', START, { ...next, digest: digestOfEntry(next) }, 'entry-missing'],
    ['stands twice', first, first, 'chain-broken'],
  ])('%s', (_how, before, entry, why) => expect(faultOfEntry(before, entry)?.why ?? null).toBe(why));
});
