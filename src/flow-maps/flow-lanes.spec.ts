import type { NumberedFlow } from '../reports/security-risk-assessment/flows.presenter';
import { drawFlowLanes } from './draw-flow-lanes';
import { flowLanes } from './flow-lanes';

const flow = (number: string, from: object, to: object, state = 'covered', country: string | null = 'US') =>
  ({
    ...{ number, flow: { key: number, from, to, country }, coverage: { state } },
    service: {
      key: 'scribe',
      name: 'Scribe',
      vendor: 'northlight',
      subcontractors: [{ key: 'host', name: 'Host' }],
    },
  }) as unknown as NumberedFlow;
const PRACTICE = { party: 'practice' };
const TOOL = { party: 'service' };
const behind = (subcontractor: string) => ({ party: 'subcontractor', subcontractor });

describe('flows as lanes', () => {
  it('have a column for each party, going away from the client, with the country where data comes to rest', () => {
    const { columns } = flowLanes(
      [flow('F1', TOOL, behind('host'), 'covered', null), flow('F2', PRACTICE, TOOL)],
      'Row',
    );
    expect(
      columns.map(({ boundary, name, country }) => [boundary, name.join(' '), country.join(' ')]),
    ).toEqual([
      ['Practice', 'Row', ''],
      ['Vendor', 'Scribe', 'United States'],
      ['Behind it', 'Host', 'country not known'],
    ]);
  });

  it('share an arrow where they go the same way, and never hide one that nothing covers', () => {
    const { arrows } = flowLanes(
      [flow('F1', PRACTICE, TOOL), flow('F2', PRACTICE, TOOL), flow('F3', PRACTICE, TOOL, 'uncovered')],
      'Row',
    );
    expect(arrows.map(({ words }) => words)).toEqual(['F1, F2', 'F3: NO AGREEMENT']);
  });

  it('stay as wide as a phone however many companies there are: they share a column', () => {
    const many = ['a', 'b', 'c', 'd'].map((key, place) => flow(`F${place}`, TOOL, behind(key)));
    const { columns, width } = flowLanes(many, 'Row');
    expect(columns.map(({ name }) => name.join(' '))).toEqual(['Scribe', '4 companies']);
    expect(width).toBeLessThanOrEqual(330);
  });

  it('are drawn with typed names as letters', () => {
    const svg = drawFlowLanes(flowLanes([flow('F1', PRACTICE, TOOL, 'uncovered')], '<i>Row'), {
      ...{ id: 'x', title: 'T', description: 'D' },
    }).text;
    expect(svg).not.toContain('<i>');
    expect(svg).toContain('F1: NO AGREEMENT');
    expect(svg).toContain('class="arrow uncovered"');
  });
});
