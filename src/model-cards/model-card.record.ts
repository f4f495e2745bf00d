import type { RecordKind } from '../records/record-kind';
import { ModelCard } from './model-card.entity';

export const MODEL_CARD: RecordKind = {
  name: 'model_card',
  plural: 'model-cards',
  entity: ModelCard,
  dossierList: 'modelCards',
  table: 'model_card',
  columns: `r.service_key as service, r.model, r.model_version as "modelVersion", r.provider, r.released_on as "releasedOn",
    r.intended_use as "intendedUse", r.out_of_scope_uses as "outOfScopeUses", r.limitations,
    r.training_data as "trainingData", r.trained_on_client_data as "trainedOnClientData", r.languages,
    r.populations_evaluated as "populationsEvaluated", r.metrics, r.reference, r.dated_on as "datedOn"`,
};
