import { harborLightDossier } from '../../../test/factories/harbor-light-dossier.factory';
import { draftAssessment } from '../../../test/factories/assessment-document.factory';
import { CHECKLIST_ITEMS } from '../../checklists/checklist.fields';
import { factsInWords } from './facts-in-words';
import { numberedFlows } from './flows.presenter';
import { resultInWords } from './result-in-words';

const dossier = harborLightDossier();
const flows = numberedFlows(
  draftAssessment(),
  dossier.services.map(({ key }) => key),
);
const inWords = factsInWords(dossier, flows);
const [agreement] = dossier.agreements ?? [];
const [report] = dossier.soc2Reports ?? [];
const [first, second] = flows;

describe('facts in the words of the report', () => {
  it('names an item of the checklist by its number', () => {
    expect(inWords('Checklist item no_training is answered no: data may be used.')).toBe(
      'AI Tech Checklist item 5 is answered no: data may be used.',
    );
    expect(inWords('checklist answer baa_signed')).toBe('AI Tech Checklist item 7');
  });

  it('names several items in the order of the checklist', () => {
    expect(inWords('On 2027-11-03: checklist answer baa_signed, no_training, purpose_built: older.')).toBe(
      'On Nov 3, 2027: AI Tech Checklist items 1, 5 and 7: older.',
    );
  });

  it('names flows by their rows, alone and in a list', () => {
    expect(inWords(`Data flow ${first?.flow.key} carries audio.`)).toBe('Data flow F1 carries audio.');
    expect(inWords(`Uncovered flows: ${first?.flow.key}, ${second?.flow.key}.`)).toBe(
      'Uncovered flows: F1, F2.',
    );
  });

  it('names agreements and reports by their rows, also without the word before them', () => {
    expect(inWords(`${agreement?.key} is in force and covers the tool.`)).toBe(
      'Agreement A1 is in force and covers the tool.',
    );
    expect(inWords(`agreement ${agreement?.key}, BAA-A01`)).toBe('Agreement A1, BAA-A01');
    expect(inWords(`The opinion of ${report?.key} is adverse.`)).toBe(
      'The opinion of SOC 2 report R1 is adverse.',
    );
  });

  it('names a consent in words', () => {
    expect(inWords('practice measure consent ai_use')).toBe('Practice measure: consent to the use of AI');
  });

  it('takes no word of a sentence for a key, and no key for the beginning of another', () => {
    const plain = factsInWords(
      {
        ...dossier,
        agreements: [
          { ...agreement!, key: 'scribe' },
          { ...agreement!, key: 'scribe-2' },
        ],
      },
      flows,
    );
    expect(plain('A scribe listens, by agreement scribe-2.')).toBe('A scribe listens, by agreement A2.');
  });

  it('leaves the figures of a result as they are', () => {
    const [result] = draftAssessment().results;
    const told = resultInWords(result!, inWords);
    expect(told.threats.map(({ residual, bandings }) => ({ residual, bandings }))).toEqual(
      result!.threats.map(({ residual, bandings }) => ({ residual, bandings })),
    );
    for (const item of CHECKLIST_ITEMS) expect(JSON.stringify(told.threats)).not.toContain(item);
  });
});
