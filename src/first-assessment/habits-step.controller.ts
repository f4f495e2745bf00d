// What the practice does itself around a tool: consents, reading what was drafted, deleting what was recorded.
import { Get, Post } from '@nestjs/common';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { CreatePracticeMeasuresDto } from '../practice-measures/practice-measures.dto';
import { PRACTICE_MEASURES } from '../practice-measures/practice-measures.record';
import { withFreeKey } from '../records/free-key';
import { keyFromName } from '../records/key-from-name';
import { RecordsService } from '../records/records.service';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, NOTHING_TYPED, typedIn, type Values } from '../web/form-view';
import { Page, type SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { measuresFrom } from './habits';
import { HABIT_WORDS } from './step-words';
import { HabitsDto } from './step.dto';
import { goOn, Way, type PlaceAtTool } from './way.service';

const VIEW = { view: 'first-assessment/habits', title: 'What you do yourself' } as const;

@Pages('organizations/:organizationId/first-assessment/services/:serviceId/habits')
export class HabitsStepController {
  constructor(
    private readonly way: Way,
    private readonly records: RecordsService,
  ) {}

  @Get()
  @Allows('records.write')
  async ask(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
  ): Promise<Page> {
    const place = await this.way.atTool(organizationId, 'habits', serviceId);
    return new Page(VIEW.view, VIEW.title, shown(place, NOTHING_TYPED, NO_FAULTS));
  }

  @Post()
  @Allows('records.write')
  async say(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const place = await this.way.atTool(organizationId, 'habits', serviceId);
    const { key: service } = place.tool;
    const work = async (): Promise<SeeOther> => {
      const measures = measuresFrom(bodyOf(HabitsDto, form));
      await withFreeKey(keyFromName(`${service} measures`, 'measures'), (key) =>
        this.records.create(
          PRACTICE_MEASURES,
          organizationId,
          caller,
          bodyOf(CreatePracticeMeasuresDto, form, { ...measures, key, service }),
        ),
      );
      return goOn(place, 'habits', serviceId);
    };
    const again = { ...VIEW, labels: labelsOf(HABIT_WORDS) };
    return submitted(work, { ...again, data: (faults) => shown(place, typedIn(form), faults) });
  }
}

function shown({ at, way, tool }: PlaceAtTool, values: Values, faults: ShownFaults): object {
  const fields = fieldViews(HabitsDto, HABIT_WORDS, values, faults);
  const { measuresId } = tool;
  const said = measuresId ? `${at}/services/${tool.id}/practice-measures/${measuresId}/edit` : '';
  return { at, way, tool, faults, fields, said };
}
