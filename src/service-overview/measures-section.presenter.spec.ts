import { measuresSection } from './measures-section.presenter';

const AT = '/organizations/o/services/s';
const CONSENT = {
  ...{ kind: 'recording', formVersion: '2026-03', since: '2026-03-01', written: true },
  ...{ attestedForAllClients: true, coversEveryoneAudible: true },
} as const;
const linesOf = (measures: object) => measuresSection({ id: 'm', ...measures }, AT).lines;

describe('what a practice does itself', () => {
  it('is said for the first time, or changed', () => {
    expect(measuresSection(null, AT)).toEqual({ lines: [], edit: `${AT}/practice-measures/new` });
    expect(measuresSection({ id: 'm' }, AT).edit).toBe(`${AT}/practice-measures/m/edit`);
  });

  it('tells what a consent lacks, and of a recording alone who can be heard', () => {
    const weak = { ...CONSENT, written: false, attestedForAllClients: false, coversEveryoneAudible: false };
    const lines = linesOf({ consents: [CONSENT, weak, { ...weak, kind: 'ai_use', written: true }] });
    expect(lines.map(({ lacks }) => lacks)).toEqual([
      '',
      'not in writing, not from every client, not from everybody who can be heard',
      'not from every client',
    ]);
    expect(lines[0]?.words).toBe('Form 2026-03, since March 1, 2026');
  });

  it.each([
    [0, 'On the same day, since March 1, 2026'],
    [1, 'Within 1 day, since March 1, 2026'],
    [30, 'Within 30 days, since March 1, 2026'],
  ])('says when recordings go after %d days', (withinDays, words) => {
    expect(linesOf({ audioDeletion: { withinDays, since: '2026-03-01', basis: 'stated' } })).toMatchObject([
      { words },
    ]);
  });

  it('says which drafts are read', () => {
    const [line] = linesOf({ noteReview: { scope: 'sample', since: '2026-03-01', basis: 'stated' } });
    expect(line?.words).toBe('Some, since March 1, 2026');
  });
});
