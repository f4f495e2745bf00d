import type { HistoryRow } from './history.query';
import { historyView } from './history.presenter';

const row = (changes: Partial<HistoryRow>): HistoryRow => ({
  ...{ sequence: 7, at: new Date(0), actorKind: 'person', actorName: 'Dana', action: 'agreement.updated' },
  ...{ subjectKind: 'agreement', subjectName: 'BAA', data: {}, ...changes },
});
const told = (changes: Partial<HistoryRow>): string | undefined =>
  historyView('/h', [row(changes)], 5).entries[0]?.words;

describe('the history of a tool', () => {
  it('says who did what to which record, and which fields', () => {
    expect(told({ data: { key: 'baa', fields: ['endsOn', 'autoRenews'] } })).toBe(
      'Dana changed the agreement “BAA”: last day, auto renews',
    );
    expect(told({ action: 'data_flow.created', subjectKind: 'data_flow', subjectName: 'Notes' })).toBe(
      'Dana added the data flow for Notes',
    );
    expect(told({ action: 'checklist.updated', subjectKind: 'checklist', subjectName: null })).toBe(
      'Dana changed the AI Tech Checklist',
    );
  });

  it('tells an adjustment withdrawn from one changed', () => {
    const of = { action: 'adjustment.updated', subjectKind: 'adjustment', subjectName: 'T-04' };
    expect(told({ ...of, data: { fields: ['withdrawal'] } })).toBe(
      'Dana withdrew the adjustment of threat T-04',
    );
  });

  it('names the system, a key, and who is no longer known', () => {
    expect(told({ actorKind: 'system' })).toContain('Duecare itself');
    expect(told({ actorName: null })).toContain('Somebody who has left');
    expect(told({ actorKind: 'api_key', actorName: 'Robot' })).toContain('API key Robot');
  });

  it('goes on with what is earlier', () => {
    const rows = [9, 8, 7].map((sequence) => row({ sequence }));
    const view = historyView('/h', rows, 2);
    expect(view.entries.map(({ sequence }) => sequence)).toEqual([9, 8]);
    expect(view.earlier).toBe('/h?before=8');
    expect(historyView('/h', rows, 3).earlier).toBe('');
  });
});
