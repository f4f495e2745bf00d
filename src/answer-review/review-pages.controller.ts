// The review: a verdict on each answer beside what shows it, a group a page, by a named person.
import { Get, Param, Post } from '@nestjs/common';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { EVIDENCE } from '../evidence/evidence.record';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { subjectOf } from '../questionnaires/questionnaire-list.presenter';
import {
  ReviewAnswersDto,
  type QuestionGroupView,
  type QuestionnaireView,
} from '../questionnaires/questionnaire.dto';
import { QuestionnairesService } from '../questionnaires/questionnaires.service';
import { QuestionnairePersonFields } from '../questionnaires/records/person.fields';
import { RecordsService } from '../records/records.service';
import { lookedAt } from '../vendor-links/not-looked-at';
import { VendorLinksService } from '../vendor-links/vendor-links.service';
import { serviceNames, type ServiceName } from '../vendors/service-names.query';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, typedIn, type Values } from '../web/form-view';
import { Frames } from '../web/frames.service';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { evidenceOfQuestionnaire, type EvidenceBeside } from './evidence-beside.query';
import {
  reasonName,
  reviewable,
  reviewGroups,
  reviewLines,
  verdictName,
  type ReviewGround,
} from './review.presenter';
import { REASON_LABEL, REVIEWER_WORDS } from './review-words';
import { byQuestionOnPage, verdictsFromForm, type GivenVerdict } from './verdicts-from-form';

const GROUP = 'answer-review/group';

interface Shown {
  here: string;
  view: QuestionnaireView;
  subject: string;
}

interface ShownGroup extends Shown {
  group: QuestionGroupView;
  evidence: readonly EvidenceBeside[];
  data: (values: Values, faults: ShownFaults) => object;
}

@Pages('organizations/:organizationId/questionnaires/:questionnaireId/review')
export class ReviewPagesController {
  constructor(
    private readonly questionnaires: QuestionnairesService,
    private readonly links: VendorLinksService,
    private readonly records: RecordsService,
    private readonly tenancy: Tenancy,
    private readonly frames: Frames,
  ) {}

  @Get()
  @Allows('questionnaires.review')
  async show(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('questionnaireId') id: string,
  ): Promise<Page> {
    const [{ here, view, subject }, answerers] = await Promise.all([
      this.read(organizationId, id),
      this.links.submitted(organizationId, id),
    ]);
    return new Page('answer-review/groups', 'Review the answers', {
      ...{ here, subject, isOpen: view.state === 'submitted', groups: reviewGroups(here, view.groups) },
      answerers: answerers.map(({ submittedAt, submittedBy }) => ({ submittedAt, ...submittedBy })),
    });
  }

  @Get('groups/:group')
  @Allows('questionnaires.review')
  async group(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('questionnaireId') id: string,
    @Param('group') groupId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<Page | SeeOther> {
    const { here, view, group, data } = await this.readGroup(organizationId, id, groupId);
    if (view.state !== 'submitted') return new SeeOther(here);
    const { name } = await this.frames.signerOf(caller, organizationId);
    return new Page(GROUP, group.title, data(storedVerdicts(group, name), NO_FAULTS));
  }

  @Post('groups/:group')
  @Allows('questionnaires.review')
  async review(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('questionnaireId') id: string,
    @Param('group') groupId: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const { here, group, evidence, data } = await this.readGroup(organizationId, id, groupId);
    const work = async (): Promise<SeeOther> => {
      const verdicts = verdictsFromForm(form, reviewable(group));
      const target = { organizationId, id, version: Number(form.text('version')) };
      try {
        const { name, role } = bodyOf(QuestionnairePersonFields, form);
        const body = bodyOf(ReviewAnswersDto, form, { reviewer: { name, role }, verdicts });
        await this.questionnaires.review(target, caller, body);
      } catch (error) {
        byQuestionOnPage(error, verdicts);
      }
      await this.noteLookedAt(organizationId, caller, group, evidence, verdicts);
      return new SeeOther(`${here}/review`, 'reviewed');
    };
    return submitted(work, {
      ...{ view: GROUP, title: group.title, labels: labelsOfGroup(group) },
      data: (faults) => data(typedIn(form), faults),
    });
  }

  /** Whoever judges an answer has looked at what it rests on. What was changed meanwhile is left as it is. */
  private async noteLookedAt(
    organizationId: string,
    caller: Caller,
    group: QuestionGroupView,
    evidence: readonly EvidenceBeside[],
    verdicts: readonly GivenVerdict[],
  ): Promise<void> {
    const judged = new Set(verdicts.map(({ question }) => question));
    const keys = group.questions.flatMap(({ id, answer }) =>
      judged.has(id) ? (answer?.evidenceKeys ?? []) : [],
    );
    for (const { id, key, version, reference: marked } of evidence) {
      const reference = keys.includes(key) ? lookedAt(marked) : null;
      if (reference === null) continue;
      await this.records
        .update(EVIDENCE, organizationId, caller, { id, version }, { reference })
        .catch((error: unknown) => {
          if (!(error instanceof DomainError) || error.code !== 'stale-version') throw error;
        });
    }
  }

  private async read(organizationId: string, id: string): Promise<Shown> {
    const [view, services] = await Promise.all([
      this.questionnaires.get(organizationId, id),
      this.tenancy.readOne<ServiceName>(organizationId, serviceNames(organizationId)),
    ]);
    const here = `/organizations/${organizationId}/questionnaires/${id}`;
    return { here, view, subject: subjectOf(view, services) };
  }

  private async readGroup(organizationId: string, id: string, groupId: string): Promise<ShownGroup> {
    const [shown, evidence, answerers] = await Promise.all([
      this.read(organizationId, id),
      this.tenancy.readOne<EvidenceBeside>(organizationId, evidenceOfQuestionnaire(organizationId, id)),
      this.links.submitted(organizationId, id),
    ]);
    const { here, view, subject } = shown;
    const group = view.groups.find((one) => one.id === groupId);
    if (!group || reviewable(group).length === 0)
      throw new DomainError('not-found', 'There is nothing to review in such a group.');
    const ground: ReviewGround = { organizationId, evidence, submitted: answerers };
    const data = (values: Values, faults: ShownFaults): object => ({
      ...{ here, subject, title: group.title, action: `${here}/review/groups/${group.id}`, faults },
      ...{ version: view.version, lines: reviewLines(group, ground, values, faults) },
      fields: fieldViews(QuestionnairePersonFields, REVIEWER_WORDS, values, faults),
    });
    return { ...shown, group, evidence, data };
  }
}

function storedVerdicts(group: QuestionGroupView, reviewer: string): Values {
  const stored = new Map(
    reviewable(group).flatMap(({ id, answer }) =>
      answer?.review
        ? [
            [verdictName(id), answer.review.verdict],
            [reasonName(id), answer.review.reason ?? ''],
          ]
        : [],
    ) as [string, string][],
  );
  stored.set('name', reviewer);
  return (name) => {
    const value = stored.get(name);
    return value ? [value] : [];
  };
}

function labelsOfGroup(group: QuestionGroupView): Record<string, string> {
  const labels: Record<string, string> = labelsOf(REVIEWER_WORDS);
  for (const { id, question } of group.questions) {
    labels[verdictName(id)] = question;
    labels[reasonName(id)] = `${question} ${REASON_LABEL}`;
  }
  return labels;
}
