import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { aDossier } from '../../test/factories/dossier.factory';
import { PROJECT_ROOT } from '../common/project-root';
import type { Dossier } from './dossier.document';
import { gatherPracticeFacts } from './gather-practice-facts';
import { gatherServiceFacts } from './gather-service-facts';

const ASOF = '2026-11-22';
const dossier = (): Dossier =>
  parse(readFileSync(join(PROJECT_ROOT, 'examples', 'small-practice.yaml'), 'utf8')) as Dossier;
const gathered = (changed: Dossier) => gatherServiceFacts(changed, ASOF);

describe('gathering the facts of each service', () => {
  it('gives every service, by key, what bears on it and nothing of another', () => {
    const facts = gathered(dossier());
    expect(facts.map(({ service }) => service.key)).toEqual([
      'fernhill-scribe',
      'quipmarsh-free',
      'tidebook-scheduler',
    ]);
    const [scribe, chatbot] = facts;
    expect(scribe).toMatchObject({
      asOf: ASOF,
      vendor: { key: 'fernhill' },
      practice: { coveredEntity: 'yes' },
    });
    expect(scribe?.agreements.map(({ key }) => key)).toEqual(['fernhill-baa']);
    expect(scribe?.dataFlows.map(({ key }) => key)).toEqual([
      'scribe-audio',
      'scribe-drafts',
      'scribe-hosting',
    ]);
    expect(scribe?.practiceMeasures?.noteReview?.scope).toBe('sample');
    expect(chatbot).toMatchObject({
      agreements: [],
      soc2Reports: [],
      practiceMeasures: null,
      adjustments: [],
    });
    expect(chatbot?.checklistAnswers).toHaveLength(7);
  });

  it('gives the same whatever the order of records, and whether a field is null or absent', () => {
    const turned = dossier();
    for (const list of [
      turned.services,
      turned.vendors,
      turned.agreements,
      turned.dataFlows,
      turned.checklists,
    ])
      list?.reverse();
    turned.agreements?.forEach((agreement) => {
      agreement.terminatedOn = null;
      agreement.provisions?.reverse();
    });
    turned.adjustments = null;
    expect(JSON.stringify(gathered(turned))).toBe(JSON.stringify(gathered(dossier())));
  });

  it('lets no agreement or report of another vendor cover a service', () => {
    const mixed = dossier();
    mixed.agreements?.forEach((agreement) => (agreement.services = ['quipmarsh-free']));
    mixed.soc2Reports?.forEach((report) => (report.services = ['quipmarsh-free']));
    const chatbot = gathered(mixed).find(({ service }) => service.key === 'quipmarsh-free');
    expect(chatbot).toMatchObject({ agreements: [], soc2Reports: [] });
  });

  it('lets one agreement cover several services of its vendor', () => {
    const shared = dossier();
    const scribe = shared.services.find(({ key }) => key === 'fernhill-scribe');
    if (!scribe) throw new Error('no scribe');
    shared.services.push({ ...scribe, key: 'fernhill-intake', name: 'Fernhill Intake' });
    shared.agreements?.[0]?.services.push('fernhill-intake');
    const covered = gathered(shared).filter(({ agreements }) =>
      agreements.some(({ key }) => key === 'fernhill-baa'),
    );
    expect(covered.map(({ service }) => service.key)).toEqual(['fernhill-intake', 'fernhill-scribe']);
  });

  it('gives what is known of models, studies, promises and ways out to their service only', () => {
    const [known] = gathered(aDossier());
    expect(known?.modelCards.map(({ modelVersion }) => modelVersion)).toEqual(['2026.2']);
    expect(known?.clinicalValidations.map(({ key }) => key)).toEqual(['scribe-accuracy-2026']);
    expect(known?.serviceLevels.map(({ promised }) => promised)).toEqual([99.9]);
    expect(known?.exitTerms).toMatchObject({ deletionDays: 30 });
    const [other] = gathered(
      aDossier({ modelCards: [], clinicalValidations: null, serviceLevels: [], exitTerms: [] }),
    );
    expect(other).toMatchObject({
      modelCards: [],
      clinicalValidations: [],
      serviceLevels: [],
      exitTerms: null,
    });
  });

  it('gives the incidents with its vendor by number, those that name other tools as raising nothing, the practice its own, and no word of what happened', () => {
    const [scribe] = aDossier().services;
    if (!scribe) throw new Error('no service');
    const happened = {
      ...{ title: 'A fault', kind: 'use_not_allowed' as const, impermissibleUse: 'yes' as const },
      ...{ dataSecured: 'no' as const, vendor: scribe.vendor, services: [scribe.key] },
    };
    const dossier = aDossier({
      incidents: [
        { ...happened, key: 'd', knownOn: '2026-04-01', services: ['another'] },
        { ...happened, key: 'c', knownOn: '2026-03-01', dataSecured: 'yes', services: [] },
        { ...happened, key: 'b', knownOn: '2026-02-01', vendor: null },
        { ...happened, key: 'a', knownOn: '2026-05-01', impermissibleUse: 'no', closedOn: '2026-05-09' },
        { ...happened, key: 'e', knownOn: '2026-01-01' },
      ],
    });
    const [facts] = gathered(dossier);
    const kind = 'use_not_allowed';
    const place = 'with the vendor';
    expect(facts?.incidents).toEqual([
      { number: 1, place, raises: true, kind, knownOn: '2026-01-01', closedOn: null, finding: 'breach' },
      { number: 3, place, raises: true, kind, knownOn: '2026-03-01', closedOn: null, finding: 'incident' },
      { number: 4, place, raises: false, kind, knownOn: '2026-04-01', closedOn: null, finding: 'breach' },
      {
        number: 5,
        place,
        raises: true,
        kind,
        knownOn: '2026-05-01',
        closedOn: '2026-05-09',
        finding: 'no_use',
      },
    ]);
    expect(gatherPracticeFacts(dossier, '2026-11-22').incidents).toEqual([
      {
        number: 2,
        place: 'at the practice',
        raises: true,
        kind,
        knownOn: '2026-02-01',
        closedOn: null,
        finding: 'breach',
      },
    ]);
  });

  it("gives the vendor's newest standing that is not of after the date", () => {
    const standings = ['2024-09-30', '2026-09-30', '2025-09-30', '2026-12-31'].map((asOf) => ({
      ...(aDossier().financialStandings?.[0] as NonNullable<Dossier['financialStandings']>[number]),
      key: `of-${asOf}`,
      asOf,
    }));
    const [facts] = gathered(aDossier({ financialStandings: standings }));
    expect(facts?.financialStanding?.key).toBe('of-2026-09-30');
    const [before] = gatherServiceFacts(aDossier({ financialStandings: standings }), '2024-09-29');
    expect(before?.financialStanding).toBeNull();
  });
});
