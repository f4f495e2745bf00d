// What a page says when something is refused: the same problem as the API's, to a person in a page that says what to do, to a program as it is. Who
// is not signed in is led to where they can, and back.
import { Catch, Inject, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { securityHeaders, type Headers } from '../common/http/security-headers';
import { DomainError } from '../common/problems/domain.error';
import { noteProblem, sendProblem } from '../common/problems/problem.filter';
import { SETTINGS, type Settings } from '../config/settings';
import type { AuthenticatedRequest } from '../identity/caller';
import { Frames } from './frames.service';
import { Views } from './views';

/** Whoever came by a vendor's link has no account to sign in with. */
export const LINK_GONE = '/vendor-link/unusable';

const WAY_IN: Readonly<Record<string, string>> = {
  unauthenticated: '/sign-in',
  'new-sign-in-needed': '/sign-in',
  'second-factor-needed': '/sign-in/second-factor',
  'single-sign-on-needed': '/sign-in/single-sign-on',
  'vendor-link-unusable': LINK_GONE,
};

@Catch()
export class PageProblems implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  private readonly headers: Headers;

  constructor(
    private readonly views: Views,
    private readonly frames: Frames,
    @Inject(SETTINGS) { publicUrl }: Settings,
  ) {
    this.headers = securityHeaders(publicUrl).ofPages;
  }

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const [request, reply] = [http.getRequest<AuthenticatedRequest>(), http.getResponse<FastifyReply>()];
    if (!request.headers.accept?.includes('text/html'))
      return sendProblem(error, request, reply, this.logger);
    const problem = noteProblem(error, request, reply, this.logger);
    const wayIn = error instanceof DomainError ? WAY_IN[error.code] : undefined;
    if (wayIn) {
      const { organizationId } = (request.params ?? {}) as { organizationId?: string };
      const query = new URLSearchParams();
      if (request.method === 'GET' && wayIn !== LINK_GONE) query.set('to', request.url);
      if (wayIn === WAY_IN['single-sign-on-needed'] && organizationId) query.set('practice', organizationId);
      void reply
        .status(303)
        .header('location', `${wayIn}${query.size > 0 ? `?${query.toString()}` : ''}`)
        .send('');
      return;
    }
    const frame = await this.frames.around(request, problem.title, false);
    const html = this.views.renderPage('web/problem', problem, frame);
    void reply.headers(this.headers).status(problem.status).type('text/html; charset=utf-8').send(html);
  }
}
