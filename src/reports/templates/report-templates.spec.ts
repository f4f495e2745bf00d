import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { PROJECT_ROOT } from '../../common/project-root';
import { loadReportTemplates } from './report-templates';

describe('report templates', () => {
  it('print nothing unescaped but through the helper that takes only our own drawings', () => {
    for (const folder of ['partials', 'sections', 'security-risk-assessment', 'vendor']) {
      const path = join(PROJECT_ROOT, 'report-templates', folder);
      for (const file of readdirSync(path).filter((name) => name.endsWith('.hbs'))) {
        expect(readFileSync(join(path, file), 'utf8')).not.toMatch(/\{\{\{|\{\{&/);
      }
    }
  });

  it('refuse a view that lacks a field', () => {
    const { render } = loadReportTemplates('security-risk-assessment');
    expect(() => render({})).toThrow(/not defined|own product|drawn by this product/);
  });

  it('refuse plain text where a drawing is expected', () => {
    const { render } = loadReportTemplates('security-risk-assessment');
    expect(() => render({ documentTitle: 'x', stylesheet: '<b>' })).toThrow(
      'Only markup drawn by this product',
    );
  });
});
