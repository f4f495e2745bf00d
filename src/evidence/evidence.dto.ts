import { ChoiceField, IdField, KeyField, PartialFields } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { EvidenceFields } from './evidence.fields';
import { FRESHNESS } from './freshness';

export class CreateEvidenceDto extends EvidenceFields {
  @KeyField({ example: 'northlight-security-overview' })
  key: string;

  @KeyField({
    description: 'Key of the vendor that it speaks of.',
    optional: true,
    example: 'northlight-notes',
  })
  vendor?: string | null;
}

export class UpdateEvidenceDto extends PartialFields(EvidenceFields) {}

export class EvidenceResponse extends AsResponse(CreateEvidenceDto) {
  @ChoiceField(FRESHNESS, {
    description:
      "How fresh it is today in the practice's time zone (house convention: current for 12 months, ageing for 24, then stale).",
    example: 'current',
  })
  freshness: (typeof FRESHNESS)[number];

  @IdField({ description: 'The stored file, when it is kept here and readable.', optional: true })
  fileId: string | null;
}
