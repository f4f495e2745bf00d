import { toolRecordPages } from '../vendors/tool-record-pages.controller';
import { Pages } from '../web/pages';
import { agreementBeside, agreementForm, storedAgreement } from './agreement-form';
import { AgreementFields } from './agreement.fields';
import { AGREEMENT } from './agreement.record';

@Pages('organizations/:organizationId/services/:serviceId/agreements')
export class AgreementPagesController extends toolRecordPages({
  kind: AGREEMENT,
  fields: AgreementFields,
  form: agreementForm,
  stored: storedAgreement,
  beside: agreementBeside,
  belongsTo: ({ vendor }) => ({ vendor }),
  keyWords: ({ title }) => title,
  isAbout: ({ vendor }, tool) => vendor === tool.vendor,
}) {}
