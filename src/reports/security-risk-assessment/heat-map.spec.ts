import { NIST_MATRICES } from '../../../test/factories/nist-matrices';
import { LEVELS } from '../../common/level';
import { heatMap, type HeatMapMarker } from './heat-map';
import { RISK_TINTS } from './palette';

const FRAME = { id: 'map', title: 'Where things stand', size: 'half' } as const;

function marker(label: string, over: Partial<HeatMapMarker> = {}): HeatMapMarker {
  return { label, name: `Threat ${label}`, likelihood: 'high', impact: 'moderate', heldAt: null, ...over };
}

describe('the heat map', () => {
  it('says the level of Table I-2 in words in each of its 25 cells, very high likelihood on top', () => {
    const svg = heatMap(NIST_MATRICES.i2, [], FRAME).text;
    const words = [...svg.matchAll(/font-size="6.4"[^>]*>([^<]+)</g)].map(([, word]) => word);
    const expected = [...LEVELS]
      .reverse()
      .flatMap((likelihood) => LEVELS.map((impact) => NIST_MATRICES.i2[likelihood][impact]));
    expect(words.map((word) => word?.toLowerCase().replace(' ', '_'))).toEqual(expected);
  });

  it('darkens with every level, so that a black-and-white print keeps the order', () => {
    const lightness = LEVELS.map((level) => {
      const [red, green, blue] = [1, 3, 5].map((at) =>
        parseInt(RISK_TINTS[level].fill.slice(at, at + 2), 16),
      );
      return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
    });
    for (let rank = 1; rank < lightness.length; rank += 1) {
      expect((lightness[rank - 1] ?? 0) - (lightness[rank] ?? 0)).toBeGreaterThan(12);
    }
  });

  it('places a marker in the cell of its likelihood and impact', () => {
    const svg = heatMap(
      NIST_MATRICES.i2,
      [marker('4', { likelihood: 'very_high', impact: 'very_low' })],
      FRAME,
    ).text;
    const circle = /<circle cx="([\d.]+)" cy="([\d.]+)"/.exec(svg);
    expect(Number(circle?.[1])).toBeGreaterThan(50);
    expect(Number(circle?.[1])).toBeLessThan(88);
    expect(Number(circle?.[2])).toBeLessThan(37);
  });

  it('draws a square for what a gate holds up', () => {
    const held = heatMap(NIST_MATRICES.i2, [marker('1', { heldAt: 'very_high' })], FRAME).text;
    expect(held).not.toContain('<circle');
    expect(held).toContain('held at very high by a gate');
  });

  it('counts what does not fit into a cell instead of drawing over its edge', () => {
    const markers = Array.from({ length: 9 }, (_, index) => marker(String(index + 1)));
    const svg = heatMap(NIST_MATRICES.i2, markers, FRAME).text;
    expect(svg.match(/<circle/g)).toHaveLength(6);
    expect(svg).toContain('>+4<');
  });

  it('is an image with a title and a description that names every marker', () => {
    const svg = heatMap(NIST_MATRICES.i2, [marker('7'), marker('8')], FRAME).text;
    expect(svg).toMatch(/^<svg[^>]* role="img" aria-labelledby="map-title map-description"/);
    expect(svg).toContain('<title id="map-title">Where things stand</title>');
    expect(svg).toContain('7, Threat 7: likelihood high, impact moderate, risk moderate.');
    expect(svg).toContain('8, Threat 8');
  });

  it('escapes markup in names', () => {
    const svg = heatMap(NIST_MATRICES.i2, [marker('1', { name: '</desc><script>x</script>' })], FRAME).text;
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;');
  });
});
