// What it comes to so far, with what would lower the risk most, before it is drawn up as an assessment.
import { Get } from '@nestjs/common';
import { PersonFields } from '../adjustments/adjustment.fields';
import { ASSESSOR_WORDS } from '../assessment-pages/form-words';
import { UuidParam } from '../common/http/uuid-param';
import { Tenancy } from '../database/tenancy';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { NO_FAULTS } from '../web/form-faults';
import { fieldViews, type Values } from '../web/form-view';
import { Frames } from '../web/frames.service';
import { Page } from '../web/page';
import { Pages } from '../web/pages';
import { resultView } from './result.presenter';
import { resultsSoFar, type ResultOfTool } from './result.query';
import { Way } from './way.service';

@Pages('organizations/:organizationId/first-assessment/result')
export class ResultStepController {
  constructor(
    private readonly way: Way,
    private readonly frames: Frames,
    private readonly tenancy: Tenancy,
  ) {}

  @Get()
  @Allows('scores.read')
  async show(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<Page> {
    const [{ at, way, steps }, results, signer] = await Promise.all([
      this.way.at(organizationId, 'result'),
      this.tenancy.readOne<ResultOfTool>(organizationId, resultsSoFar(organizationId)),
      this.frames.signerOf(caller, organizationId),
    ]);
    // Offered as it is on record; whoever draws it up in another role says so.
    const offered: Values = (field) =>
      [{ 'assessor/name': signer.name, 'assessor/role': signer.role }[field] ?? ''].filter(Boolean);
    return new Page('first-assessment/result', 'What it comes to', {
      ...{ at, way, ...resultView(results, steps, at) },
      assessor: fieldViews(PersonFields, ASSESSOR_WORDS, offered, NO_FAULTS, 'assessor/'),
    });
  }
}
