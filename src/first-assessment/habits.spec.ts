import { DomainError } from '../common/problems/domain.error';
import { measuresFrom } from './habits';
import type { HabitsDto } from './step.dto';

const ALL: HabitsDto = {
  consents: ['recording', 'ai_use'],
  formVersion: '2026-03',
  written: true,
  attestedForAllClients: false,
  coversEveryoneAudible: true,
  noteReview: 'every_note',
  audioDeletedWithinDays: 0,
  since: '2026-03-01',
};

describe('habits as measures', () => {
  it('are the same for each consent that was ticked, and rest on being said', () => {
    const { consents, noteReview, audioDeletion } = measuresFrom(ALL);
    expect(consents).toEqual([
      expect.objectContaining({ kind: 'recording', since: '2026-03-01', attestedForAllClients: false }),
      expect.objectContaining({ kind: 'ai_use', formVersion: '2026-03', coversEveryoneAudible: true }),
    ]);
    expect(noteReview).toEqual({ scope: 'every_note', since: '2026-03-01', basis: 'stated' });
    expect(audioDeletion).toEqual({ withinDays: 0, since: '2026-03-01', basis: 'stated' });
  });

  it('leave out what was not said', () => {
    expect(measuresFrom({ consents: [], noteReview: 'unknown', since: '2026-03-01' })).toEqual({
      noteReview: { scope: 'unknown', since: '2026-03-01', basis: 'stated' },
    });
  });

  it.each<[string, HabitsDto, string[]]>([
    ['nothing at all', { consents: [] }, ['/consents']],
    ['nothing but a day', { consents: [], since: '2026-03-01' }, ['/consents']],
    [
      'a consent and no more',
      { consents: ['recording'], since: '2026-03-01' },
      ['/formVersion', '/written', '/attestedForAllClients', '/coversEveryoneAudible'],
    ],
    ['no day', { ...ALL, since: null }, ['/since']],
    ['a review without a day', { consents: [], noteReview: 'none' }, ['/since']],
  ])('that say %s name what is missing', (_what, said, pointers) => {
    let faults: string[] = [];
    try {
      measuresFrom(said);
    } catch (error) {
      faults = (error as DomainError).faults.map(({ pointer }) => pointer);
    }
    expect(faults).toEqual(pointers);
  });
});
