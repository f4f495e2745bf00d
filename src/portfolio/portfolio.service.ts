// The practices of a person, whoever's they are: which of them open to this session, and how each stands.
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock';
import { Tenancy } from '../database/tenancy';
import type { PersonCaller } from '../identity/caller';
import { reachedBySession, type Reached } from '../identity/reach.query';
import type { PortfolioWish } from './portfolio-wish';
import { portfolio, type PortfolioRow, type PracticeRow } from './portfolio.query';

export interface Practice extends PracticeRow {
  role: Reached['role'];
  isClosed: boolean;
  isExample: boolean;
  refusal: Reached['refusal'];
}

export interface Portfolio extends Omit<PortfolioRow, 'practices'> {
  practices: Practice[];
}

@Injectable()
export class PortfolioService {
  constructor(
    private readonly tenancy: Tenancy,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(
    caller: PersonCaller,
    wish: PortfolioWish,
    page: { offset: number; limit: number },
  ): Promise<Portfolio> {
    const reached = await this.reached(caller);
    const open = reached.filter(({ refusal }) => refusal === null).map(({ id }) => id);
    const row = await this.tenancy.withOrganizationsRead(open, async (client) => {
      return (await client.query<PortfolioRow>(portfolio(reached, wish, page))).rows[0];
    });
    if (!row) throw new Error('the statement of the portfolio gives one row');
    const byId = new Map(reached.map((one) => [one.id, one]));
    const practices = row.practices.map((practice): Practice => {
      const { role, closed, isExample, refusal } = byId.get(practice.id) as Reached;
      return { ...practice, role, isClosed: closed, isExample, refusal };
    });
    return { ...row, practices };
  }

  private reached(caller: PersonCaller): Promise<Reached[]> {
    return this.tenancy.withoutOrganization<Reached>(reachedBySession(caller, this.clock.now()));
  }
}
