import { Get, Post } from '@nestjs/common';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { ServiceChecklists, type ChecklistPlace } from '../service-checklist/service-checklists.service';
import type { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { goOn, Way, type PlaceAtTool } from './way.service';

@Pages('organizations/:organizationId/first-assessment/services/:serviceId/checklist')
export class ChecklistStepController {
  constructor(
    private readonly way: Way,
    private readonly checklists: ServiceChecklists,
  ) {}

  @Get()
  @Allows('records.read')
  async ask(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
  ): Promise<Page> {
    const place = await this.way.atTool(organizationId, 'checklist', serviceId);
    return this.checklists.page(organizationId, serviceId, formAt(place));
  }

  @Post()
  @Allows('checklists.write')
  async save(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const place = await this.way.atTool(organizationId, 'checklist', serviceId);
    const done = goOn(place, 'checklist', serviceId);
    return this.checklists.save({ organizationId, serviceId }, caller, form, formAt(place), done);
  }
}

/** Whether there is an agreement was asked two steps before. */
function formAt({ way, tool }: PlaceAtTool): ChecklistPlace {
  const page = { view: 'first-assessment/checklist', title: 'AI Tech Checklist' };
  return { ...page, beside: { way, serviceId: tool.id }, leftOut: 'baa_signed' };
}
