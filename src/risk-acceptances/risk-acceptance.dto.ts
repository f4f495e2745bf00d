import { KeyField } from '../common/fields';
import { AsResponse } from '../records/as-response';
import { AcceptRiskFields, RiskAcceptanceFields, AcceptanceEndFields } from './risk-acceptance.fields';

/** As a dossier holds it. */
export class CreateRiskAcceptanceDto extends RiskAcceptanceFields {
  @KeyField({ example: 'scribe-unread-notes-2026' })
  key: string;
}

/** What the API takes: the level and what it rests on are the server's to say. */
export class AcceptRiskDto extends AcceptRiskFields {
  @KeyField({ example: 'scribe-unread-notes-2026' })
  key: string;
}

export class EndAcceptanceDto extends AcceptanceEndFields {}

export class RiskAcceptanceResponse extends AsResponse(CreateRiskAcceptanceDto) {}
