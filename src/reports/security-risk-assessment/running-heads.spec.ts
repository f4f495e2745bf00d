import { unsignedDraft } from '../../../test/factories/assessment-document.factory';
import { loadGraphLayout } from './data-flow-diagram/draw-diagram';
import { narrowedToService } from './narrowed-to-service';
import { reportView } from './report.presenter';
import { pageGroups, runningHeads } from './running-heads';
import { inReadingOrder, type ReportKind } from './sections';

const viewOf = async (kind: ReportKind = 'security-risk-assessment') => {
  const sealed =
    kind === 'vendor' ? narrowedToService(unsignedDraft(), 'northlight-scribe') : unsignedDraft();
  return reportView(sealed!, await loadGraphLayout(), kind);
};

describe('The heads of the pages', () => {
  it.each<ReportKind>(['security-risk-assessment', 'vendor'])(
    'of a %s report name every section once, each on a page of one group',
    async (kind) => {
      const view = await viewOf(kind);
      const groups = pageGroups(view);
      const anchors = inReadingOrder(kind).flatMap((id) =>
        id === 'services' ? [] : [view.sections[id]?.anchor],
      );
      expect(groups.flatMap(({ anchor, below }) => [anchor, ...below])).toEqual(anchors);
      const css = runningHeads(view);
      for (const anchor of anchors) expect(css).toContain(`.headed-${anchor}{page:`);
    },
  );

  it('give a section that has something to say a page of its own', async () => {
    const view = await viewOf();
    const groupOf = (anchor: string, shown = view) =>
      pageGroups(shown).find((group) => group.anchor === anchor || group.below.includes(anchor));
    expect(groupOf('incidents')).not.toMatchObject({ anchor: 'incidents' });
    const [row] = [{ key: 'lost' }] as typeof view.incidents.rows;
    const told = { ...view, incidents: { ...view.incidents, rows: [row!] } };
    expect(groupOf('incidents', told)?.anchor).toBe('incidents');
    expect(groupOf('incidents', told)?.titles[0]).toBe('G Incidents and breach history');
  });

  it('begin the flows and the appendices anew, whatever stands before', async () => {
    const anchors = pageGroups(await viewOf()).map(({ anchor }) => anchor);
    expect(anchors).toEqual(
      expect.arrayContaining(['summary', 'method', 'flows', 'actions', 'risk-register']),
    );
  });
});
