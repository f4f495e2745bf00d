// Records that name each other, and keys that are given once: what is named has to be there.
import { aDossier } from '../../test/factories/dossier.factory';
import { at, codesAfter, type Change } from '../../test/factories/incoherences';
import { findIncoherences } from './dossier-coherence';

describe('Records that name what is not there, or are there twice', () => {
  it.each<[string, Change, string[]]>([
    [
      'two vendors with one key',
      (d) => d.vendors.push({ ...at(d.vendors) }),
      ['/vendors/1/key duplicate-key'],
    ],
    [
      'two agreements with one key',
      (d) => d.agreements.push({ ...at(d.agreements) }),
      ['/agreements/1/key duplicate-key'],
    ],
    [
      'two subcontractors with one key',
      (d) => at(d.services).subcontractors?.push({ key: 'cloud-host', name: 'B', role: 'backup' }),
      ['/services/0/subcontractors/1/key duplicate-key'],
    ],
    [
      'a second checklist of a service',
      (d) => d.checklists.push({ ...at(d.checklists), key: 'b' }),
      ['/checklists/1/service second-for-service'],
    ],
    [
      'a second record of measures of a service',
      (d) => d.practiceMeasures.push({ ...at(d.practiceMeasures), key: 'b' }),
      ['/practiceMeasures/1/service second-for-service'],
    ],
    [
      'an item answered twice',
      (d) => (at(at(d.checklists).answers, 1).item = 'no_training'),
      ['/checklists/0/answers/1/item answered-twice'],
    ],
    [
      'two consents of a kind',
      (d) => {
        const { consents } = at(d.practiceMeasures);
        consents?.push(at(consents));
      },
      ['/practiceMeasures/0/consents/1/kind second-of-kind'],
    ],
    [
      'two verdicts on a provision',
      (d) => {
        const { provisions } = at(d.agreements);
        provisions?.push(at(provisions));
      },
      ['/agreements/0/provisions/1/provision read-twice'],
    ],
    [
      'an adjustment withdrawn before it was made',
      (d) =>
        (at(d.adjustments).withdrawal = {
          ...{ on: '2020-01-01', by: at(d.adjustments).assessor, reason: 'Not so.' },
        }),
      ['/adjustments/0/withdrawal/on dates-reversed'],
    ],
    [
      'a figure adjusted twice',
      (d) => d.adjustments.push({ ...at(d.adjustments), key: 'b', level: 'high' }),
      ['/adjustments/1/target adjusted-twice'],
    ],
    [
      'a service of an unknown vendor',
      (d) => (at(d.services).vendor = 'nobody'),
      [
        '/services/0/vendor unknown-vendor',
        '/agreements/0/services/0 service-of-another-vendor',
        '/soc2Reports/0/services/0 service-of-another-vendor',
        '/attestations/0/services/0 service-of-another-vendor',
        '/evidence/0/services/0 service-of-another-vendor',
        '/incidents/0/services/0 service-of-another-vendor',
        '/vendorReviews/0/services/0 service-of-another-vendor',
      ],
    ],
    [
      'an agreement with an unknown vendor',
      (d) => {
        at(d.agreements).vendor = 'nobody';
        at(d.agreements).services = [];
      },
      ['/agreements/0/vendor unknown-vendor'],
    ],
    [
      'an agreement on an unknown service',
      (d) => at(d.agreements).services.push('nothing'),
      ['/agreements/0/services/1 unknown-service'],
    ],
    [
      'a report on an unknown service',
      (d) => at(d.soc2Reports).services.push('nothing'),
      ['/soc2Reports/0/services/1 unknown-service'],
    ],
    [
      "a report on another vendor's service",
      (d) => {
        d.vendors.push({ key: 'b', name: 'B' });
        at(d.soc2Reports).vendor = 'b';
      },
      ['/soc2Reports/0/services/0 service-of-another-vendor'],
    ],
    [
      'a flow of an unknown service',
      (d) => (at(d.dataFlows).service = 'nothing'),
      ['/dataFlows/0/service unknown-service'],
    ],
    [
      'a checklist of an unknown service',
      (d) => (at(d.checklists).service = 'nothing'),
      ['/checklists/0/service unknown-service'],
    ],
    [
      'measures of an unknown service',
      (d) => (at(d.practiceMeasures).service = 'nothing'),
      ['/practiceMeasures/0/service unknown-service'],
    ],
    [
      'an adjustment of an unknown service',
      (d) => (at(d.adjustments).service = 'nothing'),
      ['/adjustments/0/service unknown-service'],
    ],
    [
      'a flow to nowhere',
      (d) => (at(d.dataFlows, 1).to.subcontractor = 'nowhere'),
      ['/dataFlows/1/to/subcontractor unknown-subcontractor'],
    ],
    [
      "a flow to another service's subcontractor",
      (d) => {
        d.services.push({ ...at(d.services), key: 'b', subcontractors: null });
        at(d.dataFlows, 1).service = 'b';
      },
      ['/dataFlows/1/to/subcontractor unknown-subcontractor'],
    ],
    [
      'a subcontractor left unnamed',
      (d) => (at(d.dataFlows, 1).to.subcontractor = null),
      ['/dataFlows/1/to/subcontractor subcontractor-missing'],
    ],
    [
      'a subcontractor named for another party',
      (d) => (at(d.dataFlows).to.subcontractor = 'cloud-host'),
      ['/dataFlows/0/to/subcontractor subcontractor-not-expected'],
    ],
    [
      'a flow to where it comes from',
      (d) => (at(d.dataFlows).to = { party: 'practice' }),
      ['/dataFlows/0/to flow-to-itself'],
    ],
  ])('%s', (_what, change, expected) => expect(codesAfter(change)).toEqual(expected));

  it('are told with a suggestion where a key is nearly right', () => {
    const dossier = aDossier();
    at(dossier.services).vendor = 'northlight-note';
    expect(findIncoherences(dossier)[0]?.detail).toContain('did you mean "northlight-notes"?');
  });
});
