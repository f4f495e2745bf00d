import { Get, Post } from '@nestjs/common';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { SeeOther, type Page } from '../web/page';
import { Pages } from '../web/pages';
import { ServiceChecklists } from './service-checklists.service';

const PLACE = { view: 'checklists/checklist', title: 'AI Tech Checklist', beside: {} } as const;

@Pages('organizations/:organizationId/services/:serviceId/checklist')
export class ChecklistPagesController {
  constructor(private readonly checklists: ServiceChecklists) {}

  @Get()
  @Allows('records.read')
  show(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
  ): Promise<Page> {
    return this.checklists.page(organizationId, serviceId, PLACE);
  }

  @Post()
  @Allows('checklists.write')
  save(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const done = new SeeOther(`/organizations/${organizationId}/services/${serviceId}/checklist`, 'saved');
    return this.checklists.save({ organizationId, serviceId }, caller, form, PLACE, done);
  }
}
