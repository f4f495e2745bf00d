// Comments on the sections of an assessment that is not sealed yet: written, answered, resolved, opened again. What was written is never changed.
import { Inject, Injectable } from '@nestjs/common';
import type { QueryConfig } from 'pg';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { recordEvents } from '../../audit-log/audit-log';
import { CLOCK, type Clock } from '../../common/clock';
import { afterId, type Page, type PageQuery } from '../../common/http/paging';
import { DomainError } from '../../common/problems/domain.error';
import { readPage } from '../../database/read-page';
import { Tenancy } from '../../database/tenancy';
import type { PersonCaller } from '../../identity/caller';
import type { AssessmentDocument } from '../assessment.document';
import { assessmentById } from '../assessment.query';
import type { CommentingPerson, CommentResponse, CreateCommentDto } from './comment.dto';
import { AssessmentComment } from './comment.entity';
import { commentable, commentById, commentPage, memberAs } from './comment.query';

/** The assessment that is commented on. */
interface Place {
  organizationId: string;
  assessmentId: string;
}

interface Commentable {
  status: AssessmentDocument['status'];
  isGone: boolean;
  hasService: boolean;
}

/** Nobody writes more on one assessment; a page of them shows all. */
const ALL = 2000;

@Injectable()
export class CommentsService {
  constructor(
    private readonly tenancy: Tenancy,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError not-found when there is no such assessment */
  async list({ organizationId, assessmentId }: Place, query: PageQuery): Promise<Page<CommentResponse>> {
    const page = commentPage(organizationId, assessmentId, afterId(query), query.limit);
    const found = await readPage<CommentResponse>(this.tenancy, organizationId, page, query.limit);
    if (found.items.length > 0) return found;
    const [assessment] = await this.tenancy.readOne(
      organizationId,
      assessmentById(organizationId, assessmentId),
    );
    if (!assessment) throw noAssessment();
    return found;
  }

  /** Every comment on an assessment, for its pages. */
  all({ organizationId, assessmentId }: Place): Promise<CommentResponse[]> {
    return this.list({ organizationId, assessmentId }, { limit: ALL }).then(({ items }) => items);
  }

  /** @throws DomainError request-invalid for a service that the assessment is not about; assessment-not-ready once it is sealed */
  add(place: Place, caller: PersonCaller, body: CreateCommentDto): Promise<CommentResponse> {
    const service = body.service ?? null;
    if (service !== null && body.section !== 'services') throw serviceElsewhere();
    return this.write(place, caller, 'assessment.commented', service, async (manager, author, now) => {
      const { section, text } = body;
      const comment = {
        ...place,
        id: uuidv7(),
        section,
        service,
        answerTo: null,
        text,
        author,
        createdAt: now,
      };
      await manager.insert(AssessmentComment, { ...comment, resolvedAt: null, resolvedBy: null });
      return comment.id;
    });
  }

  /** An answer to an answer is one to the comment that began. It leaves open what is open and resolved what is resolved. */
  answer(place: Place, id: string, caller: PersonCaller, text: string): Promise<CommentResponse> {
    return this.write(place, caller, 'assessment.comment-answered', null, async (manager, author, now) => {
      const { answerTo, section, service } = await storedComment(manager, place, id);
      const answer = { ...place, id: uuidv7(), section, service, answerTo: answerTo ?? id, text, author };
      await manager.insert(AssessmentComment, {
        ...answer,
        createdAt: now,
        resolvedAt: null,
        resolvedBy: null,
      });
      return answer.id;
    });
  }

  /** Resolving what is resolved leaves it as it is: who did it first stays named. */
  resolve(place: Place, id: string, caller: PersonCaller): Promise<CommentResponse> {
    return this.write(
      place,
      caller,
      'assessment.comment-resolved',
      null,
      async (manager, author, now) => {
        const { resolvedAt } = await beginningComment(manager, place, id);
        if (resolvedAt !== null) return null;
        await manager.update(AssessmentComment, ofPlace(place, id), { resolvedAt: now, resolvedBy: author });
        return id;
      },
      id,
    );
  }

  reopen(place: Place, id: string, caller: PersonCaller): Promise<CommentResponse> {
    return this.write(
      place,
      caller,
      'assessment.comment-reopened',
      null,
      async (manager) => {
        const { resolvedAt } = await beginningComment(manager, place, id);
        if (resolvedAt === null) return null;
        await manager.update(AssessmentComment, ofPlace(place, id), { resolvedAt: null, resolvedBy: null });
        return id;
      },
      id,
    );
  }

  /**
   * @param work gives the id of the comment that it wrote or changed, or null where nothing had to be done
   * @param unchanged which comment to answer with then
   */
  private write(
    place: Place,
    caller: PersonCaller,
    action: string,
    service: string | null,
    work: (manager: EntityManager, author: CommentingPerson, now: Date) => Promise<string | null>,
    unchanged = '',
  ): Promise<CommentResponse> {
    const { organizationId, assessmentId } = place;
    return this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const [assessment] = await rows<Commentable>(
        manager,
        commentable(organizationId, assessmentId, service),
      );
      refuseUnlessOpen(assessment, service);
      const [author] = await rows<CommentingPerson>(manager, memberAs(organizationId, caller.id));
      if (!author) throw new Error('whoever comments is a member: the guard saw to it');
      const now = this.clock.now();
      const id = await work(manager, author, now);
      const [comment] = await rows<CommentResponse>(
        manager,
        commentById(organizationId, assessmentId, id ?? unchanged),
      );
      if (!comment) throw noComment();
      if (id === null) return comment;
      const data = { comment: comment.answerTo ?? id, section: comment.section, service: comment.service };
      await recordEvents(manager, organizationId, caller, now, [
        { action, subjectKind: 'assessment', subjectId: assessmentId, data },
      ]);
      return comment;
    });
  }
}

