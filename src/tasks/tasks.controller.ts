import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../common/http/api-problems';
import { PageOf } from '../common/http/page-of';
import type { Page } from '../common/http/paging';
import { UuidParam } from '../common/http/uuid-param';
import { readPage } from '../database/read-page';
import { Tenancy } from '../database/tenancy';
import { ApiOrganizationParam } from '../records/records.controller';
import { cursorOf, placeOf } from './task-cursor';
import { TaskPageQuery, TaskResponse } from './task.dto';
import { taskPage, type TaskRow } from './tasks.query';
import { whatToDo } from './what-to-do';
import { Allows } from '../permissions/route-access';

/** What is undone, worked out from the records each time it is asked: nobody ticks a task off, it is gone once it is done. */
@ApiTags('Tasks')
@ApiOrganizationParam()
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/tasks')
export class TasksController {
  constructor(private readonly tenancy: Tenancy) {}

  @Get()
  @Allows('scores.read')
  @ApiOperation({ operationId: 'list-tasks', summary: 'List what is undone, oldest first' })
  @ApiResponse({ status: 200, type: PageOf(TaskResponse), description: 'A page' })
  @ApiProblems('request-invalid')
  async list(
    @UuidParam('organizationId') organizationId: string,
    @Query() query: TaskPageQuery,
  ): Promise<Page<TaskResponse>> {
    const after = query.cursor === undefined ? null : placeOf(query.cursor);
    const { limit, service = null, kind = null } = query;
    const page = taskPage(organizationId, { after, limit, service, kind });
    const { items, nextCursor } = await readPage<TaskRow>(this.tenancy, organizationId, page, limit);
    const last = items.at(-1);
    return {
      items: items.map(({ asked, ...task }) => ({ ...task, whatToDo: whatToDo(task.kind, asked) })),
      nextCursor: nextCursor !== null && last ? cursorOf(last) : null,
    };
  }
}
