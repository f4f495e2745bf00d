import { toolRecordPages } from '../vendors/tool-record-pages.controller';
import { Pages } from '../web/pages';
import { storedRecord } from '../web/parted-form';
import { financialStandingBeside, financialStandingForm } from './financial-standing-form';
import { FinancialStandingFields } from './financial-standing.fields';
import { FINANCIAL_STANDING } from './financial-standing.record';

@Pages('organizations/:organizationId/services/:serviceId/financial-standings')
export class FinancialStandingPagesController extends toolRecordPages({
  kind: FINANCIAL_STANDING,
  fields: FinancialStandingFields,
  form: financialStandingForm,
  stored: storedRecord,
  beside: financialStandingBeside,
  belongsTo: ({ vendor }) => ({ vendor }),
  keyWords: ({ asOf }, { vendor }) => `${vendor} standing ${asOf}`,
  isAbout: ({ vendor }, tool) => vendor === tool.vendor,
}) {}
