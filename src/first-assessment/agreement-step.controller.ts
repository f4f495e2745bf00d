// Whether there is an agreement: one question, which the AI Tech Checklist asks too. A signed one, or one that was asked for, becomes a record besides.
import { Get, Post } from '@nestjs/common';
import { AgreementFields } from '../business-associate-agreements/agreement.fields';
import { AGREEMENT } from '../business-associate-agreements/agreement.record';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { FlowMaps } from '../flow-maps/flow-maps.service';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { keyUnlessThere } from '../records/create-once';
import { keyFromName } from '../records/key-from-name';
import { RecordsService, type RecordWrite } from '../records/records.service';
import { ServiceChecklists } from '../service-checklist/service-checklists.service';
import { readTool, type ToolOfPage } from '../vendors/tool-of-page.query';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, NOTHING_TYPED, typedIn, type Values } from '../web/form-view';
import { Page, type SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { AGREEMENT_WORDS } from './step-words';
import { AgreementSaidDto, type AgreementSaying } from './step.dto';
import { goOn, Way } from './way.service';

/** What each comes to as an answer of the checklist: has it been signed? */
const ANSWERS: Readonly<Record<AgreementSaying, string>> = {
  ...{ signed: 'yes', requested: 'no', none: 'no', unknown: 'unknown' },
};

const VIEW = { view: 'first-assessment/agreement', title: 'The agreement' } as const;

@Pages('organizations/:organizationId/first-assessment/services/:serviceId/agreement')
export class AgreementStepController {
  constructor(
    private readonly way: Way,
    private readonly records: RecordsService,
    private readonly checklists: ServiceChecklists,
    private readonly maps: FlowMaps,
    private readonly tenancy: Tenancy,
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
  async say(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const { place, tool, data } = await this.form(organizationId, serviceId);
    const work = async (): Promise<SeeOther> => {
      const said = bodyOf(AgreementSaidDto, form);
      await this.answer({ organizationId, serviceId }, caller, form, said, () =>
        this.record(organizationId, form, tool, said),
      );
      return goOn(place, 'agreement', serviceId);
    };
    const again = { ...VIEW, labels: labelsOf(AGREEMENT_WORDS) };
    return submitted(work, { ...again, data: (faults) => data(typedIn(form), faults) });
  }

  /** The agreement that is on record from now on: none where nobody has one, or it stands there already. */
  private async record(
    organizationId: string,
    form: FormBody,
    tool: ToolOfPage,
    { said, on }: AgreementSaidDto,
  ): Promise<RecordWrite[]> {
    if (said !== 'signed' && said !== 'requested') return [];
    if (!on) throw dayMissing();
    const title = `Business associate agreement with ${tool.vendorName}`.slice(0, 200);
    const day = said === 'signed' ? { signedOn: on } : { requestedOn: on };
    const fields = bodyOf(AgreementFields, form, {
      ...{ kind: 'business_associate_agreement', title, services: [tool.key], ...day },
    });
    const made = { ...fields, vendor: tool.vendor };
    const key = await keyUnlessThere(
      this.records,
      { kind: AGREEMENT, organizationId },
      keyFromName(`${tool.vendor} agreement`, 'agreement'),
      made,
    );
    return key === null ? [] : [{ kind: AGREEMENT, shown: null, fields: { ...made, key } }];
  }

  /** What the owner says without a document rests on being said. */
  private answer(
    target: { organizationId: string; serviceId: string },
    caller: Caller,
    form: FormBody,
    { said }: AgreementSaidDto,
    beside: () => Promise<RecordWrite[]>,
  ): Promise<void> {
    const value = ANSWERS[said];
    const basis = value === 'unknown' ? null : 'stated';
    return this.checklists.answer(target, caller, form, { question: 'baa_signed', value, basis }, beside);
  }

  private async form(organizationId: string, serviceId: string) {
    const place = await this.way.atTool(organizationId, 'agreement', serviceId);
    const [tool, { map, facts }] = await Promise.all([
      readTool(this.tenancy, organizationId, serviceId),
      this.maps.of(organizationId, serviceId),
    ]);
    const { at, way } = place;
    const agreements = facts.agreements
      .filter(({ services }) => services.includes(tool.key))
      .map(({ id, title, signedOn }) => ({
        ...{ title, signedOn: signedOn ?? '' },
        href: `${at}/services/${serviceId}/agreements/${id}/edit`,
      }));
    const data = (values: Values, faults: ShownFaults): object => ({
      ...{ at, way, tool, faults, map, agreements },
      isSaid: place.tool.hasAgreementSaid,
      fields: fieldViews(AgreementSaidDto, AGREEMENT_WORDS, values, faults),
    });
    return { place, tool, data };
  }
}

function dayMissing(): DomainError {
  const detail = 'write the day; if you don’t know it, say above that you don’t know';
  return new DomainError('request-invalid', 'The day is missing.', [
    { pointer: '/on', code: 'invalid-field', detail },
  ]);
}
