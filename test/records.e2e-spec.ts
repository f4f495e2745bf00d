// The same short questions of every kind of record: good body, bad body, unknown field, stale version, other organization, no key.
import {
  adjustmentBody,
  agreementBody,
  assetBody,
  assetConnectionBody,
  biasAuditBody,
  disputedDecisionBody,
  exitPlanBody,
  logReviewBody,
  performanceMeasurementBody,
  vendorReviewBody,
  attestationBody,
  checklistBody,
  clinicalValidationBody,
  consentFormBody,
  dataFlowBody,
  evidenceBody,
  exitTermsBody,
  financialStandingBody,
  findingBody,
  incidentBody,
  locationBody,
  modelCardBody,
  obligationCompletionBody,
  obligationSettingBody,
  policyBody,
  practiceMeasuresBody,
  safeguardBody,
  serviceBody,
  serviceLevelBody,
  soc2ReportBody,
  staffMemberBody,
  vendorBody,
} from './factories/records.factory';
import { TestApplication } from './support/test-application';

let server: TestApplication;

beforeAll(async () => {
  server = await TestApplication.start();
});

afterAll(() => server.close());

interface Kind {
  path: string;
  body: (changes?: object) => { key: string };
  /** a change that is allowed, and a field of it */
  change: Record<string, unknown>;
  /** a value that the field cannot have, and where it points */
  wrong: Record<string, unknown>;
  pointer: string;
  /** whether the kind belongs to a service, to a vendor, to an asset or to nothing */
  needs: 'nothing' | 'vendor' | 'service' | 'asset';
  name: string;
}

