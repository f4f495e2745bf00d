import { toolRecordPages } from '../vendors/tool-record-pages.controller';
import { Pages } from '../web/pages';
import { storedRecord } from '../web/parted-form';
import { exitTermsBeside, exitTermsForm } from './exit-terms-form';
import { ExitTermsFields } from './exit-terms.fields';
import { EXIT_TERMS } from './exit-terms.record';

@Pages('organizations/:organizationId/services/:serviceId/exit-terms')
export class ExitTermsPagesController extends toolRecordPages({
  kind: EXIT_TERMS,
  fields: ExitTermsFields,
  form: exitTermsForm,
  stored: storedRecord,
  beside: exitTermsBeside,
  belongsTo: ({ key }) => ({ service: key }),
  keyWords: (_fields, { key }) => `${key} exit`,
  isAbout: ({ service }, { key }) => service === key,
}) {}
