// A dossier comes in whole or not at all, and goes out as it came.
import { parse, stringify } from 'yaml';
import {
  dataFlowBody,
  dossierBody,
  practiceBody,
  recordCount,
  serviceBody,
  vendorBody,
} from './factories/records.factory';
import { TestApplication } from './support/test-application';
import { TestPeople } from './support/test-people';

let server: TestApplication;

beforeAll(async () => {
  server = await TestApplication.start();
});

afterAll(() => server.close());

const YAML = { 'content-type': 'application/yaml' };

async function practice(): Promise<{ at: string; practice: { key: string } }> {
  const body = practiceBody();
  const made = await server.post('/v1/organizations', body);
  return { at: `/v1/organizations/${made.body.id}`, practice: body };
}

const importYaml = (at: string, document: unknown) =>
  server.post(`${at}/dossier/imports`, typeof document === 'string' ? document : stringify(document), {
    headers: YAML,
  });

describe('import', () => {
  it('makes every record, and what goes out is what came in', async () => {
    const { at, practice: own } = await practice();
    const document = dossierBody(own);
    const imported = await server.post(`${at}/dossier/imports`, document);
    const created = recordCount(document);
    expect([imported.status, imported.body]).toEqual([200, { created, updated: 0, unchanged: 1 }]);
    // A questionnaire gets the questions as they were asked, with the version of their catalog.
    const questionnaires = document.questionnaires.map((questionnaire) => ({
      ...questionnaire,
      catalogVersion: expect.any(String),
      questions: expect.any(Array),
    }));
    const kept = { ...document, questionnaires };
    expect((await server.get(`${at}/dossier`)).body).toEqual(kept);
    const asYaml = await server.get(`${at}/dossier?format=yaml`);
    expect(parse(asYaml.body as string)).toEqual(kept);
  });

  it('the same document twice changes nothing: no version, no event', async () => {
    const { at, practice: own } = await practice();
    await importYaml(at, dossierBody(own));
    const before = await Promise.all([
      server.get(`${at}/services`),
      server.get(`${at}/audit-events?limit=200`),
    ]);
    const again = await importYaml(at, dossierBody(own));
    expect(again.body).toEqual({ created: 0, updated: 0, unchanged: recordCount(dossierBody(own)) + 1 });
    const after = await Promise.all([
      server.get(`${at}/services`),
      server.get(`${at}/audit-events?limit=200`),
    ]);
    expect(after.map(({ body }) => body)).toEqual(before.map(({ body }) => body));
  });

  it('takes a document as large as its limits allow', async () => {
    const { at, practice: own } = await practice();
    const vendors = Array.from({ length: 1000 }, (_, index) => vendorBody({ key: `vendor-${index}` }));
    const services = Array.from({ length: 1000 }, (_, index) =>
      serviceBody({ key: `service-${index}`, vendor: `vendor-${index}` }),
    );
    const flows = services.map(({ key }, index) => dataFlowBody({ key: `flow-${index}`, service: key }));
    const document = {
      format: 'duecare-dossier',
      formatVersion: 1,
      practice: own,
      vendors,
      services,
      dataFlows: flows,
    };
    const imported = await server.post(`${at}/dossier/imports`, document);
    expect([imported.status, imported.body]).toEqual([200, { created: 3000, updated: 0, unchanged: 1 }]);
  });

  it('what goes out can be imported again and changes nothing', async () => {
    const { at, practice: own } = await practice();
    await importYaml(at, dossierBody(own));
    const exported = await server.get(`${at}/dossier?format=yaml`);
    expect((await importYaml(at, exported.body as string)).body).toEqual({
      created: 0,
      updated: 0,
      unchanged: recordCount(dossierBody(own)) + 1,
    });
  });

  it('changes records by key, clears what a record leaves out, and deletes none', async () => {
    const { at, practice: own } = await practice();
    await importYaml(at, dossierBody(own));
    const { website: _website, ...plainVendor } = vendorBody({ name: 'Northlight Notes LLC' });
    const changed = await importYaml(at, dossierBody(own, { vendors: [plainVendor], adjustments: [] }));
    // the practice is unchanged too, the vendor is not, and the adjustment is not in the document
    const unchanged = recordCount(dossierBody(own)) - 1;
    expect(changed.body).toEqual({ created: 0, updated: 1, unchanged });
    const [vendor] = (await server.get(`${at}/vendors`)).body.items;
    expect(vendor).toMatchObject({ name: 'Northlight Notes LLC', website: null, version: 2 });
    expect((await server.get(`${at}/adjustments`)).body.items).toHaveLength(1);
  });

  it('scores every service in the same transaction', async () => {
    const { at, practice: own } = await practice();
    await importYaml(at, dossierBody(own));
    const [score] = (await server.get(`${at}/service-scores`)).body.items;
    expect(score).toMatchObject({ service: 'northlight-scribe', isCurrent: true });
    const detail = await server.get(`${at}/service-scores/${score.id}`);
    expect(detail.body.result.decision.code).toBe(score.decision);
    expect(detail.body.result.threats.length).toBeGreaterThan(0);
  });

  it('records each change and the import as one', async () => {
    const { at, practice: own } = await practice();
    await importYaml(at, dossierBody(own));
    const actions = (await server.get(`${at}/audit-events?limit=200`)).body.items.map(
      ({ action }: { action: string }) => action,
    );
    expect(actions).toEqual([
      'organization.created',
      'membership.began',
      'vendor.created',
      'service.created',
      'evidence.created',
      'agreement.created',
      'soc2_report.created',
      'attestation.created',
      'data_flow.created',
      'data_flow.created',
      'data_flow.created',
      'checklist.created',
      'practice_measures.created',
      'adjustment.created',
      'model_card.created',
      'clinical_validation.created',
      'financial_standing.created',
      'service_level.created',
      'exit_terms.created',
      'safeguard.created',
      'questionnaire.created',
      'incident.created',
      'location.created',
      'asset.created',
      'asset.created',
      'asset_connection.created',
      'bias_audit.created',
      'log_review.created',
      'disputed_decision.created',
      'performance_measurement.created',
      'vendor_review.created',
      'exit_plan.created',
      'obligation_completion.created',
      'obligation_setting.created',
      'consent_form.created',
      'staff_member.created',
      'policy.created',
      'policy_version.created',
      'policy_acknowledgement.created',
      'training_record.created',
      'risk_acceptance.created',
      'finding.created',
      'practice_decision.created',
      'dossier.imported',
    ]);
  });
});

