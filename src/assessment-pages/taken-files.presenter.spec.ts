import type { ReportResponse } from '../reports/report.dto';
import { takenFiles } from './taken-files.presenter';

const DIGEST = 'a'.repeat(64);
const report = (changes: Partial<ReportResponse>): ReportResponse => ({
  ...{
    id: 'r',
    assessmentId: 'a',
    kind: 'security-risk-assessment',
    service: null,
    format: 'pdf',
    status: 'done',
  },
  ...{
    failure: null,
    contentDigest: DIGEST,
    documentDigest: DIGEST,
    bytes: 12_345,
    createdAt: new Date(0),
    finishedAt: null,
  },
  ...changes,
});

it.each<[string, Partial<ReportResponse>[], object]>([
  ['nothing made yet', [], { href: '' }],
  ['made', [{}], { href: '/o/reports/r/content', isDone: true, size: '12 kB' }],
  [
    'being printed',
    [{ status: 'printing', bytes: null }],
    { href: '/o/reports/r', isDone: false, statusWord: 'printing' },
  ],
  ['failed: asked for anew', [{ status: 'failed' }], { href: '' }],
  ['of the assessment as it stood before', [{ documentDigest: 'b'.repeat(64) }], { href: '' }],
  ['on one tool only', [{ kind: 'vendor', service: 'x' }], { href: '' }],
  [
    'failed after one that was made',
    [{ status: 'failed' }, { id: 'older' }],
    { href: '/o/reports/older/content' },
  ],
])('%s', (_what, reports, file) => {
  expect(takenFiles('/o', DIGEST, reports.map(report))[0]).toMatchObject({ value: 'pdf', ...file });
});
