// The binder on pages: asked for with one button, followed while it is printed, taken when it is ready. Leaving and coming back loses nothing.
import { Get, Header, Post, Req, type StreamableFile } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { binderFile } from './binders.controller';
import { BindersService } from './binders.service';
import { binderView } from './binder.presenter';

const ASK_AGAIN_SECONDS = 2;

@Pages('organizations/:organizationId/assessments/:assessmentId/binder')
export class BinderPagesController {
  constructor(private readonly binders: BindersService) {}

  @Get()
  @Allows('binders.make')
  async show(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('assessmentId') assessmentId: string,
  ): Promise<Page> {
    const at = `/organizations/${organizationId}/assessments/${assessmentId}`;
    const view = binderView(at, await this.binders.standing(organizationId, assessmentId));
    return new Page('binders/show', 'Binder', view, 200, view.isWaiting ? ASK_AGAIN_SECONDS : null);
  }

  @Post()
  @Allows('binders.make')
  async prepare(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('assessmentId') assessmentId: string,
    @CurrentPerson() caller: PersonCaller,
  ): Promise<SeeOther> {
    await this.binders.prepare(organizationId, assessmentId, caller);
    return new SeeOther(`/organizations/${organizationId}/assessments/${assessmentId}/binder`);
  }

  @Get('content')
  @Allows('binders.make', { refusals: ['recent-sign-in-needed'] })
  @Header('cache-control', 'no-store')
  content(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('assessmentId') assessmentId: string,
    @CurrentPerson() caller: PersonCaller,
    @Req() { method }: FastifyRequest,
  ): Promise<StreamableFile> {
    return binderFile(this.binders, { organizationId, assessmentId, caller, method });
  }
}
