import { consentCatalogs, exampleDossier } from '../../../../test/factories/consent-forms.factory';
import { draftAssessment } from '../../../../test/factories/assessment-document.factory';
import { consentRegister } from '../../../assessments/registers/consent-register';
import { consentsSheet } from '../../registers-workbook/sheets/consents.sheet';
import { consentsView } from './consents.presenter';

const AS_OF = '2026-11-22';
const dossier = exampleDossier();
const register = consentRegister(dossier, AS_OF, consentCatalogs());
const DOCUMENT = { ...draftAssessment(), dossier, consentRegister: register };

describe('The register of consents in an assessment', () => {
  it('says how each form stands and what is open in a draft', () =>
    expect(register.forms.map(({ key, state, open, changed }) => [key, state, open.length, changed])).toEqual(
      [
        ['ai-use-2026-02', 'in_use', 0, []],
        ['recording-2026-11', 'draft', 3, []],
      ],
    ));

  it('asks of each tool for the consents that it calls for, and no others', () => {
    const of = (service: string) =>
      register.consents.filter((one) => one.service === service).map(({ kind, by }) => [kind, by]);
    expect(of('fernhill-scribe')).toEqual([
      ['ai_use', 'form'],
      ['recording', 'record'],
    ]);
    expect(of('lanternway-rooms').map(([kind]) => kind)).toEqual(['telehealth', 'ai_use', 'recording']);
    expect(of('quipmarsh-free')[0]).toEqual(['ai_use', 'nothing']);
    expect(of('tidebook-scheduler')).toEqual([]);
  });

  it('names elements of a form in use whose ground has changed', () => {
    const dataFlows = (dossier.dataFlows ?? []).map((flow) => ({ ...flow, retentionDays: 30 }));
    const { forms } = consentRegister({ ...dossier, dataFlows }, AS_OF, consentCatalogs());
    expect(forms[0]?.changed).toEqual(['How long the tool keeps it']);
  });

  it('does not hang on the order of anything', () => {
    const turned = {
      ...dossier,
      services: [...dossier.services].reverse(),
      consentForms: [...(dossier.consentForms ?? [])].reverse(),
      practiceMeasures: [...(dossier.practiceMeasures ?? [])].reverse(),
    };
    expect(consentRegister(turned, AS_OF, consentCatalogs())).toEqual(register);
  });
});

describe('Consents in the report', () => {
  it('tell the forms, who adopted and attested them, and what is open', () => {
    const [inUse, draft] = consentsView(DOCUMENT).forms;
    expect(inUse).toMatchObject({ tools: 'Fernhill Scribe', standing: 'In use', elements: [] });
    expect(inUse?.told.join(' ')).toMatch(
      /Adopted on February 16, 2026 by Dana Whitfield, Owner; 2\d elements, SHA-256 [0-9a-f]{64}\./,
    );
    expect(draft?.elements.map(({ title }) => title)).toContain('Whether it is part of your record');
  });

  it('tell the law of every state once, with how sure it is', () => {
    const { law } = consentsView(DOCUMENT);
    expect(
      law.map(({ text }) => text).filter((text) => text.startsWith('Clients or clinicians')),
    ).toHaveLength(1);
    expect(law.find(({ citation }) => citation.startsWith('720 ILCS'))?.known).toMatch(/^Confidence high: /);
  });

  it('say of an older document that it was not worked out', () => {
    const { consentRegister: _register, ...before } = DOCUMENT;
    expect(consentsView(before)).toMatchObject({ isNotWorkedOut: true, forms: [] });
    expect(consentsSheet(before).emptyLine).toMatch(/not worked out/);
  });

  it('stand a version a row in the workbook', () =>
    expect(consentsSheet(DOCUMENT).rows.map((row) => row.slice(0, 3))).toEqual([
      ['Ai use', '2026-02', 'ai-use-2026-02'],
      ['Recording', '2026-11', 'recording-2026-11'],
    ]));
});
