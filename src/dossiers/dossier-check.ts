// After every change: do the records of the practice still fit together? The same rules as for a file, over what is stored now. What
// works on a coherent dossier (scoring) registers here and gets the one that was read.
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { dateInTimeZone } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { FaultList } from '../common/faults';
import { DomainError, type Fault } from '../common/problems/domain.error';
import { ChangeChecks, type Change } from '../records/change-checks';
import { knownIn } from './coherence/known-in';
import { findIncoherences } from './dossier-coherence';
import type { Dossier } from './dossier.document';
import { storedDossier } from './dossier.query';
import { recordsOf, type DossierList } from './record-lists';

/** @param dossier coherent, as stored after the change */
export type CoherentDossierWork = (
  manager: EntityManager,
  organizationId: string,
  dossier: Dossier,
) => Promise<void>;

@Injectable()
export class DossierCheck implements OnModuleInit {
  private readonly works: CoherentDossierWork[] = [];

  constructor(
    private readonly checks: ChangeChecks,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Runs after each change that passed, in its transaction. */
  afterwards(work: CoherentDossierWork): void {
    this.works.push(work);
  }

  onModuleInit(): void {
    this.checks.register((manager, change) => this.check(manager, change));
  }

  private async check(manager: EntityManager, change: Change): Promise<void> {
    const dossier = await storedDossier(manager, change.organizationId);
    const asOf = dateInTimeZone(this.clock.now(), dossier.practice.timeZone);
    const faults = findIncoherences(dossier, { asOf, ...knownIn(this.catalogs) });
    if (faults.length > 0) throw incoherent(faults, dossier, change);
    for (const work of this.works) await work(manager, change.organizationId, dossier);
  }
}

function incoherent(faults: readonly Fault[], dossier: Dossier, change: Change): DomainError {
  const listed = new FaultList();
  listed.addAll(faults.map((fault) => pointedFrom(fault, dossier, change)));
  return new DomainError(
    'records-incoherent',
    'With this change the records of the practice would not fit together; nothing was saved.',
    listed.faults,
  );
}

/** A fault in the record that was sent points into it; one elsewhere names the record by list and key. */
export function pointedFrom(fault: Fault, dossier: Dossier, { record }: Pick<Change, 'record'>): Fault {
  const [, list, index, ...rest] = fault.pointer.split('/');
  // The profile is one record and no list of them.
  if (list === 'practice' && record?.dossierList === list)
    return { ...fault, pointer: fault.pointer.slice('/practice'.length) };
  const found = recordsOf(dossier, list as DossierList)[Number(index)];
  if (!found || !list) return fault;
  if (record && record.dossierList === list && record.key === found.key) {
    return { ...fault, pointer: rest.map((token) => `/${token}`).join('') };
  }
  return { ...fault, detail: `${fault.detail} (${list}, key "${found.key}")` };
}
