// What guards the steps of a form: the text that was read is the one that is frozen, what is over is not taken up again, and people answer for it.
import 'reflect-metadata';
import {
  built,
  consentCatalogs,
  exampleDossier,
  practiceIn,
} from '../../test/factories/consent-forms.factory';
import { PERMISSIONS } from '../permissions/roles';
import { ROUTE_ACCESS } from '../permissions/route-access';
import { adoptionOf, digestOfDraft, refuseUnreadText } from './adoption';
import { formPageView } from './consent-form.presenter';
import type { StandingForms } from './consent-form-reader.service';
import { ConsentFormsController } from './consent-forms.controller';
import { CONSENT_FORM } from './records/consent-form.record';
import { stateOfForm, type ConsentFormState, type KeyedForm } from './records/consent-form-state';
import { readAdopted } from './rules/read-form';
import { ConsentFormStepPagesController } from './step-pages.controller';

const DANA = { name: 'Dana Whitfield', role: 'Owner' };
const NAMED = { kind: 'ai_use', formVersion: '2026-11' } as const;
const asked = { kind: 'ai_use', services: ['fernhill-scribe'] } as const;
const form = built(asked, practiceIn(['IL']));
const adoption = adoptionOf(NAMED, form, DANA, '2026-11-22');
const attestation = {
  ...{ ...DANA, attestedOn: '2026-11-22', inUseSince: '2026-11-22' },
  ...{ written: true, attestedForAllClients: true, coversEveryoneAudible: true },
};
const withdrawal = { ...DANA, withdrawnOn: '2026-11-23', reason: 'The tool is used no more.' };
const FIRST: KeyedForm = { key: 'first', adoption, attestation };

describe('The text that is adopted', () => {
  it('has the digest that its draft was shown with', () => {
    expect(digestOfDraft(NAMED, form)).toBe(adoption.digest);
    expect(() => refuseUnreadText(adoption.digest, adoption)).not.toThrow();
    expect(() => refuseUnreadText(null, adoption)).not.toThrow();
  });

  it('is refused when a record changed it after it was read', () => {
    const { dataFlows } = exampleDossier();
    const longer = (dataFlows ?? []).map((flow) => ({ ...flow, retentionDays: 30 }));
    const read = digestOfDraft(NAMED, built(asked, practiceIn(['IL'], { dataFlows: longer })));
    expect(read).toMatch(/^[0-9a-f]{64}$/);
    expect(() => refuseUnreadText(read, adoption)).toThrow(/changed since it was read/);
  });

  it('has no digest while something in it is open', () =>
    expect(
      digestOfDraft(NAMED, built({ ...asked, services: ['hazelmoor-drafts'] }, practiceIn(['IL']))),
    ).toBeNull());
});

describe('How a form stands', () => {
  it.each<[ConsentFormState, string, KeyedForm, Partial<KeyedForm>]>([
    ['in_use', 'beside a newer one that is adopted alone', FIRST, { adoption }],
    ['replaced', 'once a newer one is attested', FIRST, { adoption, attestation }],
    ['replaced', 'also when the newer one is withdrawn', FIRST, { adoption, attestation, withdrawal }],
    ['in_use', 'when the newer one was withdrawn before it was used', FIRST, { adoption, withdrawal }],
    ['replaced', 'where it never was attested itself', { key: 'first', adoption }, { adoption, attestation }],
    ['withdrawn', 'whatever came after it', { ...FIRST, withdrawal }, { adoption, attestation }],
  ])('%s %s', (state, _when, first, newer) =>
    expect(stateOfForm(first, [first, { key: 'second', replaces: 'first', ...newer }])).toBe(state),
  );

  it.each<[boolean, ConsentFormState]>([
    [true, 'adopted'],
    [false, 'replaced'],
    [false, 'in_use'],
    [false, 'withdrawn'],
  ])('offers the attestation (%s) of one that is %s', (offered, state) => {
    const { practice, vendors, services } = exampleDossier();
    const record = {
      ...NAMED,
      ...{ id: '1', key: 'first', version: 1, services: [...asked.services], adoption },
    };
    const facts = {
      practice,
      vendors,
      services: services.map((one) => ({ ...one, id: one.key })),
      forms: [],
    };
    const read = readAdopted(adoption, { practice: practice.name, formVersion: NAMED.formVersion });
    const one = { form: record, state, built: form, read, changed: [], digest: adoption.digest };
    const all: StandingForms = { facts, forms: [one], today: '2026-11-22' };
    const view = formPageView('/organizations/1/registers/consent-forms', one, all, consentCatalogs());
    expect([view.mayAttest, view.adoptAt]).toEqual([offered, '']);
  });
});

describe('A form is changed no more', () => {
  it.each([
    ['once it is adopted', { adoption }, true],
    ['once it is withdrawn, even as a draft', { adoption: null, withdrawal }, true],
    ['but while it is a draft', { adoption: null, withdrawal: null }, false],
  ])('%s', (_when, record, frozen) => expect(CONSENT_FORM.isFrozen?.(record)).toBe(frozen));
});

describe('A step', () => {
  const stepsOf = ({ prototype }: { prototype: object }, names: readonly string[]) =>
    names.map((name) => Reflect.get(prototype, name) as object);
  const STEPS = [
    ...stepsOf(ConsentFormsController, ['adopt', 'attest', 'withdraw']),
    ...stepsOf(ConsentFormStepPagesController, ['askAdoption', 'adopt', 'askAttestation', 'attest']),
    ...stepsOf(ConsentFormStepPagesController, ['askWithdrawal', 'withdraw']),
  ];
  it('is taken by officials, and by no API key', () => {
    expect(STEPS.map((step): unknown => Reflect.getMetadata(ROUTE_ACCESS, step))).toEqual(
      STEPS.map(() => expect.objectContaining({ kind: 'action', action: 'consent-forms.adopt' })),
    );
    expect(PERMISSIONS['consent-forms.adopt']).toMatchObject({
      roles: ['owner', 'security_official', 'privacy_official'],
      scope: false,
    });
  });
});
