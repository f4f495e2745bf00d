import { draftAssessment } from '../../../../test/factories/assessment-document.factory';
import { numberedFlows } from '../flows.presenter';
import type { Diagram } from './diagram';
import { diagramOf } from './diagram-of-flows';
import { drawDiagram, loadGraphLayout, type GraphLayout } from './draw-diagram';

const TOLD = { id: 'flows-all', title: 'Data flows', description: 'F1: progress notes.' };

function practiceDiagram(): Diagram {
  const document = draftAssessment();
  const flows = numberedFlows(document, ['openfield-chat', 'northlight-scribe', 'etoile-scheduler']);
  return diagramOf(flows, document.dossier.vendors, document.practice.name);
}

describe('the data-flow diagram', () => {
  let layout: GraphLayout;
  beforeAll(async () => {
    layout = await loadGraphLayout();
  });

  it('puts clients, the practice, each vendor and its subcontractors behind boundaries of their own', () => {
    expect(practiceDiagram().boundaries.map(({ label }) => label)).toEqual([
      'The practice',
      'Vendor: Openfield Research, Inc.',
      'Outside the practice',
      'Vendor: Northlight Notes, Inc.',
      'Subcontractors of Northlight Notes, Inc.',
      'Vendor: Étoile Scheduling, S.A.',
      'Subcontractors of Étoile Scheduling, S.A.',
    ]);
  });

  it('marks the one flow without an agreement in words, by colour and by a dashed line', () => {
    const svg = drawDiagram(layout, practiceDiagram(), TOLD)?.svg.text ?? '';
    expect(svg.match(/NO AGREEMENT/g)).toHaveLength(1);
    expect(svg).toMatch(/stroke="#8c2318" stroke-width="2\.4" stroke-dasharray/);
  });

  it('lays out from left to right and stays readable on a page', () => {
    const drawn = drawDiagram(layout, practiceDiagram(), TOLD);
    expect(drawn?.direction).toBe('LR');
    expect(drawn?.scale).toBeGreaterThan(0.7);
  });

  it('is an image with title and description and has no other ids that could clash', () => {
    const svg = drawDiagram(layout, practiceDiagram(), TOLD)?.svg.text ?? '';
    expect([...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)).toEqual([
      'flows-all-title',
      'flows-all-description',
    ]);
    expect(svg).toContain('role="img"');
  });

  it('draws the same twice, also after the layout has met its first accented letter', () => {
    expect(drawDiagram(layout, practiceDiagram(), TOLD)).toEqual(
      drawDiagram(layout, practiceDiagram(), TOLD),
    );
  });

  it('falls back to top-down when the layout reports an error although it says success', () => {
    const complaining: GraphLayout = {
      render: (graph, options) => {
        const result = layout.render(graph, options);
        const isWide = typeof graph !== 'string' && graph.graphAttributes?.rankdir === 'LR';
        if (result.status !== 'success' || !isWide) return result;
        return { ...result, errors: [{ level: 'warning', message: 'trouble in init_rank' }] };
      },
    };
    expect(drawDiagram(complaining, practiceDiagram(), TOLD)?.direction).toBe('TB');
  });

  it('gives no drawing at all when neither direction works', () => {
    const failing: GraphLayout = {
      render: () => ({ status: 'failure', output: undefined, errors: [{ level: 'error', message: 'no' }] }),
    };
    expect(drawDiagram(failing, practiceDiagram(), TOLD)).toBeNull();
  });

  it('takes typed names as letters: no markup, no entities, no escapes of the graph language', () => {
    const name = '<b onload="x">&amp; \\N {a|b} "q"';
    const diagram: Diagram = {
      boundaries: [{ id: 'b1', label: name, nodes: [{ id: 'n1', label: name, kind: 'service' }] }],
      flows: [{ from: 'n1', to: 'n1', number: 'F1', data: name, kind: 'covered', comesBack: false }],
    };
    const svg = drawDiagram(layout, diagram, TOLD)?.svg.text ?? '';
    expect(svg).not.toMatch(/<b[ >]/);
    expect(svg).not.toContain('n1');
    const words = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, word]) => word).join(' ');
    expect(words).toContain('&lt;b');
    expect(words).toContain('&amp;amp;');
    expect(words).toContain('\\N');
  });
});
