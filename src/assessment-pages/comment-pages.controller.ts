// Comments on the sections of an assessment: all of them by section, one with its answers. While it is no longer open for comments they are read.
import { Get, Post, Query } from '@nestjs/common';
import { AssessmentReader } from '../assessments/assessment-reader.service';
import { AnswerCommentDto, CreateCommentDto } from '../assessments/comments/comment.dto';
import { CommentsService } from '../assessments/comments/comments.service';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { CurrentPerson, type PersonCaller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, NOTHING_TYPED, typedIn, type Values } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { standingOf } from './assessment-state';
import { commentedSections, commentView, placeNamed, placesOf } from './comments.presenter';
import { ANSWER_WORDS, COMMENT_WORDS, PLACE_WORDS, selectField } from './form-words';

const LIST = { view: 'assessments/comments', title: 'Comments' } as const;
const ONE = { view: 'assessments/comment', title: 'A comment' } as const;
type FormData = (values: Values, faults: ShownFaults) => object;

@Pages('organizations/:organizationId/assessments/:assessmentId/comments')
export class CommentPagesController {
  constructor(
    private readonly reader: AssessmentReader,
    private readonly comments: CommentsService,
  ) {}

  @Get()
  @Allows('assessments.read')
  async list(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('assessmentId') assessmentId: string,
    @Query('on') on?: unknown,
  ): Promise<Page> {
    const data = await this.sections(organizationId, assessmentId);
    const asked: Values = (name) => (name === 'section' && typeof on === 'string' ? [on] : []);
    return new Page(LIST.view, LIST.title, data(asked, NO_FAULTS));
  }

  @Post()
  @Allows('assessments.comment')
  async add(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('assessmentId') assessmentId: string,
    @CurrentPerson() caller: PersonCaller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const data = await this.sections(organizationId, assessmentId);
    const work = async (): Promise<SeeOther> => {
      const { section, service } = placeNamed(form.text('section'));
      const body = bodyOf(CreateCommentDto, form, {
        ...(section ? { section } : { section: undefined }),
        service,
      });
      await this.comments.add({ organizationId, assessmentId }, caller, body);
      return new SeeOther(`/organizations/${organizationId}/assessments/${assessmentId}/comments`, 'added');
    };
    return submitted(work, {
      ...LIST,
      labels: { section: PLACE_WORDS.label, service: PLACE_WORDS.label, ...labelsOf(COMMENT_WORDS) },
      data: (faults) => data(typedIn(form), atSection(faults)),
    });
  }

  @Get(':commentId')
  @Allows('assessments.read')
  async show(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('assessmentId') assessmentId: string,
    @UuidParam('commentId') id: string,
  ): Promise<Page> {
    const data = await this.thread(organizationId, assessmentId, id);
    return new Page(ONE.view, ONE.title, data(NOTHING_TYPED, NO_FAULTS));
  }

  @Post(':commentId/answers')
  @Allows('assessments.comment')
  async answer(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('assessmentId') assessmentId: string,
    @UuidParam('commentId') id: string,
    @CurrentPerson() caller: PersonCaller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const data = await this.thread(organizationId, assessmentId, id);
    const work = async (): Promise<SeeOther> => {
      const { text } = bodyOf(AnswerCommentDto, form);
      await this.comments.answer({ organizationId, assessmentId }, id, caller, text);
      return new SeeOther(
        `/organizations/${organizationId}/assessments/${assessmentId}/comments/${id}`,
        'added',
      );
    };
    return submitted(work, {
      ...ONE,
      labels: labelsOf(ANSWER_WORDS),
      data: (faults) => data(typedIn(form), faults),
    });
  }

  @Post(':commentId/resolutions')
  @Allows('assessments.comment')
  async resolve(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('assessmentId') assessmentId: string,
    @UuidParam('commentId') id: string,
    @CurrentPerson() caller: PersonCaller,
  ): Promise<SeeOther> {
    await this.comments.resolve({ organizationId, assessmentId }, id, caller);
    return new SeeOther(`/organizations/${organizationId}/assessments/${assessmentId}/comments`, 'resolved');
  }

  @Post(':commentId/reopenings')
  @Allows('assessments.comment')
  async reopen(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('assessmentId') assessmentId: string,
    @UuidParam('commentId') id: string,
    @CurrentPerson() caller: PersonCaller,
  ): Promise<SeeOther> {
    await this.comments.reopen({ organizationId, assessmentId }, id, caller);
    return new SeeOther(
      `/organizations/${organizationId}/assessments/${assessmentId}/comments/${id}`,
      'reopened',
    );
  }

  private async sections(organizationId: string, assessmentId: string): Promise<FormData> {
    const at = `/organizations/${organizationId}`;
    const here = `${at}/assessments/${assessmentId}`;
    const [row, { document }, comments] = await Promise.all([
      this.reader.get(organizationId, assessmentId),
      this.reader.read(organizationId, assessmentId),
      this.comments.all({ organizationId, assessmentId }),
    ]);
    const sections = commentedSections(here, document, comments);
    const options = placesOf(document).map(({ place, title }) => ({ value: place, label: title }));
    return (values, faults) => ({
      ...{ at, here, faults, asOf: row.asOf, standing: standingOf(row), isClosed: row.status === 'sealed' },
      open: row.openComments,
      commented: sections.filter(({ comments: on }) => on.length > 0),
      silent: sections.filter(({ comments: on }) => on.length === 0),
      place: selectField(
        'section',
        PLACE_WORDS,
        options,
        values('section')[0] ?? '',
        faults.of.section ?? '',
      ),
      text: fieldViews(CreateCommentDto, COMMENT_WORDS, values, faults).text,
    });
  }

  /** @throws DomainError not-found for a comment of another assessment, or an answer */
  private async thread(organizationId: string, assessmentId: string, id: string): Promise<FormData> {
    const at = `/organizations/${organizationId}`;
    const here = `${at}/assessments/${assessmentId}`;
    const [row, { document }, comments] = await Promise.all([
      this.reader.get(organizationId, assessmentId),
      this.reader.read(organizationId, assessmentId),
      this.comments.all({ organizationId, assessmentId }),
    ]);
    const comment = comments.find((one) => one.id === id && one.answerTo === null);
    if (!comment) throw new DomainError('not-found', 'There is no comment with this id.');
    const place = comment.service === null ? comment.section : `${comment.section}/${comment.service}`;
    return (values, faults) => ({
      ...{ at, here, faults, asOf: row.asOf, isClosed: row.status === 'sealed' },
      section: placesOf(document).find((one) => one.place === place)?.title ?? '',
      comment: commentView(here, comment, comments),
      text: fieldViews(AnswerCommentDto, ANSWER_WORDS, values, faults).text,
    });
  }
}

/** The form has one field for section and service. */
function atSection(faults: ShownFaults): ShownFaults {
  const { service, ...of } = faults.of;
  const summary = faults.summary.map((one) => (one.field === 'service' ? { ...one, field: 'section' } : one));
  return { ...faults, summary, of: service === undefined ? of : { section: service, ...of } };
}
