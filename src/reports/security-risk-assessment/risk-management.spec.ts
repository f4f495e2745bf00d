import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAssessment } from '../../assessments/build-assessment';
import type { AssessmentDocument } from '../../assessments/assessment.document';
import { loadCatalogs } from '../../catalogs/load-catalogs';
import { PROJECT_ROOT } from '../../common/project-root';
import { readDossier } from '../../dossiers/read-dossier';
import { riskRegisterView } from './appendices/risk-register.presenter';
import { narrowedToService } from './narrowed-to-service';
import { riskManagementView } from './risk-management.presenter';
import { servicesInOrder } from './service-order';

const DOCUMENT: AssessmentDocument = buildAssessment({
  dossier: readDossier(readFileSync(join(PROJECT_ROOT, 'examples', 'practice.yaml'), 'utf8')),
  asOf: '2026-11-22',
  createdAt: new Date('2026-11-22T15:04:05.678Z'),
  catalogs: loadCatalogs(),
  assessmentId: null,
  organizationId: null,
  assessor: null,
});

it('plans what is open, with who answers for it and by when', () => {
  const { plan } = riskManagementView(DOCUMENT);
  expect(plan.map(({ owner, due, state }) => [owner, due, state])).toEqual([
    ['Sam Okafor, Office manager', 'Nov 2, 2026', 'overdue'],
    ['Dana Whitfield, Security official', 'Dec 15, 2026', 'planned'],
  ]);
});

it('tells who bears which risk, and what was decided on what conditions', () => {
  const { acceptances, decisions, findings } = riskManagementView(DOCUMENT);
  expect(acceptances.map(({ title, who, state }) => [title, who, state])).toEqual([
    ['Inaccurate notes', 'Dana Whitfield, Security official', 'Accepted'],
  ]);
  expect(decisions.map(({ about, outcome, conditions }) => [about, outcome, conditions.length])).toEqual([
    ['Cobblemere Recorder', 'Stop using', 0],
    ['AI at all', 'Use with conditions', 2],
  ]);
  expect(findings.map(({ state }) => state)).toEqual(['In work', 'Risk accepted', 'Verified']);
});

it('puts owner and acceptance beside the level in the risk register, and leaves the level as it is', () => {
  const groups = riskRegisterView(DOCUMENT, servicesInOrder(DOCUMENT.results));
  const rowOf = (name: string, id: string) =>
    groups.find((group) => group.name === name)?.rows.find((row) => row.id === id);
  expect(rowOf('Fernhill Scribe', 'T-04')).toMatchObject({
    now: { code: 'moderate' },
    accepted: 'Accepted by Dana Whitfield until May 31, 2027',
  });
  const held = groups.flatMap(({ rows }) => rows).filter(({ owner }) => owner.includes('Sam Okafor'));
  expect(held.length).toBeGreaterThan(0);
});

it('a report on one tool has what is about it and nothing else', () => {
  const sealed = { document: DOCUMENT } as Parameters<typeof narrowedToService>[0];
  const narrowed = narrowedToService(sealed, 'fernhill-scribe')?.document.riskManagement;
  expect(narrowed?.findings.map(({ key }) => key)).toEqual(['unread-drafts']);
  expect(narrowed?.acceptances.map(({ key }) => key)).toEqual(['fernhill-notes-sampled']);
  expect(narrowed?.decisions).toEqual([]);
});

it('a document of before says that it was not worked out', () => {
  expect(riskManagementView({ ...DOCUMENT, riskManagement: undefined }).isNotWorkedOut).toBe(true);
});
