// The obligations of a practice on this day: read in one statement, worked out by the rules.
import { Inject, Injectable } from '@nestjs/common';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { dateInTimeZone, type CalendarDate } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { obligationFactsOf, type RecordedFacts } from './obligation-facts.query';
import { fulfilmentsOf, showingPlaces, type ShowingCatalogs, type ShowingPlace } from './rules/fulfilments';
import type { ObligationDefinition } from './rules/obligation-catalog';
import type { SetObligation } from './rules/obligation-settings';
import { occurrencesOf, type Occurrence } from './rules/occurrences';
import { subjectsOf } from './subjects/subjects-of';

export interface ObligationsOfPractice {
  /** in the practice's time zone */
  today: CalendarDate;
  facts: RecordedFacts;
  /** by id */
  definitions: ReadonlyMap<string, ObligationDefinition>;
  /** by obligation */
  settings: ReadonlyMap<string, SetObligation>;
  occurrences: Occurrence[];
  /** by obligation, the registers whose records count for it */
  shownIn: ReadonlyMap<string, readonly ShowingPlace[]>;
}

@Injectable()
export class ObligationsService {
  private readonly definitions: ReadonlyMap<string, ObligationDefinition>;
  private readonly showing: ShowingCatalogs;
  private readonly shownIn: ReadonlyMap<string, readonly ShowingPlace[]>;

  constructor(
    private readonly tenancy: Tenancy,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.showing = { oversight: catalogs.aiOversight, obligations: catalogs.obligations };
    this.shownIn = showingPlaces(this.showing);
    this.definitions = new Map(catalogs.obligations.obligations.map((one) => [one.id, one]));
  }

  /** @throws DomainError not-found when the organization is not there */
  async of(organizationId: string): Promise<ObligationsOfPractice> {
    const [row] = await this.tenancy.readOne<{ facts: RecordedFacts }>(
      organizationId,
      obligationFactsOf(organizationId),
    );
    if (!row) throw new DomainError('not-found', 'There is no organization with this id.');
    const { facts } = row;
    const today = dateInTimeZone(this.clock.now(), facts.practice.timeZone);
    const { obligationCompletions: completions, obligationSettings: settings } = facts;
    const occurrences = occurrencesOf({
      today,
      catalog: this.catalogs.obligations,
      subjects: subjectsOf(facts, today),
      completions,
      fulfilments: fulfilmentsOf(facts, this.showing, today),
      settings,
    });
    return {
      today,
      facts,
      definitions: this.definitions,
      settings: new Map(settings.map((one) => [one.obligation, one])),
      occurrences,
      shownIn: this.shownIn,
    };
  }
}
