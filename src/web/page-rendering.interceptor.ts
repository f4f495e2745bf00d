// Turns what a page controller answers with into HTML.
import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { securityHeaders, type Headers } from '../common/http/security-headers';
import { SETTINGS, type Settings } from '../config/settings';
import type { AuthenticatedRequest } from '../identity/caller';
import { Frames } from './frames.service';
import { Fragment, Page, SeeOther } from './page';
import { Views } from './views';

@Injectable()
export class PageRendering implements NestInterceptor {
  private readonly headers: Headers;

  constructor(
    private readonly views: Views,
    private readonly frames: Frames,
    @Inject(SETTINGS) { publicUrl }: Settings,
  ) {
    this.headers = securityHeaders(publicUrl).ofPages;
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const [request, reply] = [http.getRequest<AuthenticatedRequest>(), http.getResponse<FastifyReply>()];
    return next.handle().pipe(mergeMap((answer: unknown) => this.rendered(answer, request, reply)));
  }

  private async rendered(
    answer: unknown,
    request: AuthenticatedRequest,
    reply: FastifyReply,
  ): Promise<unknown> {
    if (answer instanceof SeeOther) {
      void reply.status(303).header('location', answer.address);
      return '';
    }
    if (answer instanceof Fragment) {
      void reply.headers(this.headers).type('text/html; charset=utf-8');
      return this.views.render(answer.view, answer.data);
    }
    if (!(answer instanceof Page)) return answer;
    const { refreshSeconds } = answer;
    const frame = { ...(await this.frames.around(request, answer.title)), refreshSeconds };
    void reply.headers(this.headers).status(answer.status).type('text/html; charset=utf-8');
    return this.views.renderPage(answer.view, answer.data, frame);
  }
}
