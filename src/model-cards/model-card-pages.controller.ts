import { toolRecordPages } from '../vendors/tool-record-pages.controller';
import { Pages } from '../web/pages';
import { storedRecord } from '../web/parted-form';
import { modelCardBeside, modelCardForm } from './model-card-form';
import { ModelCardFields } from './model-card.fields';
import { MODEL_CARD } from './model-card.record';

@Pages('organizations/:organizationId/services/:serviceId/model-cards')
export class ModelCardPagesController extends toolRecordPages({
  kind: MODEL_CARD,
  fields: ModelCardFields,
  form: modelCardForm,
  stored: storedRecord,
  beside: modelCardBeside,
  belongsTo: ({ key }) => ({ service: key }),
  keyWords: ({ model, modelVersion }) => `${model} ${modelVersion}`,
  isAbout: ({ service }, { key }) => service === key,
}) {}
