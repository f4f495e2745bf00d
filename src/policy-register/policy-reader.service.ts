import { Inject, Injectable } from '@nestjs/common';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { dateInTimeZone, type CalendarDate } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { explanations } from '../explanations/explanations';
import { isPerson, type Caller } from '../identity/caller';
import { composePolicy, type ComposedPolicy } from '../policies/compose-policy';
import type { PolicyTemplate } from '../policies/policy-template';
import { recordingLawOf } from '../policies/recording-law-words';
import { policyFacts, type OnRecord, type PolicyFactsRow, type StaffOnRecord } from './policy-facts.query';
import type { PolicyRecordDto } from '../policies/policy.dto';

export type PolicyOnRecord = OnRecord<PolicyRecordDto>;

export interface ReadPolicies {
  facts: PolicyFactsRow;
  /** where the practice is */
  today: CalendarDate;
}

export interface ReadPolicy extends ReadPolicies {
  policy: PolicyOnRecord;
  template: PolicyTemplate | null;
  /** the text as it would be adopted now; null where the practice wrote its own */
  composed: ComposedPolicy | null;
}

/** The policies of a practice with all that their pages show. */
@Injectable()
export class PolicyReader {
  constructor(
    private readonly tenancy: Tenancy,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError not-found */
  async all(organizationId: string, policy: string | null = null): Promise<ReadPolicies> {
    const [facts] = await this.tenancy.readOne<PolicyFactsRow & Record<string, unknown>>(
      organizationId,
      policyFacts(organizationId, policy),
    );
    if (!facts) throw new DomainError('not-found', 'There is no organization with this id.');
    return { facts, today: dateInTimeZone(this.clock.now(), facts.timeZone) };
  }

  /** @throws DomainError not-found */
  async one(organizationId: string, id: string): Promise<ReadPolicy> {
    const read = await this.all(organizationId, id);
    const policy = read.facts.policies.find((one) => one.id === id);
    if (!policy) throw new DomainError('not-found', 'There is no policy with this id.');
    const template = policy.template ? this.template(policy.template) : null;
    return { ...read, policy, template, composed: template && this.compose(read.facts, template, policy) };
  }

  /** @throws DomainError not-found */
  template(id: string): PolicyTemplate {
    const template = this.catalogs.policies.policies.find((one) => one.id === id);
    if (!template) throw new DomainError('not-found', 'There is no template with this id.');
    return template;
  }

  compose(
    { practice, tools, states }: PolicyFactsRow,
    template: PolicyTemplate,
    { choices, additions }: Pick<PolicyOnRecord, 'choices' | 'additions'>,
  ): ComposedPolicy {
    const { citations } = explanations();
    return composePolicy({
      template,
      chosen: choices ?? [],
      recorded: {
        practice,
        tools,
        recordingLaw: recordingLawOf(states, this.catalogs.recordingConsent.states),
      },
      additions: additions ?? null,
      isChecked: (citation) => citations.find(citation)?.isChecked ?? false,
    });
  }

  /** Whoever is signed in, as the list of staff knows them by their address; null for an API key. */
  async self(
    caller: Caller,
    staff: readonly StaffOnRecord[],
  ): Promise<{ name: string; email: string; entry: StaffOnRecord | null } | null> {
    if (!isPerson(caller)) return null;
    const [person] = await this.tenancy.withPerson(caller.id, (manager) =>
      manager.query<{ name: string; email: string }[]>(
        'select p.name, p.email from person p where p.id = $1',
        [caller.id],
      ),
    );
    if (!person) return null;
    const entry = staff.find(({ email }) => email?.toLowerCase() === person.email.toLowerCase()) ?? null;
    return { ...person, entry };
  }
}
