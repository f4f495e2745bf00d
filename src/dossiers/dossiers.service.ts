// Import and export of a practice's dossier over HTTP.
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordEvents } from '../audit-log/audit-log';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { dateInTimeZone, type CalendarDate } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { Tenancy } from '../database/tenancy';
import { roleIn } from '../memberships/members.service';
import { addressesWithAccount } from '../workforce/accounts-of-staff';
import { roleMay, type Action } from '../permissions/roles';
import { isPerson, type Caller } from '../identity/caller';
import { ChangeChecks } from '../records/change-checks';
import { refusalOfConstraint } from '../records/constraint-faults';
import { DossierFaultsError } from './dossier-faults.error';
import type { Dossier } from './dossier.document';
import { exportedDossier, storedDossier } from './dossier.query';
import { planImport, type ImportPlan } from './import-plan';
import { notedForOthers, refuseNotedForAccounts, type NotedForOther } from './noted-for-others';
import { refuseSteps, stepsIn, type StepInImport } from './steps-in-import';
import { writeImport } from './import-writes';
import { withQuestionsAsAsked } from './questions-as-asked';

@Injectable()
export class DossiersService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly checks: ChangeChecks,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  export(organizationId: string): Promise<Dossier> {
    return exportedDossier(this.tenancy, organizationId);
  }

  /**
   * Imports a dossier: records are created or changed by key, none is deleted, all or nothing. A record in the document is whole:
   * what it leaves out is cleared. The same document twice changes nothing.
   * @param isOurs the document comes with Duecare itself, whoever looks at it
   * @throws DossierFaultsError with every fault by JSON pointer; DomainError forbidden for decisions that are not the caller's to make
   */
  async import(
    organizationId: string,
    caller: Caller,
    document: Dossier,
    isOurs = false,
  ): Promise<ImportPlan['outcome']> {
    try {
      return await this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
        const stored = await storedDossier(manager, organizationId);
        const today = dateInTimeZone(this.clock.now(), document.practice.timeZone);
        const plan = planImport(stored, this.whole(document, stored, today), today);
        if (plan.faults.length > 0) throw new DossierFaultsError(plan.faults);
        if (!isOurs)
          await refuseStepsOfOthers(manager, organizationId, caller, {
            steps: stepsIn(plan),
            noted: notedForOthers(plan, document, stored),
          });
        const happened = await writeImport(manager, organizationId, plan, this.clock.now());
        if (happened.length > 0) {
          const imported = {
            subjectKind: 'organization',
            subjectId: organizationId,
            data: { ...plan.outcome },
          };
          const events = [...happened, { action: 'dossier.imported', ...imported }];
          await recordEvents(manager, organizationId, caller, this.clock.now(), events);
          await this.checks.run(manager, { organizationId, caller, record: null });
        }
        return plan.outcome;
      });
    } catch (error) {
      throw refusalOfConstraint(error, 'dossier');
    }
  }

  private whole(document: Dossier, stored: Dossier, asOf: CalendarDate): Dossier {
    return withQuestionsAsAsked(document, { catalog: this.catalogs.questionnaire, asOf }, stored);
  }
}

/** Only people decide: an API key takes no step that is theirs. */
async function refuseStepsOfOthers(
  manager: EntityManager,
  organizationId: string,
  caller: Caller,
  { steps, noted }: { steps: readonly StepInImport[]; noted: readonly NotedForOther[] },
): Promise<void> {
  if (steps.length === 0 && noted.length === 0) return;
  const role = isPerson(caller) ? await roleIn(manager, organizationId, caller.id) : null;
  const may = (action: Action): boolean => role !== null && roleMay(role, action);
  refuseSteps(steps, may);
  if (may('policies.adopt')) return;
  const addresses = noted.map(({ email }) => email);
  refuseNotedForAccounts(noted, await addressesWithAccount(manager, organizationId, addresses));
}
