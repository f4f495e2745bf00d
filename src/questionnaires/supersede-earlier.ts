// As a questionnaire is submitted, those that counted before on the same subject stop counting. They stay, as they were submitted.
import type { EntityManager } from 'typeorm';
import { recordEvents } from '../audit-log/audit-log';
import type { Caller } from '../identity/caller';
import type { StoredQuestionnaire } from './questionnaire.query';

const SUPERSEDE = `
  update questionnaire set state = 'superseded', version = version + 1, updated_at = $4
  where organization_id = $1 and about = $2 and service_key is not distinct from $3 and state = 'submitted'
  returning id, key, version`;

interface Superseded {
  id: string;
  key: string;
  version: number;
}

export async function supersedeEarlier(
  manager: EntityManager,
  organizationId: string,
  { about, service, key }: Pick<StoredQuestionnaire, 'about' | 'service' | 'key'>,
  caller: Caller,
  now: Date,
): Promise<void> {
  const [earlier] = await manager.query<[Superseded[], number]>(SUPERSEDE, [
    organizationId,
    about,
    service ?? null,
    now,
  ]);
  const events = earlier.map((one) => ({
    action: 'questionnaire.superseded',
    subjectKind: 'questionnaire',
    subjectId: one.id,
    data: { key: one.key, version: one.version, by: key },
  }));
  await recordEvents(manager, organizationId, caller, now, events);
}
