// What shows it: one document, with its file on the page after. Whoever has none at hand leaves it open.
import { Get, Post } from '@nestjs/common';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { Tenancy } from '../database/tenancy';
import { EvidenceFields } from '../evidence/evidence.fields';
import { EVIDENCE } from '../evidence/evidence.record';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { createOnce } from '../records/create-once';
import { keyFromName } from '../records/key-from-name';
import { RecordsService } from '../records/records.service';
import { evidenceOfTool, type EvidenceOfTool } from '../service-overview/evidence-of-tool.query';
import { readTool } from '../vendors/tool-of-page.query';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, NOTHING_TYPED, typedIn, type Values } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { SHORT_EVIDENCE_WORDS } from './step-words';
import { Way } from './way.service';

const VIEW = { view: 'first-assessment/evidence', title: 'What shows it' } as const;

@Pages('organizations/:organizationId/first-assessment/services/:serviceId/evidence')
export class EvidenceStepController {
  constructor(
    private readonly way: Way,
    private readonly records: RecordsService,
    private readonly tenancy: Tenancy,
  ) {}

  @Get()
  @Allows('records.write')
  async ask(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
  ): Promise<Page> {
    const data = await this.form(organizationId, serviceId);
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
    const data = await this.form(organizationId, serviceId);
    const work = async (): Promise<SeeOther> => {
      const tool = await readTool(this.tenancy, organizationId, serviceId);
      const evidence = bodyOf(EvidenceFields, form, { services: [tool.key] });
      const target = { kind: EVIDENCE, organizationId, caller };
      const key = keyFromName(evidence.title, 'evidence');
      const { id } = await createOnce(this.records, target, key, { ...evidence, vendor: tool.vendor });
      const file = `/organizations/${organizationId}/services/${serviceId}/evidence/${id}/file`;
      return new SeeOther(`${file}?then=first-assessment`, 'added');
    };
    const again = { ...VIEW, labels: labelsOf(SHORT_EVIDENCE_WORDS) };
    return submitted(work, { ...again, data: (faults) => data(typedIn(form), faults) });
  }

  private async form(organizationId: string, serviceId: string) {
    const { at, way, tool } = await this.way.atTool(organizationId, 'evidence', serviceId);
    const query = evidenceOfTool(organizationId, serviceId);
    const onFile = await this.tenancy.readOne<EvidenceOfTool>(organizationId, query);
    const evidence = onFile.map(({ id, title, issuedOn, fileId }) => ({
      ...{ title, issuedOn, hasFile: fileId !== null },
      file: `${at}/services/${serviceId}/evidence/${id}/file?then=first-assessment`,
    }));
    return (values: Values, faults: ShownFaults): object => ({
      ...{ at, way, tool, faults, evidence },
      fields: fieldViews(EvidenceFields, SHORT_EVIDENCE_WORDS, values, faults),
    });
  }
}
