import { built, elementOf, exampleDossier, practiceIn } from '../../../test/factories/consent-forms.factory';
import { CONSENT_KINDS, type ConsentKind } from '../../practice-measures/practice-measures.fields';

const RECORD_STATUS = {
  element: 'record-status',
  words: 'The recording is not part of your health record.',
  reason: 'Decided in March.',
};
const textOf = (form: ReturnType<typeof built>) =>
  form.sections.flatMap(({ elements }) => elements.map(({ text }) => text)).join(' ');

describe('A form of consent', () => {
  it('says what is on record', () => {
    const form = built({ kind: 'ai_use', services: ['fernhill-scribe'] }, practiceIn(['IL']));
    expect(elementOf(form, 'vendor-retention')?.text).toBe(
      'The tool keeps what it gets for at most one day.',
    );
    expect(elementOf(form, 'storage')?.text).toMatch(/It is kept in the United States\.$/);
    expect(elementOf(form, 'model-training')?.text).toMatch(
      /does not let Fernhill Notes, Inc use your information/,
    );
    expect(form.open).toEqual([]);
  });

  it('leaves open what is not on record, and tells the practice where it belongs', () => {
    const form = built({ kind: 'ai_use', services: ['hazelmoor-drafts'] }, practiceIn(['IL']));
    expect(form.open.map(({ id, missing }) => [id, missing.map(({ at }) => at)])).toEqual([
      ['security', ['data-flows']],
      ['storage', ['tool']],
      ['sharing', ['subcontractors']],
      ['model-training', ['agreements']],
    ]);
    expect(elementOf(form, 'storage')?.text).toBe('');
  });

  it('takes the practice’s own words in place of ours, with the reason', () => {
    const asked = { kind: 'recording', services: ['fernhill-scribe'] } as const;
    expect(built(asked, practiceIn(['IL'])).open.map(({ id }) => id)).toEqual(['record-status']);
    const own = built({ ...asked, ownWords: [RECORD_STATUS] }, practiceIn(['IL']));
    expect(own.open).toEqual([]);
    expect(elementOf(own, 'record-status')).toMatchObject({
      text: RECORD_STATUS.words,
      isOwn: true,
      missing: [],
    });
  });

  it('does not promise that recordings teach nobody where a purpose says that they do', () =>
    expect(
      elementOf(
        built({ kind: 'recording', services: ['cobblemere-recorder'] }, practiceIn(['IL'])),
        'training-and-supervision',
      )?.missing.map(({ fact }) => fact),
    ).toEqual(['isForCareAlone']));

  it.each(CONSENT_KINDS)('to %s speaks of no other consent as given', (kind) => {
    const form = built({ kind, services: ['fernhill-scribe'] }, practiceIn(['IL']));
    expect(form.sections[0]?.elements[0]?.text).toMatch(/Saying yes to one does not say yes to another/);
  });

  it('does not hang on the order of the records', () => {
    const source = practiceIn(['IL', 'WI']);
    const turned = {
      ...source,
      services: [...source.services].reverse(),
      dataFlows: [...(source.dataFlows ?? [])].reverse(),
    };
    const asked = { kind: 'recording', services: ['fernhill-scribe'] } as const;
    expect(built(asked, turned)).toEqual(built(asked, source));
  });
});

describe('The law in a form', () => {
  const lawOf = (kind: ConsentKind, states: Parameters<typeof practiceIn>[0], service = 'fernhill-scribe') =>
    elementOf(built({ kind, services: [service] }, practiceIn(states)), 'state-law')?.text ?? '';

  it.each([
    [
      'names an all-party state that is surely known',
      'recording',
      ['IL'],
      /law in Illinois asks that each person/,
    ],
    ['names no law of a one-party state', 'recording', ['WI'], /^We ask for your yes wherever you are/],
    ['tells a client of no act that nobody read', 'ai_use', ['CO'], /^We ask for your yes wherever you are/],
    ['tells a client of no act known by reports alone', 'ai_use', ['RI'], /^We ask for your yes/],
    ['tells a client of no act known by a digest', 'ai_use', ['NV'], /^We ask for your yes/],
    ['tells a client of no rule known by the fame of a case', 'recording', ['NV'], /^We ask for your yes/],
    ['tells of an act whose enrolled bill was read', 'ai_use', ['TX'], /law in Texas asks that health/],
    [
      'tells of an act on AI that is surely known',
      'ai_use',
      ['IL'],
      /law in Illinois asks us to tell you in writing/,
    ],
  ] as const)('%s', (_what, kind, states, words) => expect(lawOf(kind, states)).toMatch(words));

  it('asks for written consent on sessions alone, as the act does', () =>
    expect(lawOf('ai_use', ['IL'], 'hazelmoor-drafts')).not.toMatch(/in writing/));

  it('holds an act back from clients until it is in force', () => {
    const asked = { kind: 'ai_use', services: ['fernhill-scribe'] } as const;
    const before = built(asked, practiceIn(['IL']), '2025-07-31');
    expect(elementOf(before, 'state-law')?.text).not.toMatch(/Illinois/);
    expect(before.lawNotes[0]?.text).toMatch(/in force from 2025-08-01/);
  });

  it('tells the practice of every state, with citation, and of the strictest', () => {
    const { lawNotes } = built(
      { kind: 'recording', services: ['fernhill-scribe'] },
      practiceIn(['IL', 'WI']),
    );
    expect(lawNotes.map(({ text, citation }) => [text.slice(0, 40), citation])).toEqual([
      ['Clients or clinicians sit in Illinois an', null],
      ['Illinois: each party has to agree before', '720 ILCS 5/14-1, 5/14-2'],
      ['Wisconsin: as far as was read, one party', expect.stringContaining('968.31')],
    ]);
    expect(lawNotes[0]?.text).toMatch(/strictest, that of Illinois/);
  });

  it('tells the practice that an act was not read', () =>
    expect(
      built({ kind: 'ai_use', services: ['fernhill-scribe'] }, practiceIn(['CO'])).lawNotes.map(
        ({ text }) => text,
      ),
    ).toEqual([expect.stringMatching(/^Colorado.*not read in full, so clients are not told of it as law/)]));
});

