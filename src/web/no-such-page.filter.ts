// An address that nobody serves: a page for a person who mistyped it or kept an old one, the problem for a program.
import { Catch, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemFilter } from '../common/problems/problem.filter';
import { PageProblems } from './page-problem.filter';

/** Nest throws this where no route matches; what a route does not find is a DomainError. */
@Catch(NotFoundException)
export class NoSuchPage implements ExceptionFilter {
  private readonly problems = new ProblemFilter();

  constructor(private readonly pages: PageProblems) {}

  catch(error: unknown, host: ArgumentsHost): void | Promise<void> {
    const { url } = host.switchToHttp().getRequest<FastifyRequest>();
    return OF_PROGRAMS.test(url) ? this.problems.catch(error, host) : this.pages.catch(error, host);
  }
}

const OF_PROGRAMS = /^\/(v\d+|docs|assets)(\/|\?|$)/;
