import type { FlowFactsRow } from '../flow-maps/flow-facts.query';
import { agreementSection } from './agreement-section.presenter';

const SERVICE = { id: 's', key: 'scribe', name: 'Scribe', vendor: 'northlight' };
const flow = (key: string, since: string | null) => ({
  ...{ id: key, key, service: 'scribe', purpose: 'Notes', since },
  ...{ from: { party: 'practice' }, to: { party: 'service' }, dataClasses: ['session_audio'] },
  ...{ identifiability: 'identified', recipientRole: 'business_associate' },
  ...{ encryptedInTransit: 'yes', encryptedAtRest: 'unknown' },
});
const agreement = (changes: object = {}) => ({
  ...{ id: 'a', key: 'baa', vendor: 'northlight', kind: 'business_associate_agreement', title: 'BAA' },
  ...{ services: ['scribe'], signedOn: '2026-02-15', endsOn: '2028-01-14', ...changes },
});
const sectionOf = (dataFlows: object[], agreements: object[]) =>
  agreementSection({ dataFlows, agreements } as unknown as FlowFactsRow, SERVICE, '2026-11-29', {
    ...{ at: '/tool', expiringWithinDays: 60 },
    numbers: new Map([
      ['second', 'F1'],
      ['first', 'F2'],
    ]),
  });

describe('the agreements of a tool', () => {
  it('tell how each stands and the days before it, by the numbers of the flows in their order', () => {
    const { agreements, days, part2Days } = sectionOf(
      [flow('first', '2026-02-01'), flow('second', '2026-02-01')],
      [agreement()],
    );
    expect(agreements).toEqual([
      expect.objectContaining({
        ...{ href: '/tool/agreements/a/edit', state: 'In force', covers: 'It covers this tool.' },
        dates: 'signed Feb 15, 2026; until Jan 14, 2028',
      }),
    ]);
    expect(days).toMatchObject({
      told: '14 of 302 days without an agreement in force.',
      gaps: [{ from: 'Feb 1, 2026', to: 'Feb 14, 2026', days: '14 days', flows: 'F1, F2' }],
    });
    expect(part2Days).toBeNull();
  });

  it('say that data flows to this day without any, and since when is not on record', () => {
    const { agreements, days } = sectionOf([flow('first', null)], []);
    expect(agreements).toEqual([]);
    expect(days?.gaps).toEqual([expect.objectContaining({ to: 'today', flows: 'F2' })]);
    expect(days?.note).toContain('not on record for F2');
  });

  it('name an agreement that does not reach the tool, or is unsigned', () => {
    const { agreements, days } = sectionOf([], [agreement({ services: [] }), agreement({ signedOn: null })]);
    expect(agreements.map(({ covers, dates }) => [covers, dates])).toEqual([
      ['It does not name this tool.', 'signed Feb 15, 2026; until Jan 14, 2028'],
      ['It names this tool, and is not in force.', 'not signed'],
    ]);
    expect(days).toBeNull();
  });
});
