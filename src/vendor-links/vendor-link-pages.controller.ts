// Sending a questionnaire to the vendor. The link is shown once, in the answer to the form that asked for it.
import { Get, Inject, Post } from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { Tenancy } from '../database/tenancy';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { subjectOf } from '../questionnaires/questionnaire-list.presenter';
import { QuestionnairesService } from '../questionnaires/questionnaires.service';
import { serviceNames, type ServiceName } from '../vendors/service-names.query';
import { allOf } from '../web/all-of';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, NOTHING_TYPED, typedIn, type Values } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { CreateVendorLinkDto } from './vendor-link.dto';
import { vendorLinkLines } from './vendor-link.presenter';
import { VendorLinksService } from './vendor-links.service';
import { LINK_WORDS } from './vendor-words';

const VIEW = { view: 'vendor-links/list', title: 'Send to the vendor' } as const;

@Pages('organizations/:organizationId/questionnaires/:questionnaireId/vendor-links')
export class VendorLinkPagesController {
  constructor(
    private readonly links: VendorLinksService,
    private readonly questionnaires: QuestionnairesService,
    private readonly tenancy: Tenancy,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allows('questionnaires.read')
  async list(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('questionnaireId') questionnaireId: string,
  ): Promise<Page> {
    const data = await this.read(organizationId, questionnaireId);
    return new Page(VIEW.view, VIEW.title, data(NOTHING_TYPED, NO_FAULTS));
  }

  @Post()
  @Allows('questionnaires.issue')
  async send(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('questionnaireId') questionnaireId: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const data = await this.read(organizationId, questionnaireId);
    const work = async (): Promise<Page> => {
      const body = bodyOf(CreateVendorLinkDto, form);
      const sent = await this.links.send(organizationId, questionnaireId, caller, body);
      const { link, email, expiresAt, delivery } = sent;
      const here = `/organizations/${organizationId}/questionnaires/${questionnaireId}`;
      const mail = {
        isSent: delivery === 'sent',
        isInOutbox: delivery === 'outbox',
        hasFailed: delivery === 'failed',
      };
      const shown = { link, email: email ?? '', expiresAt, list: `${here}/vendor-links`, ...mail };
      return new Page('vendor-links/once', 'The link for the vendor', shown);
    };
    const again = { ...VIEW, labels: labelsOf(LINK_WORDS) };
    return submitted(work, { ...again, data: (faults) => data(typedIn(form), faults) });
  }

  @Post(':vendorLinkId/revocations')
  @Allows('questionnaires.issue')
  async revoke(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('questionnaireId') questionnaireId: string,
    @UuidParam('vendorLinkId') id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<SeeOther> {
    await this.links.revoke(organizationId, questionnaireId, caller, id);
    const here = `/organizations/${organizationId}/questionnaires/${questionnaireId}`;
    return new SeeOther(`${here}/vendor-links`, 'revoked');
  }

  private async read(
    organizationId: string,
    id: string,
  ): Promise<(values: Values, faults: ShownFaults) => object> {
    const [view, services, links] = await Promise.all([
      this.questionnaires.get(organizationId, id),
      this.tenancy.readOne<ServiceName>(organizationId, serviceNames(organizationId)),
      allOf((query) => this.links.list(organizationId, id, query)),
    ]);
    const here = `/organizations/${organizationId}/questionnaires/${id}`;
    const questions = view.groups.flatMap((group) => group.questions);
    const forVendor = questions.filter(({ answeredBy }) => answeredBy === 'vendor').length;
    const at = `${here}/vendor-links`;
    return (values, faults) => ({
      ...{
        here,
        at,
        faults,
        subject: subjectOf(view, services),
        forVendor,
        ours: questions.length - forVendor,
      },
      canSend: view.state === 'issued' && forVendor > 0 && view.about === 'service',
      isOpen: view.state === 'issued',
      links: vendorLinkLines(at, links, forVendor, this.clock.now()),
      fields: fieldViews(CreateVendorLinkDto, LINK_WORDS, values, faults),
    });
  }
}