type Service = ReturnType<typeof exampleDossier>['services'][number];
type Flow = NonNullable<ReturnType<typeof exampleDossier>['dataFlows']>[number];
type Agreement = NonNullable<ReturnType<typeof exampleDossier>['agreements']>[number];

/** The form about the scribe, or about several tools, with the records changed. */
function formWith(
  changes: { service?: Partial<Service>; flow?: Partial<Flow>; agreement?: Partial<Agreement> },
  services: readonly string[] = ['fernhill-scribe'],
  kind: ConsentKind = 'ai_use',
) {
  const dossier = exampleDossier();
  const source = practiceIn(['WI'], {
    services: dossier.services.map((one) =>
      one.key === 'fernhill-scribe' ? { ...one, ...changes.service } : one,
    ),
    dataFlows: (dossier.dataFlows ?? []).map((one) =>
      one.key === 'scribe-audio' ? { ...one, ...changes.flow } : one,
    ),
    agreements: (dossier.agreements ?? []).map((one) =>
      one.key === 'fernhill-baa' ? { ...one, ...changes.agreement } : one,
    ),
  });
  return built({ kind, services: [...services] }, source);
}

const missingIn = (form: ReturnType<typeof built>) =>
  form.open.map(({ id, missing }) => [id, missing.map(({ fact }) => fact)]);

describe('Companies behind a tool', () => {
  const CEDAR: NonNullable<Service['modelProviders']>[number] = {
    ...{ key: 'cedar', name: 'Cedar Models', agreement: 'yes', trainsOnData: 'no' },
  };
  const shared = (service: Partial<Service>) => elementOf(formWith({ service }), 'sharing')?.text ?? '';
  it('are not known while nobody says who provides the AI', () =>
    expect(missingIn(formWith({ service: { modelProviders: null } }))).toEqual([['sharing', ['companies']]]));
  it('are named with who provides the AI, by a list or in words', () => {
    const subcontractors: Service['subcontractors'] = [];
    for (const service of [
      { modelProviders: [CEDAR] },
      { modelProviders: null, modelProvider: 'Cedar Models' },
    ])
      expect(shared({ ...service, subcontractors })).toMatch(/^These other .*: Cedar Models \(AI\)\./);
  });
  it('are none where the vendor runs its own models and names nobody', () =>
    expect(shared({ modelProviders: null, modelProvider: 'the vendor itself', subcontractors: [] })).toMatch(
      /^Fernhill Notes, Inc told us of no other company/,
    ));
  it('count for where data is kept, and leave that open while theirs is not known', () => {
    const storage = (country: string | null) =>
      elementOf(formWith({ service: { modelProviders: [{ ...CEDAR, country }] } }), 'storage');
    expect(storage('CA')?.text).toMatch(/kept in Canada and the United States\.$/);
    expect(storage(null)?.missing.map(({ fact }) => fact)).toEqual(['countries']);
    const [host] =
      exampleDossier().services.find(({ key }) => key === 'fernhill-scribe')?.subcontractors ?? [];
    if (!host) throw new Error('the scribe has a host');
    const hosted = formWith({ service: { subcontractors: [{ ...host, country: 'DE' }] } });
    expect(elementOf(hosted, 'storage')?.text).toMatch(/kept in Germany and the United States\.$/);
  });
});

