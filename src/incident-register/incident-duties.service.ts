// What the practice still owes because of each incident, kept beside the incident in the transaction of every change: lists of what is due read it. It follows
// from the facts and the numbers of the rule alone, whatever day it is, so that no time has to pass for it to be right.
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { DossierCheck } from '../dossiers/dossier-check';
import type { Dossier } from '../dossiers/dossier.document';
import { keptDuties } from './kept-duties';

/** Versions and moments of the records stay: nobody changed what is written in them. */
const KEEP = `update incident i set duties = k.duties
  from jsonb_to_recordset($2::jsonb) as k (key text, duties jsonb)
  where i.organization_id = $1 and i.key = k.key and i.duties is distinct from k.duties`;

@Injectable()
export class IncidentDuties implements OnModuleInit {
  constructor(
    private readonly dossierCheck: DossierCheck,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
  ) {}

  onModuleInit(): void {
    this.dossierCheck.afterwards((manager, organizationId, dossier) =>
      this.keep(manager, organizationId, dossier),
    );
  }

  private async keep(manager: EntityManager, organizationId: string, dossier: Dossier): Promise<void> {
    const kept = keptDuties(dossier, this.catalogs.breachNotification);
    if (kept.length > 0) await manager.query(KEEP, [organizationId, JSON.stringify(kept)]);
  }
}
