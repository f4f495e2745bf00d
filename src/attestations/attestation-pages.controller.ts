import { toolRecordPages } from '../vendors/tool-record-pages.controller';
import { Pages } from '../web/pages';
import { storedRecord } from '../web/parted-form';
import { attestationBeside, attestationForm } from './attestation-form';
import { AttestationFields } from './attestation.fields';
import { ATTESTATION } from './attestation.record';

@Pages('organizations/:organizationId/services/:serviceId/attestations')
export class AttestationPagesController extends toolRecordPages({
  kind: ATTESTATION,
  fields: AttestationFields,
  form: attestationForm,
  stored: storedRecord,
  beside: attestationBeside,
  belongsTo: ({ vendor }) => ({ vendor }),
  keyWords: ({ kind, issuedOn }, { vendor }) => `${vendor} ${kind} ${issuedOn}`,
  isAbout: ({ vendor }, tool) => vendor === tool.vendor,
}) {}