async function rows<Row>(manager: EntityManager, { text, values }: QueryConfig): Promise<Row[]> {
  return manager.query<Row[]>(text, values as unknown[]);
}

function refuseUnlessOpen(assessment: Commentable | undefined, service: string | null): void {
  if (!assessment) throw noAssessment();
  if (assessment.isGone)
    throw new DomainError(
      'document-redacted',
      'Its text is gone; comment on the assessment that took its place.',
    );
  if (assessment.status === 'sealed')
    throw new DomainError(
      'assessment-not-ready',
      'A sealed assessment takes no more comments; those it has stay as they are.',
    );
  if (assessment.hasService) return;
  const detail = 'is not a service of this assessment';
  throw new DomainError('request-invalid', `There is no service ${service} in this assessment.`, [
    { pointer: '/service', code: 'unknown-service', detail },
  ]);
}

const ofPlace = ({ organizationId, assessmentId }: Place, id: string) => ({
  organizationId,
  assessmentId,
  id,
});

async function storedComment(manager: EntityManager, place: Place, id: string): Promise<AssessmentComment> {
  const comment = await manager.findOneBy(AssessmentComment, ofPlace(place, id));
  if (!comment) throw noComment();
  return comment;
}

/** @throws DomainError not-found for an answer: what is resolved is the thread */
async function beginningComment(
  manager: EntityManager,
  place: Place,
  id: string,
): Promise<AssessmentComment> {
  const comment = await storedComment(manager, place, id);
  if (comment.answerTo !== null) throw noComment();
  return comment;
}

function serviceElsewhere(): DomainError {
  const detail = 'is named in the section of services only';
  return new DomainError('request-invalid', 'A comment on another section names no service.', [
    { pointer: '/service', code: 'invalid-field', detail },
  ]);
}

const noAssessment = (): DomainError => new DomainError('not-found', 'There is no assessment with this id.');
const noComment = (): DomainError => new DomainError('not-found', 'There is no comment with this id.');
