import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAssessment } from '../../assessments/build-assessment';
import { loadCatalogs } from '../../catalogs/load-catalogs';
import { PROJECT_ROOT } from '../../common/project-root';
import type { FindingFields } from '../../findings/finding.fields';
import { readDossier } from '../../dossiers/read-dossier';
import { isOpen } from '../../safeguards/entry-state';
import { actionsView } from './actions.presenter';
import { safeguardSteps } from './safeguard-steps';
import { servicesInOrder } from './service-order';

const document = buildAssessment({
  dossier: readDossier(readFileSync(join(PROJECT_ROOT, 'examples', 'practice.yaml'), 'utf8')),
  ...{ asOf: '2026-11-22', createdAt: new Date('2026-11-22T12:00:00Z'), catalogs: loadCatalogs() },
  ...{ assessmentId: null, organizationId: null, assessor: null },
});
const entries = document.safeguardsReview?.entries ?? [];
const { gaps, open } = safeguardSteps(document);
const citationsOf = (are: readonly { entry: string }[]) => are.map(({ entry }) => `45 CFR ${entry}`).sort();

describe('The gaps of the Security Rule among the steps', () => {
  it('are there each once, and so is all that is open', () => {
    expect(gaps.length).toBeGreaterThan(20);
    expect(gaps.map(({ citation }) => citation).sort()).toEqual(
      citationsOf(entries.filter(({ gap }) => gap)),
    );
    expect(open.map(({ citation }) => citation).sort()).toEqual(
      citationsOf(entries.filter(({ state }) => isOpen(state))),
    );
  });

  it('tell what the rule requires before what is addressable, and what is missing before what is half done', () => {
    const ranks = gaps.map(({ citation }) => {
      const found = entries.find(({ entry }) => citation === `45 CFR ${entry}`);
      return `${found?.designation === 'addressable' ? 'b' : 'a'} ${found?.gap === 'partial' ? 'b' : 'a'}`;
    });
    expect(ranks).toEqual([...ranks].sort());
    expect(new Set(ranks).size).toBe(4);
  });

  it('never call what is addressable optional: it is done, or decided in writing', () => {
    const told = new Map(gaps.map(({ citation, what }) => [citation, what]));
    for (const { entry, designation, gap } of entries.filter(({ gap }) => gap))
      expect([entry, told.get(`45 CFR ${entry}`)?.includes('Or write down why')]).toEqual([
        entry,
        designation === 'addressable' && gap !== 'contradicted',
      ]);
  });

  it('name who answers for each, and who has taken it on until when', () => {
    const owned = entries.filter(({ gap, owner }) => gap && owner);
    expect(owned.length).toBeGreaterThan(0);
    for (const { entry, owner } of owned)
      expect(gaps.find(({ citation }) => citation === `45 CFR ${entry}`)?.owner).toBe(
        `${owner?.name}, ${owner?.role}`,
      );
    const [first] = owned;
    const finding = {
      ...{
        key: 'taken-on',
        title: 'Taken on',
        source: 'safeguard',
        sourceId: first?.entry,
        severity: 'moderate',
      },
      ...{ foundOn: '2026-11-01', foundBy: { name: 'Sam Okafor', role: 'Office manager' } },
      actions: [
        {
          ...{ key: 'do', action: 'Do it', dueOn: '2026-12-20' },
          owner: { name: 'Sam Okafor', role: 'Office manager' },
        },
      ],
    } as FindingFields & { key: string };
    const taken = safeguardSteps({
      ...document,
      dossier: { ...document.dossier, findings: [finding] },
      riskManagement: {
        ...{ acceptances: [], decisions: [] },
        findings: [{ key: 'taken-on', state: 'in_work', openActions: ['do'], overdueActions: [] }],
      } as never,
    });
    expect(taken.gaps.find(({ citation }) => citation === `45 CFR ${first?.entry}`)?.owner).toBe(
      `${first?.owner?.name}, ${first?.owner?.role}; Sam Okafor, Dec 20, 2026`,
    );
  });

  it('stand in the plan after the gates and before what is not known, and not in the report on one tool', () => {
    const services = servicesInOrder(document.results);
    const { all } = actionsView(document, services, true);
    const kinds = all.map(({ kind }) => kind).filter((kind, index, list) => kind !== list[index - 1]);
    expect(kinds).toEqual([
      ...['Lifts a gate', 'Settles an open gate', 'Closes a gap of the Security Rule', 'Makes known'],
      'Condition of use',
    ]);
    expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1));
    const alone = actionsView(document, services, false).all;
    expect(alone.filter(({ citation }) => citation)).toEqual([]);
    expect(all).toHaveLength(alone.length + gaps.length + open.length);
  });

  it('are none where the Security Rule was not reviewed', () => {
    expect(safeguardSteps({ ...document, safeguardsReview: undefined })).toEqual({ gaps: [], open: [] });
  });
});
