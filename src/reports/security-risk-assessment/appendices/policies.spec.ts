import { workforceRegister } from '../../../assessments/registers/workforce-register';
import { loadCatalogs } from '../../../catalogs/load-catalogs';

import { aDossier } from '../../../../test/factories/dossier.factory';
import { draftAssessment } from '../../../../test/factories/assessment-document.factory';
import { policiesSheet, trainingSheet } from '../../registers-workbook/sheets/workforce.sheet';
import { policiesView } from './policies.presenter';

const catalogs = loadCatalogs();
const dossier = aDossier();
const register = workforceRegister(dossier, '2026-11-22', catalogs);
const DOCUMENT = { ...draftAssessment(), dossier, workforceRegister: register };

describe('Policies and training in an assessment', () => {
  it('tell of each policy the version, who approved it, when it is read again and how many have acknowledged it', () => {
    expect(register.policies).toEqual([
      {
        ...{ key: 'approved-tools', title: 'Approved tools', state: 'adopted', nextReviewOn: '2027-10-01' },
        version: {
          ...{ key: 'approved-tools-1', number: 1, adoptedOn: '2026-10-01' },
          approvedBy: { name: 'Dana Whitfield', role: 'Security official' },
        },
        ...{ acknowledged: 1, staff: 1 },
      },
    ]);
    expect(register.templatesNotAdopted).toHaveLength(11);
    expect(register.templatesNotAdopted).not.toContain('Approved tools');
  });

  it('count an acknowledgement and a version only from their days', () => {
    expect(workforceRegister(dossier, '2026-10-01', catalogs).policies[0]?.acknowledged).toBe(0);
    expect(workforceRegister(dossier, '2026-09-30', catalogs).policies[0]).toMatchObject({
      state: 'draft',
      version: null,
    });
  });

  it('tell who lacks what', () => {
    const [row] = policiesView(DOCUMENT).training;
    expect(row?.name).toBe('Dana Whitfield');
    expect(row?.passed).toBe('1 of 9');
    expect(row?.lacking).toContain('Using AI in clinical work (overdue)');
    expect(row?.lacking).not.toContain('What AI is');
  });

  it('stand in the workbook, a row a policy and a row for each person and module', () => {
    expect(policiesSheet(DOCUMENT).rows).toHaveLength(1);
    expect(trainingSheet(DOCUMENT).rows).toHaveLength(9);
  });

  it('say of a document of before that they were not worked out', () => {
    const before = { ...DOCUMENT, workforceRegister: undefined };
    expect(policiesView(before).isNotWorkedOut).toBe(true);
    expect(policiesView(DOCUMENT).missing).toMatch(/^No policy is adopted on 11 topics/);
  });
});
