// What has to happen at the end of every change, in its transaction: checks that look at the whole dossier, and scoring. The features
// above register it here, since records know nothing of dossiers.
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../identity/caller';

export interface Change {
  organizationId: string;
  caller: Caller;
  /** the one record changed, for faults to point into; null when a whole document was imported */
  record: { dossierList: string; key: string } | null;
}

/** @throws DomainError to refuse the change: the transaction is rolled back */
export type ChangeCheck = (manager: EntityManager, change: Change) => Promise<void>;

@Injectable()
export class ChangeChecks {
  private readonly checks: ChangeCheck[] = [];

  register(check: ChangeCheck): void {
    this.checks.push(check);
  }

  async run(manager: EntityManager, change: Change): Promise<void> {
    for (const check of this.checks) await check(manager, change);
  }
}
