import { Get, Inject, Query } from '@nestjs/common';
import { CATALOGS, type Catalogs } from '../../catalogs/catalogs.module';
import { ChoiceField } from '../../common/fields';
import { FormBody } from '../../common/http/form-body';
import { UuidParam } from '../../common/http/uuid-param';
import { DomainError } from '../../common/problems/domain.error';
import { Allows } from '../../permissions/route-access';
import { NO_FAULTS, type ShownFaults } from '../../web/form-faults';
import { fieldViews, labelsOf, typedIn } from '../../web/form-view';
import { Page, type SeeOther } from '../../web/page';
import { Pages } from '../../web/pages';
import { bodyOf, submitted } from '../../web/submitted';
import { askedOf } from '../asked-occurrences';
import { ObligationsService, type ObligationsOfPractice } from '../obligations.service';
import { OWNERS, PROPOSED_TRACK, type ObligationOwner } from '../records/obligation-ids';
import { UNCHECKED_BASIS } from '../rules/obligation-catalog';
import { OWNER_WORDS, STATE_WORDS } from '../rules/obligation-words';
import { OCCURRENCE_STATES, type OccurrenceState } from '../rules/occurrences';
import { monthView } from './month.presenter';
import { askedIn, listAddress } from './obligation-addresses';
import { groupsOf } from './obligation-list.presenter';
import { oneObligation } from './one-obligation.presenter';

const LIST = { view: 'obligations/list', title: 'Obligations' } as const;

class ListFilter {
  @ChoiceField(OCCURRENCE_STATES, { description: 'How it stands.', optional: true })
  state?: OccurrenceState | null;

  @ChoiceField(OWNERS, { description: 'Who usually sees to it.', optional: true })
  owner?: ObligationOwner | null;
}

const FILTER_WORDS = {
  state: { label: 'How it stands', kind: 'select', options: STATE_WORDS },
  owner: { label: 'Who sees to it', kind: 'select', options: OWNER_WORDS },
} as const;

@Pages('organizations/:organizationId/obligations')
export class ObligationPagesController {
  constructor(
    private readonly obligations: ObligationsService,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
  ) {}

  /** The filter stands in the address, so that a list can be kept and sent on. What is done is shown only when asked for. */
  @Get()
  @Allows('records.read')
  async list(
    @UuidParam('organizationId') organizationId: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Page | SeeOther> {
    const all = await this.obligations.of(organizationId);
    const form = formOf(query);
    const shown = (faults: ShownFaults, asked: ListFilter | null): object =>
      listData(organizationId, all, form, faults, asked);
    const work = (): Promise<Page> =>
      Promise.resolve(new Page(LIST.view, LIST.title, shown(NO_FAULTS, bodyOf(ListFilter, form))));
    return submitted(work, {
      ...LIST,
      data: (faults) => shown(faults, null),
      labels: labelsOf(FILTER_WORDS),
    });
  }

  @Get('calendar')
  @Allows('records.read')
  async calendar(
    @UuidParam('organizationId') organizationId: string,
    @Query('month') month?: unknown,
  ): Promise<Page> {
    const at = listAddress(organizationId);
    const view = monthView(at, month, await this.obligations.of(organizationId));
    return new Page('obligations/calendar', `Obligations in ${view.title}`, { at, ...view });
  }

  @Get('one')
  @Allows('records.read')
  async one(@UuidParam('organizationId') organizationId: string, @Query('of') of?: unknown): Promise<Page> {
    const asked = askedIn(of);
    const all = await this.obligations.of(organizationId);
    const view = asked && oneObligation(listAddress(organizationId), asked, all);
    if (!view) throw new DomainError('not-found', 'There is no such obligation here.');
    const { bases } = this.catalogs.obligations;
    const definition = all.definitions.get(asked.obligation);
    return new Page('obligations/one', definition?.title ?? '', {
      ...view,
      basis: bases[definition?.basis ?? UNCHECKED_BASIS] ?? '',
    });
  }

  /** The rule that is only proposed: shown where the practice turned it on. */
  @Get('proposed-rule')
  @Allows('records.read')
  async proposed(@UuidParam('organizationId') organizationId: string): Promise<Page> {
    const { settings } = await this.obligations.of(organizationId);
    const { title, citation, standing, items, bases } = this.catalogs.proposedRule;
    const isOn = settings.get(PROPOSED_TRACK)?.decision === 'track_on';
    return new Page('obligations/proposed-rule', 'The proposed rule', {
      at: listAddress(organizationId),
      ...{ ruleTitle: title, citation, standing, isOn },
      settingHref: `${listAddress(organizationId)}/settings/one?obligation=${PROPOSED_TRACK}`,
      items: isOn
        ? items.map((item) => ({ ...item, limit: item.limit ?? '', known: bases[item.basis] ?? '' }))
        : [],
    });
  }
}

function listData(
  organizationId: string,
  all: ObligationsOfPractice,
  form: FormBody,
  faults: ShownFaults,
  asked: ListFilter | null,
): object {
  const at = listAddress(organizationId);
  const found = asked
    ? askedOf(all, asked).filter(({ state }) => asked.state === 'done' || state !== 'done')
    : [];
  const counts = (state: OccurrenceState): number =>
    all.occurrences.filter((one) => one.state === state).length;
  return {
    ...{ at, faults },
    fields: fieldViews(ListFilter, FILTER_WORDS, typedIn(form), faults),
    isFiltered: Boolean(asked?.state ?? asked?.owner),
    groups: groupsOf(at, found, all),
    ...{ overdue: counts('overdue'), due: counts('due'), done: counts('done') },
    isTrackOn: all.settings.get(PROPOSED_TRACK)?.decision === 'track_on',
  };
}

/** The filter as a form, which it is: its fields are judged as those of any other. */
function formOf(query: Record<string, unknown>): FormBody {
  const given = Object.entries(query).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return new FormBody(new URLSearchParams(given).toString());
}
