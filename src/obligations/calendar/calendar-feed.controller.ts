// The feed that a calendar program reads by its secret link. It is no page and no route of the API: no session or key opens it, and a link opens nothing else.
import { createHash } from 'node:crypto';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { namesEntityTag } from '../../common/http/entity-tag';
import { PublicAddress } from '../../common/public-address';
import { Public } from '../../permissions/route-access';
import { ObligationsService } from '../obligations.service';
import { listAddress } from '../pages/obligation-addresses';
import { calendarFeed } from './calendar-feed';
import { CalendarLinksService } from './calendar-links.service';

const ENDING = '.ics';

@ApiExcludeController()
@Controller('calendar-feeds')
export class CalendarFeedController {
  constructor(
    private readonly links: CalendarLinksService,
    private readonly obligations: ObligationsService,
    private readonly address: PublicAddress,
  ) {}

  /** @param file the token with `.ics` behind it. Whatever is wrong with it, the answer is the same: nothing is there */
  @Get(':file')
  @Public()
  async read(
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const token = file.endsWith(ENDING) ? file.slice(0, -ENDING.length) : '';
    const link = await this.links.find(token);
    if (!link) {
      await reply.status(404).type('text/plain; charset=utf-8').send('There is no calendar here.\n');
      return;
    }
    const at = `${this.address.origin}${listAddress(link.organizationId)}`;
    const text = calendarFeed(link.organizationId, at, await this.obligations.of(link.organizationId));
    const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    void reply.headers({ etag, 'cache-control': 'private, no-cache' });
    if (namesEntityTag(request.headers['if-none-match'], etag)) {
      await reply.status(304).send();
      return;
    }
    await reply.type('text/calendar; charset=utf-8').send(text);
  }
}