it('takes no decision from somebody who may not make it, and saves nothing then', async () => {
  const people = await TestPeople.connect();
  try {
    const { at, practice: own } = await practice();
    const staff = await people.add();
    await people.join(staff, at.slice(at.lastIndexOf('/') + 1), 'staff');
    const send = (document: object) => server.post(`${at}/dossier/imports`, document, { key: staff.session });
    const document = dossierBody(own);
    const refused = await send(document);
    expect([refused.status, refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
      403,
      ['/policyVersions', '/riskAcceptances', '/practiceDecisions'],
    ]);
    expect((await server.get(`${at}/vendors`)).body.items).toEqual([]);
    const decisions = {
      policyVersions: [],
      policyAcknowledgements: [],
      riskAcceptances: [],
      practiceDecisions: [],
    };
    const findings = document.findings.map((finding) => ({ ...finding, acceptance: null }));
    expect((await send({ ...document, ...decisions, findings })).status).toBe(200);
  } finally {
    await people.close();
  }
});

describe('a document that is refused leaves nothing behind', () => {
  const cases: [string, (own: object) => string, number, string, string | null][] = [
    ['not YAML', () => 'practice: [unclosed', 400, 'body-unreadable', null],
    ['a list', () => '- one\n- two\n', 422, 'dossier-invalid', ''],
    [
      'of a wrong type',
      (own) => stringify(dossierBody({ ...own, clinicians: 'four' })),
      422,
      'dossier-invalid',
      '/practice/clinicians',
    ],
    [
      'with an unknown data class',
      (own) => stringify(dossierBody(own, { dataFlows: [dataFlowBody({ dataClasses: ['gossip'] })] })),
      422,
      'dossier-invalid',
      '/dataFlows/0/dataClasses/0',
    ],
    [
      'with a flow to nowhere',
      (own) =>
        stringify(
          dossierBody(own, {
            dataFlows: [dataFlowBody({ to: { party: 'subcontractor', subcontractor: 'nobody' } })],
          }),
        ),
      422,
      'dossier-invalid',
      '/dataFlows/0/to/subcontractor',
    ],
    [
      'with an unknown vendor',
      (own) => stringify(dossierBody(own, { services: [serviceBody({ vendor: 'nobody' })] })),
      422,
      'dossier-invalid',
      '/services/0/vendor',
    ],
    [
      'of another practice',
      (own) => stringify(dossierBody({ ...own, key: 'another-practice' })),
      422,
      'dossier-invalid',
      '/practice/key',
    ],
    [
      'that grows like a bomb',
      () =>
        `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
          .split('')
          .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`)
          .join('\n')}\n`,
      400,
      'body-unreadable',
      null,
    ],
    [
      'with a field twice',
      (own) => `${stringify(dossierBody(own))}vendors: []\n`,
      400,
      'body-unreadable',
      null,
    ],
  ];

  it.each(cases)('%s', async (_what, text, status, code, pointer) => {
    const { at, practice: own } = await practice();
    const refused = await importYaml(at, text(own));
    expect([refused.status, refused.body.type]).toEqual([status, `/problems/${code}`]);
    if (pointer !== null) {
      expect(refused.body.errors.map((fault: { pointer: string }) => fault.pointer)).toContain(pointer);
    }
    expect((await server.get(`${at}/vendors`)).body.items).toEqual([]);
    expect((await server.get(`${at}/audit-events`)).body.items).toHaveLength(2); // made, with its owner
  });

  it('50 MB of nonsense are refused without being read to the end', async () => {
    const { at } = await practice();
    const refused = await server.post(`${at}/dossier/imports`, 'x'.repeat(50 << 20), { headers: YAML });
    expect([refused.status, refused.body.type]).toEqual([413, '/problems/body-too-large']);
  });

  it('a JSON field twice is refused like a YAML one', async () => {
    const { at, practice: own } = await practice();
    const text = JSON.stringify(dossierBody(own)).replace('"vendors":', '"vendors":[],"vendors":');
    const refused = await server.post(`${at}/dossier/imports`, text, {
      headers: { 'content-type': 'application/json' },
    });
    expect([refused.status, refused.body.errors[0]]).toMatchObject([
      422,
      { pointer: '', code: 'duplicate-field', detail: expect.stringContaining('line 1') },
    ]);
  });

  it('every fault is listed, not only the first', async () => {
    const { at, practice: own } = await practice();
    const document = dossierBody(
      { ...own, timeZone: 'Mars/Olympus', clinicians: 0 },
      { vendors: [{ key: 'UPPER' }] },
    );
    const refused = await server.post(`${at}/dossier/imports`, document);
    const pointers = refused.body.errors.map((fault: { pointer: string }) => fault.pointer);
    expect(pointers.sort()).toEqual([
      '/practice/clinicians',
      '/practice/timeZone',
      '/vendors/0/key',
      '/vendors/0/name',
    ]);
  });

  it('a record that would change its vendor is refused', async () => {
    const { at, practice: own } = await practice();
    await importYaml(at, dossierBody(own));
    const vendors = [vendorBody(), vendorBody({ key: 'other-vendor' })];
    const moved = {
      services: [serviceBody({ vendor: 'other-vendor' })],
      agreements: [],
      soc2Reports: [],
      serviceLevels: [],
      exitTerms: [],
      performanceMeasurements: [],
      vendorReviews: [],
      exitPlans: [],
      attestations: [],
      evidence: [],
      safeguards: [],
      incidents: [],
      consentForms: [],
      assetConnections: [],
      obligationCompletions: [],
      riskAcceptances: [],
      findings: [],
      practiceDecisions: [],
    };
    const refused = await importYaml(at, dossierBody(own, { vendors, ...moved }));
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/services/0/vendor']);
    expect((await server.get(`${at}/vendors`)).body.items).toHaveLength(1);
  });

  it('an organization that is not there is not found', async () => {
    const { practice: own } = await practice();
    const at = '/v1/organizations/019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f';
    expect((await server.get(`${at}/dossier`)).status).toBe(404);
    expect((await importYaml(at, dossierBody(own))).status).toBe(404);
  });
});
