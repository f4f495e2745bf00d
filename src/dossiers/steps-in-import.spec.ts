import { aDossier } from '../../test/factories/dossier.factory';
import { roleMay, type Role } from '../permissions/roles';
import type { Dossier } from './dossier.document';
import { planImport } from './import-plan';
import { refuseSteps, stepsIn } from './steps-in-import';

const bare = (): Dossier => {
  const { format, formatVersion, practice } = aDossier();
  return { format, formatVersion, practice, vendors: [], services: [] };
};
const stepsFrom = (before: Dossier, after: Dossier) => stepsIn(planImport(before, after, '2026-11-22'));

describe('The steps that a file takes', () => {
  it('are those that it makes, by list and by what each takes', () => {
    expect(stepsFrom(bare(), aDossier())).toEqual([
      { list: 'policyVersions', action: 'policies.adopt' },
      { list: 'riskAcceptances', action: 'risks.decide' },
      { list: 'practiceDecisions', action: 'risks.decide' },
    ]);
  });

  it('are none where everything is stored already', () => {
    expect(stepsFrom(aDossier(), aDossier())).toEqual([]);
  });

  it('count a form of consent once it is adopted, and what somebody is said to have signed', () => {
    const [form] = aDossier().consentForms ?? [];
    const [said] = aDossier().policyAcknowledgements ?? [];
    const adopted = { ...form, adoption: { by: 'Dana' } };
    const signed = { ...said, how: 'signed_in' };
    const noted = { ...said, how: 'noted' };
    const of = (lists: object) => stepsFrom(bare(), { ...bare(), ...lists }).map(({ list }) => list);
    expect(of({ consentForms: [form], policyAcknowledgements: [noted] })).toEqual([]);
    expect(of({ consentForms: [adopted], policyAcknowledgements: [signed] })).toEqual([
      'consentForms',
      'policyAcknowledgements',
    ]);
  });
});

it.each<[Role | null, string[]]>([
  ['owner', []],
  ['privacy_official', []],
  ['staff', ['/policyVersions', '/riskAcceptances', '/practiceDecisions']],
  ['consultant', ['/policyVersions', '/riskAcceptances', '/practiceDecisions']],
  [null, ['/policyVersions', '/riskAcceptances', '/practiceDecisions']],
])('are refused to %s, each list by name', (role, refused) => {
  const steps = stepsFrom(bare(), aDossier());
  const pointers: string[] = [];
  try {
    refuseSteps(steps, (action) => role !== null && roleMay(role, action));
  } catch (error) {
    const { code, faults } = error as { code: string; faults: { pointer: string }[] };
    expect(code).toBe('forbidden');
    pointers.push(...faults.map(({ pointer }) => pointer));
  }
  expect(pointers).toEqual(refused);
});