const KINDS: Kind[] = [
  {
    path: 'vendors',
    name: 'vendor',
    body: vendorBody,
    change: { name: 'Northlight Notes LLC' },
    wrong: { website: 'ftp://nowhere' },
    pointer: '/website',
    needs: 'nothing',
  },
  {
    path: 'services',
    name: 'service',
    body: serviceBody,
    change: { plan: 'clinic' },
    wrong: { functions: ['mind_reading'] },
    pointer: '/functions/0',
    needs: 'vendor',
  },
  {
    path: 'evidence',
    name: 'evidence',
    body: evidenceBody,
    change: { title: 'Northlight security overview, version 8' },
    wrong: { kind: 'rumour' },
    pointer: '/kind',
    needs: 'service',
  },
  {
    path: 'agreements',
    name: 'agreement',
    body: agreementBody,
    change: { breachNoticeHours: 24 },
    wrong: { endsOn: '2026-02-30' },
    pointer: '/endsOn',
    needs: 'service',
  },
  {
    path: 'soc2-reports',
    name: 'soc2_report',
    body: soc2ReportBody,
    change: { opinion: 'qualified', qualifiedCriteria: ['CC6.1'] },
    wrong: { opinion: 'glowing' },
    pointer: '/opinion',
    needs: 'service',
  },
  {
    path: 'attestations',
    name: 'attestation',
    body: attestationBody,
    change: { openFindings: { critical: 0, high: 1, moderate: 2, low: 5 } },
    wrong: { openFindings: { critical: -1, high: 0, moderate: 0, low: 0 } },
    pointer: '/openFindings/critical',
    needs: 'service',
  },
  {
    path: 'data-flows',
    name: 'data_flow',
    body: dataFlowBody,
    change: { retentionDays: 30 },
    wrong: { dataClasses: ['gossip'] },
    pointer: '/dataClasses/0',
    needs: 'service',
  },
  {
    path: 'checklists',
    name: 'checklist',
    body: checklistBody,
    change: { answers: [] },
    wrong: { answers: [{ item: 'no_training', value: 'maybe', answeredOn: '2026-10-01' }] },
    pointer: '/answers/0/value',
    needs: 'service',
  },
  {
    path: 'practice-measures',
    name: 'practice_measures',
    body: practiceMeasuresBody,
    change: { noteReview: { scope: 'sample', since: '2026-03-01', basis: 'observed' } },
    wrong: { audioDeletion: { withinDays: -1, since: '2026-03-01', basis: 'observed' } },
    pointer: '/audioDeletion/withinDays',
    needs: 'service',
  },
  {
    path: 'adjustments',
    name: 'adjustment',
    body: adjustmentBody,
    change: { level: 'moderate' },
    wrong: { threat: 'T4' },
    pointer: '/threat',
    needs: 'service',
  },
  {
    path: 'model-cards',
    name: 'model_card',
    body: modelCardBody,
    change: { languages: ['English'] },
    wrong: { metrics: [{ name: 'word error rate', value: 'low' }] },
    pointer: '/metrics/0/value',
    needs: 'service',
  },
  {
    path: 'clinical-validations',
    name: 'clinical_validation',
    body: (changes) => clinicalValidationBody({ modelCard: null, ...changes }),
    change: { peerReviewed: 'yes' },
    wrong: { sampleSize: 0 },
    pointer: '/sampleSize',
    needs: 'service',
  },
  {
    path: 'financial-standings',
    name: 'financial_standing',
    body: financialStandingBody,
    change: { insurance: { cyberLimitUsd: 1000000, professionalLimitUsd: 2000000 } },
    wrong: { insurance: { cyberLimitUsd: -1 } },
    pointer: '/insurance/cyberLimitUsd',
    needs: 'vendor',
  },
  {
    path: 'service-levels',
    name: 'service_level',
    body: (changes) => serviceLevelBody({ agreement: null, ...changes }),
    change: { promised: 99.95 },
    wrong: { unit: 'fortnights' },
    pointer: '/unit',
    needs: 'service',
  },
  {
    path: 'exit-terms',
    name: 'exit_terms',
    body: (changes) => exitTermsBody({ agreement: null, ...changes }),
    change: { deletionDays: 60 },
    wrong: { exportTestedOn: '2026-02-30' },
    pointer: '/exportTestedOn',
    needs: 'service',
  },
  {
    path: 'safeguards',
    name: 'safeguard',
    body: (changes) => safeguardBody({ evidenceKeys: null, ...changes }),
    change: { done: 'The landlord files the bills of repairs.' },
    wrong: { status: 'not_applicable' },
    pointer: '/status',
    needs: 'nothing',
  },
  {
    path: 'incidents',
    name: 'incident',
    body: incidentBody,
    change: { affectedIndividuals: 4, outcome: 'The vendor tests the separation of practices.' },
    wrong: { affectedByState: [{ state: 'XX', individuals: 3 }] },
    pointer: '/affectedByState/0/state',
    needs: 'service',
  },
  {
    path: 'consent-forms',
    name: 'consent_form',
    body: consentFormBody,
    change: { formVersion: '2026-10' },
    wrong: { kind: 'anything' },
    pointer: '/kind',
    needs: 'service',
  },
  {
    path: 'staff-members',
    name: 'staff_member',
    body: staffMemberBody,
    change: { jobs: ['clinician', 'intake'] },
    wrong: { jobs: [] },
    pointer: '/jobs',
    needs: 'nothing',
  },
  {
    path: 'policies',
    name: 'policy',
    body: policyBody,
    change: { reviewMonths: 6 },
    wrong: { reviewMonths: 37 },
    pointer: '/reviewMonths',
    needs: 'nothing',
  },
  {
    path: 'locations',
    name: 'location',
    body: locationBody,
    change: { access: 'locked', hazards: [] },
    wrong: { sharedWith: 'strangers' },
    pointer: '/sharedWith',
    needs: 'nothing',
  },
  {
    path: 'assets',
    name: 'asset',
    body: (changes) => assetBody({ location: null, ...changes }),
    change: { managed: 'yes', disposal: { on: '2026-10-02', method: 'wiped' } },
    wrong: { disposal: { on: '2026-10-02', method: 'lost' } },
    pointer: '/disposal/method',
    needs: 'nothing',
  },
  {
    path: 'asset-connections',
    name: 'asset_connection',
    body: assetConnectionBody,
    change: { encryptedInTransit: 'no' },
    wrong: { network: 'pigeon' },
    pointer: '/network',
    needs: 'asset',
  },
  {
    path: 'findings',
    name: 'finding',
    body: (changes) =>
      findingBody({
        evidenceKeys: null,
        actions: [
          {
            key: 'second-step-for-all',
            action: 'Switch on the second sign-in step for every account.',
            owner: { name: 'Sam Okafor', role: 'Office manager' },
            dueOn: '2026-10-30',
          },
        ],
        reviews: null,
        ...changes,
      }),
    change: { severity: 'moderate', detail: 'Billing only; the front desk has it by now.' },
    wrong: { severity: 'grave' },
    pointer: '/severity',
    needs: 'service',
  },
  {
    path: 'bias-audits',
    name: 'bias_audit',
    body: biasAuditBody,
    change: { smallestGroup: 20 },
    wrong: {
      groups: [
        { dimension: 'shoe_size', group: 'large', people: 3, wellServed: 2 },
        { dimension: 'age', group: 'under 40', people: 3, wellServed: 2 },
      ],
    },
    pointer: '/groups/0/dimension',
    needs: 'service',
  },
  {
    path: 'log-reviews',
    name: 'log_review',
    body: logReviewBody,
    change: { lookedAt: 90 },
    wrong: { lookedAt: -1 },
    pointer: '/lookedAt',
    needs: 'service',
  },
  {
    path: 'disputed-decisions',
    name: 'disputed_decision',
    body: disputedDecisionBody,
    change: { lesson: 'The vendor was told.' },
    wrong: { questionedBy: 'neighbor' },
    pointer: '/questionedBy',
    needs: 'service',
  },
  {
    path: 'performance-measurements',
    name: 'performance_measurement',
    body: (changes) =>
      performanceMeasurementBody({
        serviceLevel: null,
        credit: null,
        creditClaimedOn: null,
        creditNote: null,
        ...changes,
      }),
    change: { measured: 99.8 },
    wrong: { scope: 'best_case' },
    pointer: '/scope',
    needs: 'service',
  },
  {
    path: 'vendor-reviews',
    name: 'vendor_review',
    body: vendorReviewBody,
    change: { nextOn: '2027-03-01' },
    wrong: { points: [{ point: 'weather', standing: 'concern' }] },
    pointer: '/points/0/point',
    needs: 'service',
  },
  {
    path: 'exit-plans',
    name: 'exit_plan',
    body: (changes) => exitPlanBody({ trials: null, ...changes }),
    change: { noticeDays: 60 },
    wrong: { noticeDays: -1 },
    pointer: '/noticeDays',
    needs: 'service',
  },
  {
    path: 'obligation-completions',
    name: 'obligation_completion',
    body: (changes) => obligationCompletionBody({ evidence: null, ...changes }),
    change: {
      corrections: [
        {
          ...{ says: 'Two seats, not one.', stillCounts: true, correctedOn: '2026-11-03' },
          correctedBy: { name: 'Dana Whitfield', role: 'Security official' },
        },
      ],
    },
    wrong: { doneOn: '2026-02-30' },
    pointer: '/doneOn',
    needs: 'service',
  },
  {
    path: 'obligation-settings',
    name: 'obligation_setting',
    body: obligationSettingBody,
    change: { months: 4 },
    wrong: { months: 37 },
    pointer: '/months',
    needs: 'nothing',
  },
];

