import { Get, Query } from '@nestjs/common';
import { FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { Tenancy } from '../database/tenancy';
import { MembersService } from '../memberships/members.service';
import { Allows } from '../permissions/route-access';
import { allOf } from '../web/all-of';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, typedIn, type OptionView } from '../web/form-view';
import { Page, type SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { FILTER_WORDS, LogFilter } from './log-filter.dto';
import { actionsOfLog, logList, type LogRow } from './log-list.query';
import { actionWords, addressOfLog, logView, type LogView } from './log.presenter';

const VIEW = { view: 'settings/log', title: 'Audit log' } as const;
const ENTRIES_ON_A_PAGE = 50;
const NONE: LogView = { entries: [], earlier: '', zone: '' };

interface Choices {
  actions: { action: string }[];
  people: { personId: string; name: string }[];
}

@Pages('organizations/:organizationId/settings/log')
export class LogPagesController {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly members: MembersService,
  ) {}

  /** The filter stands in the address, so that a page of the log can be kept and sent on. */
  @Get()
  @Allows('audit-log.read')
  async show(
    @UuidParam('organizationId') organizationId: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page | SeeOther> {
    const form = formOf(query);
    const choices = await this.choices(organizationId);
    const page = (faults: ShownFaults, log: LogView): object =>
      shown(organizationId, form, choices, faults, log);
    const work = async (): Promise<Page> => {
      const filter = bodyOf(LogFilter, form);
      const log = logList(organizationId, filter, beforeOf(form), ENTRIES_ON_A_PAGE);
      const rows = await this.tenancy.readOne<LogRow>(organizationId, log);
      const view = logView(`/organizations/${organizationId}`, filter, rows, ENTRIES_ON_A_PAGE);
      return new Page(VIEW.view, VIEW.title, page(NO_FAULTS, view));
    };
    return submitted(work, { ...VIEW, data: (faults) => page(faults, NONE), labels: labelsOf(FILTER_WORDS) });
  }

  private async choices(organizationId: string): Promise<Choices> {
    const [actions, people] = await Promise.all([
      this.tenancy.readOne<{ action: string }>(organizationId, actionsOfLog(organizationId)),
      allOf((query) => this.members.list(organizationId, query)),
    ]);
    // Who left and came back has two memberships.
    return { actions, people: [...new Map(people.map((one) => [one.personId, one])).values()] };
  }
}

/** The filter as a form, which it is: its fields are judged as those of any other. */
function formOf(query: Record<string, unknown>): FormBody {
  const given = Object.entries(query).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return new FormBody(new URLSearchParams(given).toString());
}

function beforeOf(form: FormBody): number | null {
  const text = form.text('before');
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

function addressOf(organizationId: string): string {
  return addressOfLog(`/organizations/${organizationId}`);
}

function shown(
  organizationId: string,
  form: FormBody,
  { actions, people }: Choices,
  faults: ShownFaults,
  log: LogView,
): object {
  const { action, person, from, to } = fieldViews(LogFilter, FILTER_WORDS, typedIn(form), faults);
  const option = (value: string, label: string, chosen: string): OptionView => ({
    ...{ value, label, help: '', isChosen: value === chosen },
  });
  return {
    ...log,
    at: addressOf(organizationId),
    download: `/v1/organizations/${organizationId}/audit-events/export`,
    faults,
    isRead: faults.summary.length === 0,
    fields: {
      action: {
        ...action,
        options: actions
          .map((one) => option(one.action, actionWords(one.action), action.value))
          .sort((one, other) => one.label.localeCompare(other.label, 'en')),
      },
      person: { ...person, options: people.map((one) => option(one.personId, one.name, person.value)) },
      from,
      to,
    },
  };
}
