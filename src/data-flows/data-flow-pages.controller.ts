import { toolRecordPages } from '../vendors/tool-record-pages.controller';
import { Pages } from '../web/pages';
import { dataFlowForm, flowBeside, storedFlow } from './data-flow-form';
import { DataFlowFields } from './data-flow.fields';
import { DATA_FLOW } from './data-flow.record';

@Pages('organizations/:organizationId/services/:serviceId/data-flows')
export class DataFlowPagesController extends toolRecordPages({
  kind: DATA_FLOW,
  fields: DataFlowFields,
  form: dataFlowForm,
  stored: storedFlow,
  beside: flowBeside,
  belongsTo: ({ key }) => ({ service: key }),
  keyWords: ({ dataClasses }, { key }) => `${key} ${dataClasses[0] ?? ''}`,
  isAbout: ({ service }, { key }) => service === key,
}) {}
