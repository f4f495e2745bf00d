import * as fc from 'fast-check';
import { anyAgreement, anyDate, anyFlow } from '../../test/factories/service-facts.arbitrary';
import { agreement, flow } from '../../test/factories/service-facts.factory';
import { addDays, daysBetween } from '../common/calendar-date';
import { DomainError } from '../common/problems/domain.error';
import { askedRange, earliestDay } from './asked-range';
import { gapDays, QUALIFIED_SERVICE_ORGANIZATION } from './gap-days';

const SCRIBE = { key: 'scribe', plan: 'clinic' };
const audio = flow({ since: '2026-01-01' });

describe('the days without an agreement', () => {
  it('are those from the first flow to the signature', () => {
    expect(gapDays(SCRIBE, [agreement()], [audio], '2025-11-22', '2026-11-22')).toEqual({
      service: 'scribe',
      flows: ['audio'],
      flowsOfUnknownStart: [],
      days: 326,
      coveredDays: 312,
      gapDays: 14,
      gaps: [{ from: '2026-01-01', to: '2026-01-14', days: 14, flows: ['audio'] }],
    });
  });

  it('count every day asked about while the first day of a flow is not known', () => {
    const found = gapDays(SCRIBE, [], [flow()], '2026-01-01', '2026-01-31');
    expect([found.gapDays, found.flowsOfUnknownStart]).toEqual([31, ['audio']]);
  });

  it('lie between a lapse and the next agreement, and after a termination', () => {
    const first = agreement({ key: 'first', endsOn: '2026-03-31' });
    const second = agreement({ key: 'second', signedOn: '2026-04-11', terminatedOn: '2026-06-01' });
    const { gaps } = gapDays(SCRIBE, [first, second], [audio], '2026-02-01', '2026-06-30');
    expect(gaps.map(({ from, to, days }) => [from, to, days])).toEqual([
      ['2026-04-01', '2026-04-10', 10],
      ['2026-06-01', '2026-06-30', 30],
    ]);
  });

  it('are counted apart for Part 2 records, which ask for the terms of a qualified service organization', () => {
    const part2 = flow({ key: 'claims', since: '2026-01-01', dataClasses: ['substance_use_records'] });
    const daysWithout = (agreements: Parameters<typeof gapDays>[1]) =>
      gapDays(SCRIBE, agreements, [audio, part2], '2026-01-01', '2026-01-31', QUALIFIED_SERVICE_ORGANIZATION);
    expect(daysWithout([agreement()])).toMatchObject({ flows: ['claims'], gapDays: 31 });
    expect(daysWithout([agreement({ includesQsoaTerms: true })])).toMatchObject({ gapDays: 14 });
    const apart = agreement({ kind: 'qualified_service_organization_agreement', signedOn: '2026-01-11' });
    expect(daysWithout([agreement(), apart])).toMatchObject({ gapDays: 10, coveredDays: 21 });
  });

  it('name the flows: one that starts later and is not covered opens a gap of its own', () => {
    const drafts = flow({ key: 'drafts', since: '2026-05-01', dataClasses: ['progress_notes'] });
    const limited = agreement({ coverageLimits: [{ service: 'scribe', flows: ['audio'] }] });
    const { gaps, days, coveredDays } = gapDays(
      SCRIBE,
      [limited],
      [audio, drafts],
      '2026-02-01',
      '2026-05-31',
    );
    expect(gaps).toEqual([{ from: '2026-05-01', to: '2026-05-31', days: 31, flows: ['drafts'] }]);
    expect([days, coveredDays]).toEqual([120, 89]);
  });

  it('are all of them for another plan than the one in use, and none for exceptions and de-identified data', () => {
    const other = agreement({ coverageLimits: [{ service: 'scribe', plans: ['enterprise'] }] });
    expect(gapDays(SCRIBE, [other], [audio], '2026-02-01', '2026-02-28').gapDays).toBe(28);
    const treatment = flow({ recipientRole: 'exception', exceptionCitation: '45 CFR 164.502(e)(1)(ii)(A)' });
    expect(gapDays(SCRIBE, [], [treatment], '2026-02-01', '2026-02-28')).toMatchObject({ days: 0, gaps: [] });
  });

  it('are not closed by an agreement of another kind', () => {
    const qsoa = agreement({ kind: 'qualified_service_organization_agreement' });
    expect(gapDays(SCRIBE, [qsoa], [audio], '2026-02-01', '2026-02-28').gapDays).toBe(28);
  });
});

