// All practices of a person on one page, to be sorted, filtered and searched by its address alone.
import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { FormBody } from '../common/http/form-body';
import { PublicAddress } from '../common/public-address';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { OfPerson } from '../permissions/route-access';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, typedIn } from '../web/form-view';
import { Page, type SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { rememberedList } from '../web/place-in-list';
import { sectionNamed } from '../web/sections';
import { bodyOf, submitted } from '../web/submitted';
import { FILTER_WORDS, PortfolioFilter } from './portfolio-filter';
import { addressOfWish, wishOf, type PortfolioWish } from './portfolio-wish';
import { portfolioView } from './portfolio.presenter';
import { PortfolioService } from './portfolio.service';

const VIEW = { view: 'portfolio/portfolio', title: 'Your practices' } as const;
const PRACTICES_ON_A_PAGE = 50;

@Pages('portfolio')
export class PortfolioPagesController {
  constructor(
    private readonly portfolio: PortfolioService,
    private readonly address: PublicAddress,
  ) {}

  @Get()
  @OfPerson({ withoutOwnFactors: true })
  show(
    @CurrentPerson() caller: PersonCaller,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    const form = formOf(query);
    const [page, section] = [pageOf(form), sectionNamed(form.text('section'))];
    const view = async (wish: PortfolioWish, faults: ShownFaults): Promise<object> => {
      const shown = { offset: (page - 1) * PRACTICES_ON_A_PAGE, limit: PRACTICES_ON_A_PAGE };
      const fields = fieldViews(PortfolioFilter, FILTER_WORDS, typedIn(form), faults);
      const found = await this.portfolio.of(caller, wish, shown);
      return { ...portfolioView(found, wish, { page, limit: shown.limit, section }), fields, faults };
    };
    const work = async (): Promise<Page> => {
      const wish = wishOf(bodyOf(PortfolioFilter, form));
      void reply.header('set-cookie', rememberedList(addressOfWish(wish), page, this.address));
      return new Page(VIEW.view, VIEW.title, await view(wish, NO_FAULTS));
    };
    return submitted(work, {
      ...VIEW,
      data: (faults) => view(wishOf({}), faults),
      labels: labelsOf(FILTER_WORDS),
    });
  }
}

function formOf(query: Record<string, unknown>): FormBody {
  const given = Object.entries(query).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return new FormBody(new URLSearchParams(given).toString());
}

function pageOf(form: FormBody): number {
  const text = form.text('page');
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1;
}
