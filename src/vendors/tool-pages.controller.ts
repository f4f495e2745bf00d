import { Get, Post } from '@nestjs/common';
import { UuidParam } from '../common/http/uuid-param';
import { Form, type FormBody } from '../common/http/form-body';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { Tenancy } from '../database/tenancy';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { labelsOf, NOTHING_TYPED, typedIn, type Values } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { AddToolDto } from './add-tool.dto';
import { toolForm } from './tool-form';
import { TOOL_WORDS } from './tool-words';
import { ToolsService } from './tools.service';

const VIEW = { view: 'services/new', title: 'Add a tool' } as const;

@Pages('organizations/:organizationId/services')
export class ToolPagesController {
  constructor(
    private readonly tools: ToolsService,
    private readonly tenancy: Tenancy,
  ) {}

  @Get('new')
  @Allows('records.write')
  async new(@UuidParam('organizationId') organizationId: string): Promise<Page> {
    const data = await this.form(organizationId);
    return new Page(VIEW.view, VIEW.title, data(NOTHING_TYPED, NO_FAULTS));
  }

  @Post()
  @Allows('records.write')
  async add(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const data = await this.form(organizationId);
    const work = async (): Promise<SeeOther> => {
      const id = await this.tools.add(organizationId, caller, bodyOf(AddToolDto, form));
      return new SeeOther(`/organizations/${organizationId}/services/${id}`, 'added');
    };
    return submitted(work, {
      ...VIEW,
      data: (faults: ShownFaults) => data(typedIn(form), faults),
      labels: labelsOf(TOOL_WORDS),
    });
  }

  private async form(organizationId: string): Promise<(values: Values, faults: ShownFaults) => object> {
    const form = await toolForm(this.tenancy, organizationId);
    return (values, faults) => ({ at: `/organizations/${organizationId}`, ...form(values, faults) });
  }
}
