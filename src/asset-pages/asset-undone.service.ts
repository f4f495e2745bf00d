// What is open about each asset, kept beside it in the transaction of every change: lists of tasks read it.
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { keptUndone } from '../assets/kept-undone';
import { dateInTimeZone } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { DossierCheck } from '../dossiers/dossier-check';
import type { Dossier } from '../dossiers/dossier.document';

/** Versions and moments of the records stay: nobody changed what is written in them. */
const KEEP = `update asset a set undone = k.undone
  from jsonb_to_recordset($2::jsonb) as k (key text, undone jsonb)
  where a.organization_id = $1 and a.key = k.key and a.undone is distinct from k.undone`;

@Injectable()
export class AssetUndone implements OnModuleInit {
  constructor(
    private readonly dossierCheck: DossierCheck,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.dossierCheck.afterwards((manager, organizationId, dossier) =>
      this.keep(manager, organizationId, dossier),
    );
  }

  private async keep(manager: EntityManager, organizationId: string, dossier: Dossier): Promise<void> {
    const kept = keptUndone(dossier, dateInTimeZone(this.clock.now(), dossier.practice.timeZone));
    if (kept.length > 0) await manager.query(KEEP, [organizationId, JSON.stringify(kept)]);
  }
}
