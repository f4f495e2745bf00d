// The form about one model card.
import type { FormBody } from '../common/http/form-body';
import type { RecordRow } from '../records/record-kind';
import { addressOfTool, type ToolOfPage } from '../vendors/tool-of-page.query';
import { besideOf, labelsOfParts, sectionsOf, type FormPart, type PartedForm } from '../web/parted-form';
import type { RecordForm } from '../web/record-form';
import { CARD_WORDS, FIGURE_WORDS, TRAINING_WORDS, TRIED_WORDS, USE_WORDS } from './model-card-words';
import { ModelCardFields, ModelMetricFields } from './model-card.fields';

const PARTS: readonly FormPart[] = [
  { title: 'The model and its card', words: CARD_WORDS },
  {
    ...{ title: 'What it is for, and what not', words: USE_WORDS },
    none: { outOfScopeUses: 'The card advises against nothing', limitations: 'The card names no limits' },
  },
  { title: 'What it learned from', words: TRAINING_WORDS },
  {
    ...{ title: 'On whom it was tried', words: TRIED_WORDS },
    none: { populationsEvaluated: 'The card says that it was tried on nobody' },
  },
  {
    ...{
      title: 'Figures',
      isFolded: true,
      help: 'What was measured. One row for each number, and for each group of people.',
    },
    rows: { list: 'metrics', type: ModelMetricFields, words: FIGURE_WORDS, one: 'Figure' },
  },
];

const FORM: PartedForm = { type: ModelCardFields, parts: PARTS };

/** @param card to change; null for a new one */
export function modelCardForm(organizationId: string, tool: ToolOfPage, card: RecordRow | null): RecordForm {
  const at = addressOfTool(organizationId, tool.id);
  return {
    title: card ? 'Change a model card' : 'Add a model card',
    lead: `A model card says what an AI model is meant for, on whom it was tried and where it fails. Its provider writes it; ask the vendor for it if it is not on its site.`,
    back: { href: `${at}#papers`, label: tool.name },
    action: card ? `${at}/model-cards/${card.id}` : `${at}/model-cards`,
    button: card ? 'Save' : 'Add the card',
    labels: labelsOfParts(PARTS),
    sections: (values, faults) => sectionsOf(FORM, values, faults),
  };
}

export function modelCardBeside(form: FormBody): Record<string, unknown> {
  return besideOf(FORM, form);
}
