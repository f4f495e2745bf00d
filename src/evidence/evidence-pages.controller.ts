import { toolRecordPages } from '../vendors/tool-record-pages.controller';
import { Pages } from '../web/pages';
import { evidenceForm, isEvidenceAbout, storedEvidence } from './evidence-form';
import { EvidenceFields } from './evidence.fields';
import { EVIDENCE } from './evidence.record';

@Pages('organizations/:organizationId/services/:serviceId/evidence')
export class EvidencePagesController extends toolRecordPages({
  kind: EVIDENCE,
  fields: EvidenceFields,
  form: evidenceForm,
  stored: storedEvidence,
  // A new one is about the tool on whose page it is added; of what else it speaks stays as it is.
  beside: (_sent, { key }, record) => ({ services: record ? record.services : [key] }),
  belongsTo: ({ vendor }) => ({ vendor }),
  keyWords: ({ title }) => title,
  isAbout: isEvidenceAbout,
}) {}