describe('A contract in a form', () => {
  it.each<[string, Partial<Agreement>]>([
    ['of a qualified service organization alone', { kind: 'qualified_service_organization_agreement' }],
    ['for some flows alone', { coverageLimits: [{ service: 'fernhill-scribe', flows: ['scribe-audio'] }] }],
    ['that is over', { terminatedOn: '2026-11-01' }],
  ])('%s is none that protects the client', (_what, agreement) =>
    expect(missingIn(formWith({ agreement }))).toEqual([
      ['security', ['hasAgreement']],
      ['model-training', ['isTrainingBarred']],
    ]),
  );
  it('stands where every flow is named', () => {
    const flows = ['scribe-audio', 'scribe-drafts', 'scribe-hosting'];
    const coverageLimits = [{ service: 'fernhill-scribe', flows }];
    expect(missingIn(formWith({ agreement: { coverageLimits } }))).toEqual([]);
  });
});

describe('What a tool does', () => {
  it('is not taken from the data that flows to it', () => {
    const form = formWith({}, ['lanternway-rooms'], 'recording');
    expect(textOf(form)).not.toMatch(/tool records|turns what was said/);
    const service: Partial<Service> = { functions: ['drafting_from_summary'] };
    const gets = elementOf(formWith({ service }), 'how-ai-uses-data')?.text;
    expect(gets).toMatch(/^The tool gets sound, pictures or written words of the session\. From what your/);
    const billed = formWith({ flow: { dataClasses: ['session_audio', 'billing'] } });
    expect(elementOf(billed, 'insurance-information')?.text).toMatch(/^The tool gets details of your bills/);
    expect(textOf(billed)).not.toMatch(/helps with claims/);
  });
  it('is still answered for: when recordings are deleted is asked of whoever gets them', () =>
    expect(
      elementOf(formWith({}, ['lanternway-rooms'], 'recording'), 'retention-and-deletion'),
    ).toBeDefined());
  it('is not joined from a tool with AI and one that records', () => {
    const ids = formWith({ service: { usesAi: false } }, [
      'fernhill-scribe',
      'lanternway-rooms',
    ]).sections.flatMap(({ elements }) => elements.map(({ id }) => id));
    expect(ids).not.toContain('ai-contribution');
  });
});

describe('A form about several tools', () => {
  it('names those companies alone whose contracts were read for training', () => {
    const training = elementOf(formWith({}, ['fernhill-scribe', 'pennyfold-claims']), 'model-training');
    expect(training?.text).toBe(
      'Our contract does not let Fernhill Notes, Inc use your information to teach AI.',
    );
  });
  it('lets no tool without flows ride on those of another', () => {
    const services = ['fernhill-scribe', 'lanternway-rooms'];
    const flows = exampleDossier().dataFlows ?? [];
    const openWith = (dataFlows: typeof flows) =>
      missingIn(built({ kind: 'ai_use', services }, practiceIn(['WI'], { dataFlows })));
    const before = openWith(flows).map(([id]) => id);
    const after = openWith(flows.filter(({ service }) => service === 'fernhill-scribe'));
    expect(after.filter(([id]) => !before.some((one) => one === id))).toEqual([
      ['purpose', ['purposes']],
      ['data-types', ['data']],
      ['security', ['isEncrypted', 'hasAgreement']],
      ['model-training', ['isTrainingBarred']],
      ['vendor-retention', ['toolKeeps']],
    ]);
  });
});

// An all-party state, a one-party state, and one with an act on AI in therapy.
const STATES = [['WA'], ['WI'], ['IL']] as const;
const TOOLS: readonly [ConsentKind, string][] = [
  ['recording', 'fernhill-scribe'],
  ['ai_use', 'hazelmoor-drafts'],
  ['telehealth', 'lanternway-rooms'],
];

describe('The grade of the forms', () => {
  it.each(TOOLS.flatMap(([kind, tool]) => STATES.map((states) => [kind, tool, states] as const)))(
    'to %s about %s in %s is at most the ninth',
    (kind, tool, states) => {
      const { reading } = built({ kind, services: [tool] }, practiceIn(states));
      process.stdout.write(
        `${kind} ${tool} ${states.join()}: grade ${reading.grade}, ${reading.words} words\n`,
      );
      expect(reading.words).toBeGreaterThan(300);
      expect(reading.grade).toBeLessThanOrEqual(9);
    },
  );

  it('holds for each element alone, but for a name or two', () => {
    const forms = CONSENT_KINDS.map((kind) =>
      built({ kind, services: ['fernhill-scribe'] }, practiceIn(['IL'])),
    );
    for (const form of forms)
      expect(textOf(form)).not.toMatch(/\{|\bHIPAA\b|compliant|certified|subprocessor/);
  });
});
