import { toolRecordPages } from '../vendors/tool-record-pages.controller';
import { Pages } from '../web/pages';
import {
  inWordsOfTheForm,
  measuresBeside,
  practiceMeasuresForm,
  storedMeasures,
} from './practice-measures-form';
import { PracticeMeasuresFields } from './practice-measures.fields';
import { PRACTICE_MEASURES } from './practice-measures.record';

@Pages('organizations/:organizationId/services/:serviceId/practice-measures')
export class PracticeMeasuresPagesController extends toolRecordPages({
  kind: PRACTICE_MEASURES,
  fields: PracticeMeasuresFields,
  form: practiceMeasuresForm,
  stored: storedMeasures,
  beside: measuresBeside,
  inWords: inWordsOfTheForm,
  belongsTo: ({ key }) => ({ service: key }),
  keyWords: (_fields, { key }) => `${key} measures`,
  isAbout: ({ service }, { key }) => service === key,
}) {}