/** Fields that say whose a record is: they are given once. */
const GIVEN_ONCE = ['key', 'template', 'vendor', 'service', 'obligation', 'subject', 'period', 'entry'];

/** A fresh practice with what the kind refers to. */
async function practiceFor({ needs }: Kind): Promise<string> {
  const { at } = await server.newOrganization();
  if (needs !== 'nothing') await server.post(`${at}/vendors`, vendorBody());
  if (needs === 'service' || needs === 'asset') await server.post(`${at}/services`, serviceBody());
  if (needs === 'asset') await server.post(`${at}/assets`, assetBody({ location: null }));
  return at;
}

describe.each(KINDS)('$path', (kind) => {
  it('are made, read, listed, changed, and every step is in the audit log', async () => {
    const at = await practiceFor(kind);
    const made = await server.post(`${at}/${kind.path}`, kind.body());
    expect([made.status, made.body.version, made.headers.etag]).toEqual([201, 1, '"1"']);
    expect(made.headers.location).toBe(`${at}/${kind.path}/${made.body.id}`);
    expect(made.body).toMatchObject(kind.body());

    const read = await server.get(made.headers.location as string);
    expect([read.status, read.headers.etag, read.body]).toEqual([200, '"1"', made.body]);

    const changed = await server.patch(made.headers.location as string, 1, kind.change);
    expect([changed.status, changed.headers.etag]).toEqual([200, '"2"']);
    expect(changed.body).toMatchObject({ ...kind.body(), ...kind.change, version: 2 });

    const listed = await server.get(`${at}/${kind.path}?key=${kind.body().key}`);
    expect(listed.body).toEqual({ items: [changed.body], nextCursor: null });

    const events = (await server.get(`${at}/audit-events?limit=200`)).body.items as {
      action: string;
      data: object;
    }[];
    const mine = events.filter(({ action }) => action.startsWith(`${kind.name}.`));
    expect(mine.map(({ action }) => action)).toEqual([`${kind.name}.created`, `${kind.name}.updated`]);
    expect(mine[1]?.data).toEqual({
      key: kind.body().key,
      version: 2,
      fields: Object.keys(kind.change).sort(),
    });
  });

  it('a change that changes nothing keeps the version and leaves no event', async () => {
    const at = await practiceFor(kind);
    const made = await server.post(`${at}/${kind.path}`, kind.body());
    const before = (await server.get(`${at}/audit-events?limit=200`)).body.items.length as number;
    const fields = Object.fromEntries(
      Object.entries(kind.body()).filter(([name]) => !GIVEN_ONCE.includes(name)),
    );
    const same = await server.patch(made.headers.location as string, 1, fields);
    expect([same.status, same.body.version]).toEqual([200, 1]);
    expect((await server.get(`${at}/audit-events?limit=200`)).body.items).toHaveLength(before);
  });

  it('a wrong value is refused by name and nothing is saved', async () => {
    const at = await practiceFor(kind);
    const refused = await server.post(`${at}/${kind.path}`, kind.body(kind.wrong));
    expect([refused.status, refused.body.type]).toEqual([400, '/problems/request-invalid']);
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([kind.pointer]);
    expect((await server.get(`${at}/${kind.path}`)).body.items).toEqual([]);
  });

  it('an unknown field and a missing one are both named', async () => {
    const at = await practiceFor(kind);
    const { key: _key, ...rest } = kind.body();
    const refused = await server.post(`${at}/${kind.path}`, { ...rest, color: 'blue' });
    const faults = refused.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [
      pointer,
      code,
    ]);
    expect(faults.sort()).toEqual([
      ['/color', 'unknown-field'],
      ['/key', 'missing-field'],
    ]);
  });

  it('a change needs the version that was read: 428 without, 412 when stale', async () => {
    const at = await practiceFor(kind);
    const made = await server.post(`${at}/${kind.path}`, kind.body());
    const location = made.headers.location as string;
    expect((await server.patch(location, null, kind.change)).status).toBe(428);
    expect((await server.patch(location, 7, kind.change)).status).toBe(412);
    expect((await server.patch(location, null, kind.change, { headers: { 'if-match': '*' } })).status).toBe(
      400,
    );
    expect((await server.get(location)).body).toEqual(made.body);
  });

  it('the same key twice is refused', async () => {
    const at = await practiceFor(kind);
    await server.post(`${at}/${kind.path}`, kind.body());
    const second = await server.post(`${at}/${kind.path}`, kind.body());
    expect([second.status, second.body.type]).toEqual([409, '/problems/key-taken']);
  });

  it('without a key, or with a wrong one, nothing is told', async () => {
    const at = await practiceFor(kind);
    for (const key of [null, 'wrong', `duecare_key_${'A'.repeat(43)}`]) {
      for (const call of [
        server.get(`${at}/${kind.path}`, { key }),
        server.post(`${at}/${kind.path}`, kind.body(), { key }),
      ]) {
        const refused = await call;
        expect([refused.status, refused.body.type]).toEqual([401, '/problems/unauthenticated']);
        expect(refused.headers['www-authenticate']).toContain('Bearer');
      }
    }
  });
});

