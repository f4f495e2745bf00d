// The page that lists the registers of a practice, each with what it holds.
import { Get } from '@nestjs/common';
import { UuidParam } from '../common/http/uuid-param';
import { Allows } from '../permissions/route-access';
import { REGISTERS } from '../web/navigation';
import { Page } from '../web/page';
import { Pages } from '../web/pages';

@Pages('organizations/:organizationId/registers')
export class RegisterPagesController {
  @Get()
  @Allows('records.read')
  list(@UuidParam('organizationId') organizationId: string): Page {
    const registers = REGISTERS.map(({ label, at, tells }) => ({
      ...{ label, tells, href: `/organizations/${organizationId}${at}` },
    }));
    return new Page('registers/list', 'Registers', { registers });
  }
}
