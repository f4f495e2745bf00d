import { Get, type StreamableFile } from '@nestjs/common';
import { UuidParam } from '../common/http/uuid-param';
import { Allows } from '../permissions/route-access';
import { Pages } from '../web/pages';
import { ConsentFormFiles } from './consent-form-files.service';

/** As the API gives them; who is signed out meanwhile is led to where they can sign in, and back. */
@Pages('organizations/:organizationId/registers/consent-forms/:id')
export class ConsentFormFilePagesController {
  constructor(private readonly files: ConsentFormFiles) {}

  @Get('document.pdf')
  @Allows('records.read')
  pdf(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<StreamableFile> {
    return this.files.pdf(organizationId, id);
  }

  @Get('document.txt')
  @Allows('records.read')
  text(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<StreamableFile> {
    return this.files.text(organizationId, id);
  }
}
