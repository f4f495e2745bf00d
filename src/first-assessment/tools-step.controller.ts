// The way as a whole, and its first step: which tools there are.
import { Get, Post } from '@nestjs/common';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { Tenancy } from '../database/tenancy';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { AddToolDto } from '../vendors/add-tool.dto';
import { toolForm } from '../vendors/tool-form';
import { TOOL_WORDS } from '../vendors/tool-words';
import { ToolsService } from '../vendors/tools.service';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { labelsOf, NOTHING_TYPED, typedIn, type Values } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { overviewOfWay } from './way.presenter';
import { Way } from './way.service';

const TOOLS = { view: 'first-assessment/tools', title: 'Which tools do you use?' } as const;

@Pages('organizations/:organizationId/first-assessment')
export class ToolsStepController {
  constructor(
    private readonly way: Way,
    private readonly tools: ToolsService,
    private readonly tenancy: Tenancy,
  ) {}

  @Get()
  @Allows('scores.read')
  async show(@UuidParam('organizationId') organizationId: string): Promise<Page> {
    const { steps, at } = await this.way.at(organizationId, 'tools');
    return new Page('first-assessment/overview', 'First assessment', overviewOfWay(steps, at));
  }

  @Get('tools')
  @Allows('records.write')
  async ask(@UuidParam('organizationId') organizationId: string): Promise<Page> {
    const data = await this.form(organizationId);
    return new Page(TOOLS.view, TOOLS.title, data(NOTHING_TYPED, NO_FAULTS));
  }

  @Post('tools')
  @Allows('records.write')
  async add(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const data = await this.form(organizationId);
    const work = async (): Promise<SeeOther> => {
      await this.tools.add(organizationId, caller, bodyOf(AddToolDto, form));
      return new SeeOther(`/organizations/${organizationId}/first-assessment/tools`, 'added');
    };
    const again = { ...TOOLS, labels: labelsOf(TOOL_WORDS) };
    return submitted(work, { ...again, data: (faults) => data(typedIn(form), faults) });
  }

  private async form(organizationId: string): Promise<(values: Values, faults: ShownFaults) => object> {
    const [{ at, facts, way }, form] = await Promise.all([
      this.way.at(organizationId, 'tools'),
      toolForm(this.tenancy, organizationId),
    ]);
    const tools = facts.tools.map(({ id, name }) => ({ name, href: `${at}/services/${id}` }));
    return (values, faults) => ({ at, way, tools, ...form(values, faults) });
  }
}
