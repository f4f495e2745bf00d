// A part of the audit log, as a binder holds it: a chain from the entry that the manifest names to its end.
import { BEFORE_THE_FIRST, digestOfEntry, type ChainedEntry } from '../audit-log/audit-entry';
import { walkExportedLog } from './exported-log';

const ORGANIZATION = '019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f';

function chain(length: number): ChainedEntry[] {
  const entries: ChainedEntry[] = [];
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const entry = {
      ...{
        organizationId: ORGANIZATION,
        sequence,
        id: `00000000-0000-7000-8000-${String(sequence).padStart(12, '0')}`,
      },
      previousDigest: entries.at(-1)?.digest ?? BEFORE_THE_FIRST,
      occurredAt: '2026-11-01T09:30:00.000000Z',
      ...{ actorKind: 'system', actorId: null, onBehalfOf: null, requestId: null, address: null },
      ...{ action: 'vendor.changed', subjectKind: 'vendor', subjectId: 'x', data: {} },
    };
    entries.push({ ...entry, digest: digestOfEntry(entry) });
  }
  return entries;
}

const WHOLE = chain(8);
const at = (sequence: number) => WHOLE[sequence - 1] as ChainedEntry;

async function* linesOf(entries: readonly ChainedEntry[]) {
  for (const entry of entries) yield await Promise.resolve(JSON.stringify(entry));
}

const walked = (entries: readonly ChainedEntry[], after?: { sequence: number; digest: string }) =>
  walkExportedLog(
    {
      organizationId: ORGANIZATION,
      lines: linesOf(entries),
      checkpoints: [],
      head: at(8),
      ...(after && { after }),
    },
    { keyIds: null, at: new Date('2026-11-29T00:00:00Z') },
  );

it('verifies from the entry that is named', async () => {
  expect(await walked(WHOLE.slice(3), at(3))).toMatchObject({ entries: 5, lastSequence: 8, fault: null });
});

it('verifies where nothing happened since', async () => {
  expect(await walked([], at(8))).toMatchObject({ entries: 0, fault: null });
});

it.each<[string, ChainedEntry[], { sequence: number; digest: string } | undefined]>([
  ['without the entry before it', WHOLE.slice(3), undefined],
  ['with another entry before it', WHOLE.slice(3), { sequence: 3, digest: 'a'.repeat(64) }],
  ['with a gap', [...WHOLE.slice(3, 5), ...WHOLE.slice(6)], at(3)],
  ['with its first entry gone', WHOLE.slice(4), at(3)],
  ['cut short', WHOLE.slice(3, 7), at(3)],
  ['with an entry changed', [...WHOLE.slice(3, 7), { ...at(8), action: 'vendor.read' }], at(3)],
])('does not verify %s', async (_name, entries, after) => {
  expect((await walked(entries, after)).fault).not.toBeNull();
});
