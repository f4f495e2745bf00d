// Withdrawing a questionnaire: asked for by mistake, or about a plan that is not used. It stays readable and counts no more.
import { Get, Post } from '@nestjs/common';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, NOTHING_TYPED, typedIn, type FieldWords, type Values } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { STATE_WORDS, SUBMITTER_WORDS } from './answering-words';
import { WithdrawQuestionnaireDto } from './questionnaire.dto';
import { QuestionnairesService } from './questionnaires.service';

const VIEW = { view: 'questionnaires/withdraw', title: 'Withdraw the questionnaire' } as const;
const WORDS = {
  reason: { label: 'Why?', help: 'Such as: asked about the wrong plan of the tool.' },
  name: SUBMITTER_WORDS.name,
  role: SUBMITTER_WORDS.role,
} as const satisfies Readonly<Record<string, FieldWords>>;

@Pages('organizations/:organizationId/questionnaires/:questionnaireId/withdrawal')
export class WithdrawalPagesController {
  constructor(private readonly questionnaires: QuestionnairesService) {}

  @Get()
  @Allows('questionnaires.issue')
  async show(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('questionnaireId') id: string,
  ): Promise<Page> {
    return new Page(VIEW.view, VIEW.title, (await this.read(organizationId, id))(NOTHING_TYPED, NO_FAULTS));
  }

  @Post()
  @Allows('questionnaires.issue')
  async withdraw(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('questionnaireId') id: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const work = async (): Promise<SeeOther> => {
      const target = { organizationId, id, version: Number(form.text('version')) };
      await this.questionnaires.withdraw(target, caller, bodyOf(WithdrawQuestionnaireDto, form));
      return new SeeOther(`/organizations/${organizationId}/questionnaires/${id}`, 'withdrawn');
    };
    const data = async (faults: ShownFaults): Promise<object> =>
      (await this.read(organizationId, id))(typedIn(form), faults);
    return submitted(work, { ...VIEW, data, labels: labelsOf(WORDS) });
  }

  private async read(
    organizationId: string,
    id: string,
  ): Promise<(values: Values, faults: ShownFaults) => object> {
    const { state, version } = await this.questionnaires.get(organizationId, id);
    const here = `/organizations/${organizationId}/questionnaires/${id}`;
    return (values, faults) => ({
      ...{ here, faults, version, state: STATE_WORDS[state] },
      ...{ counts: state === 'submitted', isOver: state === 'superseded' || state === 'withdrawn' },
      fields: fieldViews(WithdrawQuestionnaireDto, WORDS, values, faults),
    });
  }
}
