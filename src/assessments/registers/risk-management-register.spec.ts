// Findings, acceptances and decisions as an assessment has them: worked out beside the results, which stay what they are without them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { loadCatalogs } from '../../catalogs/load-catalogs';
import { PROJECT_ROOT } from '../../common/project-root';
import { LEVELS } from '../../common/level';
import type { Dossier } from '../../dossiers/dossier.document';
import { readDossier } from '../../dossiers/read-dossier';
import { PRACTICE_OUTCOMES } from '../../practice-decisions/practice-decision.fields';
import { ratePractice } from '../rate-practice';
import { riskManagementRegister } from './risk-management-register';

const CATALOGS = loadCatalogs();
const ASOF = '2026-11-22';
const EXAMPLE = readDossier(readFileSync(join(PROJECT_ROOT, 'examples', 'practice.yaml'), 'utf8'));
const rated = (dossier: Dossier) => ratePractice(dossier, ASOF, CATALOGS);
const ALL = rated(EXAMPLE);

it('tells the example practice, what is not settled first', () => {
  const { findings, acceptances, decisions } = riskManagementRegister(EXAMPLE, ALL, ASOF);
  expect(findings.map(({ key, state, overdueActions }) => [key, state, overdueActions])).toEqual([
    ['recorder-without-agreement', 'in_work', ['stop-recording']],
    ['unread-drafts', 'accepted', []],
    ['backups-not-tried', 'verified', []],
  ]);
  expect(acceptances.map(({ key, state, levelNow }) => [key, state, levelNow])).toEqual([
    ['fernhill-notes-sampled', 'in_force', 'moderate'],
  ]);
  expect(decisions.map(({ key, openConditions, resultNow }) => [key, openConditions, resultNow])).toEqual([
    ['recorder-stop', 0, null],
    ['ai-with-care', 1, null],
  ]);
});

it('what lies after the day is not there yet', () => {
  const { findings, acceptances, decisions } = riskManagementRegister(EXAMPLE, ALL, '2026-09-01');
  expect([findings.map(({ key, state }) => [key, state]), acceptances, decisions.length]).toEqual([
    [['backups-not-tried', 'open']],
    [],
    1,
  ]);
});

describe('A finding that an acceptance settles', () => {
  const [first] = EXAMPLE.riskAcceptances ?? [];
  if (!first) throw new Error('the example lost its acceptance');
  const renewal = { ...first, key: 'second', renews: first.key, acceptedOn: ASOF };
  const third = { ...renewal, key: 'third', renews: 'second' };
  const lapsed = { ...first, until: '2026-11-20' };
  const ended = { on: ASOF, reason: 'No longer.', by: first.acceptedBy };
  it.each([
    ['stays settled when that is renewed', [first, renewal], 'accepted'],
    ['and renewed again', [third, first, renewal], 'accepted'],
    ['also once the first has lapsed', [lapsed, renewal], 'accepted'],
    ['is not once it has lapsed and nobody renewed it', [lapsed], 'open'],
    ['is not once the renewal was ended', [first, { ...renewal, ended }], 'open'],
    ['is not once it was ended itself', [{ ...first, ended }, renewal], 'open'],
    ['is not by one that renews another', [lapsed, { ...renewal, renews: 'third' }], 'open'],
    ['is not by a renewal to come', [lapsed, { ...renewal, acceptedOn: '2026-11-23' }], 'open'],
  ])('%s', (_what, riskAcceptances, state) => {
    const { findings } = riskManagementRegister({ ...EXAMPLE, riskAcceptances }, ALL, ASOF);
    expect(findings.find(({ key }) => key === 'unread-drafts')?.state === 'accepted').toBe(
      state === 'accepted',
    );
  });
});

it('depends on no order of the dossier', () => {
  const turned = {
    ...EXAMPLE,
    findings: [...(EXAMPLE.findings ?? [])].reverse(),
    practiceDecisions: [...(EXAMPLE.practiceDecisions ?? [])].reverse(),
  };
  expect(riskManagementRegister(turned, ALL, ASOF)).toEqual(riskManagementRegister(EXAMPLE, ALL, ASOF));
});

it('no acceptance, finding or decision, however bold, changes a level, a gate or a decision of any result', () => {
  const [acceptance] = EXAMPLE.riskAcceptances ?? [];
  const [finding] = EXAMPLE.findings ?? [];
  const [decision] = EXAMPLE.practiceDecisions ?? [];
  if (!acceptance || !finding || !decision) throw new Error('the example lost its records');
  const threats = CATALOGS.scoringModel.threats.map(({ id }) => id);
  const services = [...EXAMPLE.services.map(({ key }) => key), null];
  const without = JSON.stringify(ALL);
  fc.assert(
    fc.property(
      fc.constantFrom(...threats),
      fc.constantFrom(...services),
      fc.constantFrom(...LEVELS),
      fc.constantFrom(...PRACTICE_OUTCOMES),
      (threat, service, level, outcome) => {
        const bold = {
          ...EXAMPLE,
          riskAcceptances: [{ ...acceptance, threat, service, level }],
          findings: [{ ...finding, service, severity: level }],
          practiceDecisions: [{ ...decision, service, outcome }],
        };
        expect(JSON.stringify(rated(bold))).toBe(without);
      },
    ),
    { numRuns: 8 },
  );
});
