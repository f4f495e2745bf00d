import { Get, Inject, Param, Post } from '@nestjs/common';
import { AGREEMENT } from '../business-associate-agreements/agreement.record';
import { AmendmentFields } from '../business-associate-agreements/amendment.fields';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { RecordsService } from '../records/records.service';
import { SeeOther, type Page } from '../web/page';
import { Pages } from '../web/pages';
import { sentForm, shownForm } from '../web/record-form';
import { bodyOf } from '../web/submitted';
import { readAgreement, type AgreementOfTool } from './agreement-of-tool';
import { amendmentForm, inWordsOfAmendment, storedAmendment } from './amendment-form';
import { keyOfAmendment, withAmendment } from './amendments';

/** The pages on which an amendment of an agreement is added and changed; it is stored with the agreement, as the API stores it. */
@Pages('organizations/:organizationId/services/:serviceId/agreements/:agreementId/amendments')
export class AmendmentPagesController {
  constructor(
    private readonly records: RecordsService,
    private readonly tenancy: Tenancy,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
  ) {}

  @Get('new')
  @Allows('records.write')
  async blank(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @UuidParam('agreementId') id: string,
  ): Promise<Page> {
    const of = await this.read(organizationId, serviceId, id);
    return shownForm(this.formOf(of, null), null);
  }

  @Post()
  @Allows('records.write')
  async add(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @UuidParam('agreementId') id: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const of = await this.read(organizationId, serviceId, id);
    const work = async (): Promise<SeeOther> => {
      const { amendments, version } = of.agreement;
      const key = keyOfAmendment(sent.text('title'), amendments);
      await this.store(organizationId, caller, of, { key, version }, sent);
      return new SeeOther(of.at, 'added');
    };
    return sentForm(this.formOf(of, null), sent, work);
  }

  @Get(':key/edit')
  @Allows('records.write')
  async edit(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @UuidParam('agreementId') id: string,
    @Param('key') key: string,
  ): Promise<Page> {
    const of = await this.read(organizationId, serviceId, id);
    const amendment = amendmentOf(of, key);
    return shownForm(this.formOf(of, amendment), storedAmendment(of.agreement, amendment));
  }

  @Post(':key')
  @Allows('records.write')
  async change(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @UuidParam('agreementId') id: string,
    @Param('key') key: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const of = await this.read(organizationId, serviceId, id);
    const work = async (version: number): Promise<SeeOther> => {
      await this.store(organizationId, caller, of, { key, version }, sent);
      return new SeeOther(of.at, 'saved');
    };
    return sentForm(this.formOf(of, amendmentOf(of, key)), sent, work, async () => {
      const now = await this.read(organizationId, serviceId, id);
      return storedAmendment(now.agreement, amendmentOf(now, key));
    });
  }

  /** @param target version of the agreement as the form had it: of the list that it replaces nothing is lost */
  private async store(
    organizationId: string,
    caller: Caller,
    { agreement: { id, amendments } }: AgreementOfTool,
    { key, version }: { key: string; version: number },
    sent: FormBody,
  ): Promise<void> {
    const amended = withAmendment(amendments, bodyOf(AmendmentFields, sent, { key }));
    try {
      await this.records.update(AGREEMENT, organizationId, caller, { id, version }, { amendments: amended });
    } catch (error) {
      throw inWordsOfAmendment(
        error,
        amended.findIndex((one) => one.key === key),
      );
    }
  }

  private formOf(of: AgreementOfTool, amendment: AmendmentFields | null) {
    return amendmentForm(of, this.catalogs.agreementProvisions, amendment);
  }

  private read(organizationId: string, serviceId: string, id: string): Promise<AgreementOfTool> {
    const { tenancy, records } = this;
    return readAgreement({ tenancy, records }, organizationId, serviceId, id);
  }
}

function amendmentOf({ agreement }: AgreementOfTool, key: string): AmendmentFields {
  const found = agreement.amendments?.find((one) => one.key === key);
  if (!found) throw new DomainError('not-found', 'The agreement has no such amendment.');
  return found;
}
