import { toolRecordPages } from '../vendors/tool-record-pages.controller';
import { Pages } from '../web/pages';
import { storedRecord } from '../web/parted-form';
import { serviceLevelBeside, serviceLevelForm } from './service-level-form';
import { ServiceLevelFields } from './service-level.fields';
import { SERVICE_LEVEL } from './service-level.record';

@Pages('organizations/:organizationId/services/:serviceId/service-levels')
export class ServiceLevelPagesController extends toolRecordPages({
  kind: SERVICE_LEVEL,
  fields: ServiceLevelFields,
  form: serviceLevelForm,
  stored: storedRecord,
  beside: serviceLevelBeside,
  belongsTo: ({ key }) => ({ service: key }),
  keyWords: ({ measure }, { key }) => `${key} ${measure}`,
  isAbout: ({ service }, { key }) => service === key,
}) {}
