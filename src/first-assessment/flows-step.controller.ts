// What reaches a tool, asked in plain words: one flow, with what everybody can say of it. Where it goes on from the vendor is asked on the tool's own page.
import { Get, Post } from '@nestjs/common';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { DataFlowFields } from '../data-flows/data-flow.fields';
import { DATA_FLOW } from '../data-flows/data-flow.record';
import { FlowMaps } from '../flow-maps/flow-maps.service';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { createOnce } from '../records/create-once';
import { keyFromName } from '../records/key-from-name';
import { RecordsService } from '../records/records.service';
import { FUNCTION_WORDS } from '../vendors/tool-words';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, NOTHING_TYPED, typedIn, type FieldView, type Values } from '../web/form-view';
import { Page, type SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import type { ToolOnTheWay } from './first-assessment.query';
import { FLOW_WORDS, PUT_IN_WORDS, RARE_FLOW_WORDS } from './step-words';
import { FlowStepDto } from './step.dto';
import { goOn, Way } from './way.service';

const VIEW = { view: 'first-assessment/data-flows', title: 'What reaches it' } as const;
const LABELS = labelsOf({ ...PUT_IN_WORDS, ...FLOW_WORDS, ...RARE_FLOW_WORDS });

@Pages('organizations/:organizationId/first-assessment/services/:serviceId/data-flows')
export class FlowsStepController {
  constructor(
    private readonly way: Way,
    private readonly records: RecordsService,
    private readonly maps: FlowMaps,
  ) {}

  @Get()
  @Allows('records.write')
  async ask(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
  ): Promise<Page> {
    const { data } = await this.form(organizationId, serviceId);
    return new Page(VIEW.view, VIEW.title, data(NOTHING_TYPED, NO_FAULTS));
  }

  @Post()
  @Allows('records.write')
  async add(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const { place, data } = await this.form(organizationId, serviceId);
    const { tool } = place;
    const work = async (): Promise<SeeOther> => {
      const from = { party: form.text('putInBy') === 'clients' ? 'clients' : 'practice' };
      const beside = { from, to: { party: 'service' }, purpose: purposeOf(tool) };
      const { putInBy: _said, ...flow } = bodyOf(FlowStepDto, form, beside);
      const target = { kind: DATA_FLOW, organizationId, caller };
      const key = keyFromName(`${tool.key} ${flow.dataClasses[0] ?? ''}`, 'flow');
      await createOnce(this.records, target, key, { ...flow, service: tool.key });
      return goOn(place, 'data-flows', tool.id);
    };
    const again = { ...VIEW, labels: LABELS };
    return submitted(work, { ...again, data: (faults) => data(typedIn(form), faults) });
  }

  private async form(organizationId: string, serviceId: string) {
    const place = await this.way.atTool(organizationId, 'data-flows', serviceId);
    const { map } = await this.maps.of(organizationId, serviceId);
    const { at, way, tool } = place;
    const data = (values: Values, faults: ShownFaults): object => {
      const fields = fieldViews(DataFlowFields, FLOW_WORDS, values, faults);
      const rare = Object.values(fieldViews(DataFlowFields, RARE_FLOW_WORDS, values, faults));
      return {
        ...{ at, way, tool, faults, map, purpose: purposeOf(tool), rare },
        isRareOpen: rare.some(
          ({ name, fault }) => fault !== '' || values(name).some((value) => value !== ''),
        ),
        putIn: fieldViews(FlowStepDto, PUT_IN_WORDS, values, faults).putInBy,
        fields: { ...fields, dataClasses: usualFirst(fields.dataClasses) },
      };
    };
    return { place, data };
  }
}

/** The kinds in the order of their words: what most tools get before what is rare. */
function usualFirst(view: FieldView): FieldView {
  const order = Object.keys(FLOW_WORDS.dataClasses.options);
  const options = [...view.options].sort(
    (one, other) => order.indexOf(one.value) - order.indexOf(other.value),
  );
  return { ...view, options };
}

/** What the owner has said that the tool does is what the data is for. */
function purposeOf({ functions }: ToolOnTheWay): string {
  return functions
    .map((name) => FUNCTION_WORDS[name])
    .join('; ')
    .slice(0, 300);
}
