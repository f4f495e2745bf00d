import { Get, Inject, Post } from '@nestjs/common';
import { CLOCK, type Clock } from '../../common/clock';
import { UuidParam } from '../../common/http/uuid-param';
import { CurrentPerson, type PersonCaller } from '../../identity/caller';
import { Allows } from '../../permissions/route-access';
import { NO_FAULTS, type ShownFaults } from '../../web/form-faults';
import { Page, SeeOther } from '../../web/page';
import { Pages } from '../../web/pages';
import { submitted } from '../../web/submitted';
import { listAddress } from '../pages/obligation-addresses';
import { CalendarLinksService } from './calendar-links.service';

const VIEW = { view: 'obligations/calendar-links', title: 'In your calendar' } as const;

@Pages('organizations/:organizationId/obligations/calendar-links')
export class CalendarLinkPagesController {
  constructor(
    private readonly links: CalendarLinksService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allows('calendar-links.own')
  async list(
    @UuidParam('organizationId') organizationId: string,
    @CurrentPerson() caller: PersonCaller,
  ): Promise<Page> {
    return new Page(VIEW.view, VIEW.title, await this.data(organizationId, caller, NO_FAULTS));
  }

  /** The link is shown in the answer to the form, and never again. */
  @Post()
  @Allows('calendar-links.own')
  make(
    @UuidParam('organizationId') organizationId: string,
    @CurrentPerson() caller: PersonCaller,
  ): Promise<Page | SeeOther> {
    const at = listAddress(organizationId);
    const work = async (): Promise<Page> => {
      const { link, expiresAt } = await this.links.make(organizationId, caller);
      return new Page('obligations/calendar-link-once', 'Your calendar link', { at, link, expiresAt });
    };
    const data = (faults: ShownFaults): Promise<object> => this.data(organizationId, caller, faults);
    return submitted(work, { ...VIEW, data, labels: {} });
  }

  @Post(':linkId/revocations')
  @Allows('calendar-links.own')
  async revoke(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('linkId') id: string,
    @CurrentPerson() caller: PersonCaller,
  ): Promise<SeeOther> {
    await this.links.revoke(organizationId, caller, id);
    return new SeeOther(`${listAddress(organizationId)}/calendar-links`, 'revoked');
  }

  private async data(organizationId: string, caller: PersonCaller, faults: ShownFaults): Promise<object> {
    const at = listAddress(organizationId);
    const now = this.clock.now();
    const links = await this.links.list(organizationId, caller);
    const isWorking = ({ revokedAt, expiresAt }: (typeof links)[number]): boolean =>
      !revokedAt && expiresAt > now;
    return {
      ...{ at, faults },
      working: links.filter(isWorking).map((link) => ({ ...link, at: `${at}/calendar-links/${link.id}` })),
    };
  }
}