describe('changes', () => {
  it('absent is untouched, null clears', async () => {
    const { at } = await server.newOrganization();
    const made = await server.post(`${at}/vendors`, vendorBody());
    const renamed = await server.patch(made.headers.location as string, 1, { name: 'Other' });
    expect(renamed.body.website).toBe('https://northlight.example');
    const cleared = await server.patch(made.headers.location as string, 2, { website: null });
    expect(cleared.body).toMatchObject({ name: 'Other', website: null, version: 3 });
  });

  it('null for a required field is refused', async () => {
    const { at } = await server.newOrganization();
    const made = await server.post(`${at}/vendors`, vendorBody());
    const refused = await server.patch(made.headers.location as string, 1, { name: null });
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, '/name']);
  });

  it('two changes at once from the same version: one is saved, the other is told', async () => {
    const { at } = await server.newOrganization();
    const made = await server.post(`${at}/vendors`, vendorBody());
    const location = made.headers.location as string;
    const both = await Promise.all(['First', 'Second'].map((name) => server.patch(location, 1, { name })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await server.get(location)).body.version).toBe(2);
  });

  it('the practice profile is changed like any record', async () => {
    const { at } = await server.newOrganization();
    const changed = await server.patch(at, 1, { clientStates: ['CA'], clinicians: 5 });
    expect(changed.body).toMatchObject({
      clientStates: ['CA'],
      clinicians: 5,
      version: 2,
      timeZone: 'America/Chicago',
    });
    expect((await server.patch(at, 1, { clinicians: 6 })).status).toBe(412);
    const wrong = await server.patch(at, 2, { timeZone: 'Mars/Olympus' });
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([400, '/timeZone']);
  });
});