describe('whatever was agreed', () => {
  const service = { key: 'service', plan: 'clinic' };
  const anyFlows = fc
    .array(fc.tuple(anyFlow, fc.option(anyDate, { nil: null })), { maxLength: 3 })
    .map((flows) => flows.map(([one, since], index) => ({ ...one, key: `flow-${index}`, since })));
  const anyAgreements = fc
    .array(anyAgreement, { maxLength: 3 })
    .map((all) => all.map((one, index) => ({ ...one, key: `agreement-${index}` })));
  const anyRange = fc
    .tuple(anyDate, fc.integer({ min: 0, max: 900 }))
    .map(([from, days]) => [from, addDays(from, days)] as const);

  it('days with and without an agreement add up to the days on which data flowed', () => {
    fc.assert(
      fc.property(anyAgreements, anyFlows, anyRange, (agreements, flows, [from, to]) => {
        const found = gapDays(service, agreements, flows, from, to);
        expect(found.coveredDays + found.gapDays).toBe(found.days);
        expect(found.gaps.reduce((sum, { days }) => sum + days, 0)).toBe(found.gapDays);
        for (const gap of found.gaps) expect(daysBetween(gap.from, gap.to) + 1).toBe(gap.days);
        expect(found.days).toBeLessThanOrEqual(daysBetween(from, to) + 1);
      }),
      { numRuns: 2000 },
    );
  });

  it('a range is what its days are one by one', () => {
    fc.assert(
      fc.property(
        anyAgreements,
        anyFlows,
        anyDate,
        fc.integer({ min: 0, max: 120 }),
        (agreements, flows, from, length) => {
          const to = addDays(from, length);
          const whole = gapDays(service, agreements, flows, from, to);
          const open = new Map<string, string>();
          for (const gap of whole.gaps)
            for (let day = gap.from; day <= gap.to; day = addDays(day, 1)) open.set(day, gap.flows.join(' '));
          for (let day = from; day <= to; day = addDays(day, 1)) {
            const [gap] = gapDays(service, agreements, flows, day, day).gaps;
            expect([day, gap?.flows.join(' ')]).toEqual([day, open.get(day)]);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('one more agreement never adds a day without one', () => {
    fc.assert(
      fc.property(anyAgreements, anyAgreement, anyFlows, anyRange, (agreements, extra, flows, [from, to]) => {
        const more = [...agreements, { ...extra, key: 'extra' }];
        expect(gapDays(service, more, flows, from, to).gapDays).toBeLessThanOrEqual(
          gapDays(service, agreements, flows, from, to).gapDays,
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the days that may be asked about', () => {
  it('are the last six years up to today', () => {
    expect(earliestDay('2026-11-22')).toBe('2020-11-22');
    expect(askedRange({}, '2026-11-22')).toEqual({ from: '2020-11-22', to: '2026-11-22' });
  });

  it.each<[object, string[]]>([
    [{ from: '2020-11-21' }, ['/from']],
    [{ to: '2026-11-23' }, ['/to']],
    [{ from: '2026-05-02', to: '2026-05-01' }, ['/to']],
    [{ from: '2019-01-01', to: '2018-01-01' }, ['/from', '/to']],
  ])('%j is refused', (asked, pointers) => {
    expect.assertions(1);
    try {
      askedRange(asked, '2026-11-22');
    } catch (error) {
      expect((error as DomainError).faults.map(({ pointer }) => pointer)).toEqual(pointers);
    }
  });
});
