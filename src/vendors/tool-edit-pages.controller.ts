// What is on record about a tool itself: its name, plan, what it does, where it works.
import { Get, Post } from '@nestjs/common';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import type { RecordRow } from '../records/record-kind';
import { RecordsService } from '../records/records.service';
import { fieldViews, labelsOf, storedIn, type FieldView, type Values } from '../web/form-view';
import { SeeOther, type Page } from '../web/page';
import { Pages } from '../web/pages';
import { sentForm, shownForm, type RecordForm, type StoredRecord } from '../web/record-form';
import { bodyOf } from '../web/submitted';
import { UpdateServiceDto } from './service.dto';
import { ServiceFields, type ServicePlanFields } from './service.fields';
import { SERVICE } from './service.record';
import { addressOfTool } from './tool-of-page.query';
import { EDIT_WORDS } from './tool-words';

@Pages('organizations/:organizationId/services/:serviceId')
export class ToolEditPagesController {
  constructor(private readonly records: RecordsService) {}

  @Get('edit')
  @Allows('records.write')
  async edit(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
  ): Promise<Page> {
    const tool = await this.records.get(SERVICE, organizationId, serviceId);
    return shownForm(formOf(organizationId, tool), stored(tool));
  }

  @Post()
  @Allows('records.write')
  async change(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const tool = await this.records.get(SERVICE, organizationId, serviceId);
    const work = async (version: number): Promise<SeeOther> => {
      const fields = bodyOf(UpdateServiceDto, sent, { hostingCountries: countriesIn(sent) });
      await this.records.update(SERVICE, organizationId, caller, { id: serviceId, version }, fields);
      return new SeeOther(addressOfTool(organizationId, serviceId), 'saved');
    };
    return sentForm(formOf(organizationId, tool), sent, work, async () =>
      stored(await this.records.get(SERVICE, organizationId, serviceId)),
    );
  }
}

function formOf(organizationId: string, tool: RecordRow): RecordForm {
  const at = addressOfTool(organizationId, tool.id);
  return {
    title: 'About the tool',
    lead: 'What it is called here, which plan you use, what it does and where. Agreements often cover one plan or function and not another.',
    back: { href: at, label: String(tool.name) },
    action: at,
    button: 'Save',
    labels: labelsOf(EDIT_WORDS),
    sections: (values, faults) => {
      const { plan, ...views } = fieldViews(ServiceFields, EDIT_WORDS, values, faults);
      const fields = [views.name, planView(plan, tool, values), views.functions, views.usesAi];
      const where = [views.hostingCountries, views.hostingRegions];
      return [
        { title: '', help: '', fields, isFolded: false },
        { title: 'Where it works', help: '', fields: where, isFolded: false },
      ];
    },
  };
}

/** Where the plans on offer are on record, one of them is chosen. */
function planView(view: FieldView, tool: RecordRow, values: Values): FieldView {
  const plans = (tool.plans ?? []) as ServicePlanFields[];
  if (plans.length === 0) return view;
  const [chosen] = values('plan');
  const options = plans.map(({ key, name }) => ({
    value: key,
    label: name,
    help: '',
    isChosen: chosen === key || chosen === name,
  }));
  return { ...view, kind: 'select', options };
}

function stored(tool: RecordRow): StoredRecord {
  return { version: tool.version, values: storedIn(tool) };
}

/** One in each list of the form; chosen twice, it is the same. */
function countriesIn(sent: FormBody): string[] | null {
  const codes = [...new Set(sent.all('hostingCountries'))];
  return codes.length > 0 ? codes : null;
}