describe('one practice, however its id is spelled', () => {
  it('two changes at once through two spellings of the id: one is saved, the other is told', async () => {
    const { id } = await server.newOrganization();
    const made = await server.post(`/v1/organizations/${id}/vendors`, vendorBody());
    const both = await Promise.all(
      [id, id.toUpperCase()].map((spelling) =>
        server.patch(`/v1/organizations/${spelling}/vendors/${made.body.id}`, 1, { name: spelling }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('a list of a practice that is not there is not found, rather than empty', async () => {
    const at = '/v1/organizations/019ab1c2-7d3e-7f00-8000-5a1b2c3d4e5f';
    for (const list of ['vendors', 'audit-events', 'service-scores', 'assessments', 'reports']) {
      expect([list, (await server.get(`${at}/${list}`)).status]).toEqual([list, 404]);
    }
  });
});

describe('records that would not fit together', () => {
  it('a service of a vendor that is not there is refused', async () => {
    const { at } = await server.newOrganization();
    const refused = await server.post(`${at}/services`, serviceBody());
    expect([refused.status, refused.body.type, refused.body.errors[0].pointer]).toEqual([
      422,
      '/problems/records-incoherent',
      '/vendor',
    ]);
  });

  it('a flow to a subcontractor that the service does not have goes nowhere', async () => {
    const at = await practiceFor(KINDS[4] as Kind);
    const nowhere = dataFlowBody({ to: { party: 'subcontractor', subcontractor: 'nobody' } });
    const refused = await server.post(`${at}/data-flows`, nowhere);
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/to/subcontractor']);
    expect((await server.get(`${at}/data-flows`)).body.items).toEqual([]);
  });

  it('an agreement whose dates are reversed is refused', async () => {
    const at = await practiceFor(KINDS[2] as Kind);
    const refused = await server.post(`${at}/agreements`, agreementBody({ endsOn: '2025-01-01' }));
    expect([refused.status, refused.body.errors[0]]).toMatchObject([
      422,
      { pointer: '/endsOn', code: 'dates-reversed' },
    ]);
    expect((await server.get(`${at}/agreements`)).body.items).toEqual([]);
  });

  it('a subcontractor to which a flow goes cannot be taken away from under it', async () => {
    const at = await practiceFor(KINDS[4] as Kind);
    await server.post(
      `${at}/data-flows`,
      dataFlowBody({ to: { party: 'subcontractor', subcontractor: 'cloud-host' } }),
    );
    const [service] = (await server.get(`${at}/services`)).body.items;
    const refused = await server.patch(`${at}/services/${service.id}`, 1, { subcontractors: null });
    expect([refused.status, refused.body.type]).toEqual([422, '/problems/records-incoherent']);
    expect(refused.body.errors[0].detail).toContain('scribe-audio');
  });
});

describe('lists', () => {
  it('come in pages that fit together without gap or repeat', async () => {
    const { at } = await server.newOrganization();
    const keys = Array.from({ length: 7 }, (_, index) => `vendor-${index}`);
    for (const key of keys) await server.post(`${at}/vendors`, vendorBody({ key }));
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { body: { items: { key: string }[]; nextCursor: string | null } } = await server.get(
        `${at}/vendors?limit=3${cursor ? `&cursor=${cursor}` : ''}`,
      );
      seen.push(...page.body.items.map(({ key }) => key));
      cursor = page.body.nextCursor;
    }
    expect(seen).toEqual(keys);
  });

  it.each(['limit=0', 'limit=201', 'limit=many', 'cursor=nonsense', 'color=blue', 'key=%00'])(
    '%s is refused',
    async (query) => {
      const { at } = await server.newOrganization();
      const refused = await server.get(`${at}/vendors?${query}`);
      expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, `/${query.split('=')[0]}`]);
    },
  );

  it('an organization is listed among the others of the installation', async () => {
    const { id } = await server.newOrganization();
    let cursor: string | null = '';
    const ids: string[] = [];
    while (cursor !== null) {
      const page = await server.get(`/v1/organizations?limit=200${cursor ? `&cursor=${cursor}` : ''}`);
      ids.push(...page.body.items.map((item: { id: string }) => item.id));
      cursor = page.body.nextCursor as string | null;
    }
    expect(ids).toContain(id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
