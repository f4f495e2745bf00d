import { toolRecordPages } from '../vendors/tool-record-pages.controller';
import { Pages } from '../web/pages';
import { storedRecord } from '../web/parted-form';
import { soc2ReportBeside, soc2ReportForm } from './soc2-report-form';
import { Soc2ReportFields } from './soc2-report.fields';
import { SOC2_REPORT } from './soc2-report.record';

@Pages('organizations/:organizationId/services/:serviceId/soc2-reports')
export class Soc2ReportPagesController extends toolRecordPages({
  kind: SOC2_REPORT,
  fields: Soc2ReportFields,
  form: soc2ReportForm,
  stored: storedRecord,
  beside: (sent, _tool, record) => soc2ReportBeside(sent, record),
  belongsTo: ({ vendor }) => ({ vendor }),
  keyWords: ({ periodEnd }, { vendor }) => `${vendor} soc2 ${periodEnd}`,
  isAbout: ({ vendor }, tool) => vendor === tool.vendor,
}) {}
