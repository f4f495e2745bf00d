// The pages on which somebody reads an agreement clause by clause and says what stands in it. Stored as the API stores it: judged by the same rules,
// audited and scored anew.
import { Get, Inject, Param, Post, Query } from '@nestjs/common';
import { UpdateAgreementDto } from '../business-associate-agreements/agreement.dto';
import { AGREEMENT } from '../business-associate-agreements/agreement.record';
import type { ProvisionVerdictFields } from '../business-associate-agreements/provision.fields';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { RecordsService } from '../records/records.service';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import type { Values } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { bodyOf, submitted } from '../web/submitted';
import { readAgreement, type AgreementOfTool } from './agreement-of-tool';
import { amendedClauses } from './amendments';
import { answersInWords, clauseForms, labelsOfClauses, storedMeanwhile } from './clause-form';
import {
  addressOfClauses,
  addressOfPage,
  clausePages,
  clausesAt,
  whereNext,
  type PlaceAmongClauses,
} from './clause-pages';
import { progressOf, readInWords } from './clause-progress';
import { clausesOverview } from './clauses-overview.presenter';
import {
  byClause,
  clausesFromForm,
  contestedIn,
  shownDigests,
  storedValues,
  typedOverStored,
  withChanges,
  type ClauseChange,
} from './clauses-from-form';

const VIEW = 'agreement-clauses/group';
/** Somebody else saves another page at the same moment: then the change is made upon theirs. */
const MOST_TRIES = 4;

interface Target {
  organizationId: string;
  serviceId: string;
  id: string;
}

@Pages('organizations/:organizationId/services/:serviceId/agreements/:agreementId/provisions')
export class ClausePagesController {
  constructor(
    private readonly records: RecordsService,
    private readonly tenancy: Tenancy,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
  ) {}

  @Get()
  @Allows('records.read')
  async overview(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @UuidParam('agreementId') id: string,
  ): Promise<Page> {
    const { agreementProvisions } = this.catalogs;
    const of = await this.read({ organizationId, serviceId, id });
    const amended = amendedClauses(of.agreement.amendments, agreementProvisions);
    const view = clausesOverview(of, agreementProvisions, amended);
    return new Page('agreement-clauses/overview', `Clause by clause: ${of.agreement.title}`, view);
  }

  @Get(':group')
  @Allows('records.read')
  async show(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @UuidParam('agreementId') id: string,
    @Param('group') group: string,
    @Query('part') part?: unknown,
  ): Promise<Page> {
    const place = this.placeOf(group, part);
    const of = await this.read({ organizationId, serviceId, id });
    const data = this.shown(of, place, storedValues(of.agreement.provisions ?? []), NO_FAULTS);
    return new Page(VIEW, place.page.group.title, data);
  }

  @Post(':group')
  @Allows('records.write')
  async save(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('serviceId') serviceId: string,
    @UuidParam('agreementId') id: string,
    @Param('group') group: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
    @Query('part') part?: unknown,
  ): Promise<Page | SeeOther> {
    const place = this.placeOf(group, part);
    const target = { organizationId, serviceId, id };
    const { at } = await this.read(target);
    const ids = place.page.provisions.map((provision) => provision.id);
    const work = async (): Promise<SeeOther> => {
      const changed = await this.store(target, caller, (stored) => clausesFromForm(form, ids, stored), form);
      const next = whereNext(form.text('then'), addressOfClauses(at, id), place);
      return new SeeOther(next, changed > 0 ? 'saved' : null);
    };
    return submitted(work, {
      ...{ view: VIEW, title: place.page.group.title, labels: labelsOfClauses(place.page.provisions) },
      data: async (faults, code) => {
        // read anew: what was stored between is what there is to compare with
        const now = await this.read(target);
        const stored = now.agreement.provisions ?? [];
        const view = this.shown(now, place, typedOverStored(form, ids, stored), faults);
        if (code !== 'stale-version') return { ...view, shown: form.text('shown') };
        const contested = contestedIn(form, ids, stored);
        return { ...view, storedNow: storedMeanwhile(place.page, contested, stored) };
      },
    });
  }

  /** @returns how many clauses were changed */
  private async store(
    target: Target,
    caller: Caller,
    changesOf: (stored: readonly ProvisionVerdictFields[]) => ClauseChange[],
    form: FormBody,
  ): Promise<number> {
    const { organizationId, id } = target;
    for (let tries = 1; ; tries += 1) {
      const { agreement } = await this.read(target);
      const stored = agreement.provisions ?? [];
      const changes = changesOf(stored);
      if (changes.length === 0) return 0;
      const unread = changes.flatMap(({ provision, verdict }) => (verdict === null ? [provision] : []));
      const provisions = withChanges(stored, judged(changes, form), unread);
      try {
        const version = { id, version: agreement.version };
        await this.records.update(AGREEMENT, organizationId, caller, version, { provisions });
        return changes.length;
      } catch (error) {
        const isRace = error instanceof DomainError && error.code === 'stale-version';
        if (!isRace || tries >= MOST_TRIES) throw error;
      }
    }
  }

  private shown(
    { tool, at, agreement }: AgreementOfTool,
    { page, before, after }: PlaceAmongClauses,
    values: Values,
    faults: ShownFaults,
  ): object {
    const { agreementProvisions } = this.catalogs;
    const stored = agreement.provisions ?? [];
    const here = addressOfClauses(at, agreement.id);
    const amended = amendedClauses(agreement.amendments, agreementProvisions);
    return {
      ...{ here, tool: tool.name, agreement: agreement.title, faults, storedNow: [] },
      ...{ title: page.group.title, meaning: page.group.meaning, part: page.part, parts: page.parts },
      answers: answersInWords(page.group),
      action: addressOfPage(here, page),
      before: before ? addressOfPage(here, before) : '',
      after: after ? addressOfPage(here, after) : '',
      progress: readInWords(stored),
      percent: progressOf(stored.length, agreementProvisions.provisions.length).percent,
      shown: shownDigests(
        page.provisions.map(({ id }) => id),
        stored,
      ),
      clauses: clauseForms(page, values, faults, amended),
    };
  }

  private placeOf(group: string, part: unknown): PlaceAmongClauses {
    const pages = clausePages(this.catalogs.agreementProvisions);
    const place = clausesAt(pages, group, part === undefined ? 1 : Number(part));
    if (!place) throw new DomainError('not-found', 'There is no such page of clauses.');
    return place;
  }

  private read({ organizationId, serviceId, id }: Target): Promise<AgreementOfTool> {
    const { tenancy, records } = this;
    return readAgreement({ tenancy, records }, organizationId, serviceId, id);
  }
}

/** Those with a verdict, by the rules of the API. What other pages hold was judged when it was sent. */
function judged(changes: readonly ClauseChange[], form: FormBody): ProvisionVerdictFields[] {
  const given = changes.filter(({ verdict }) => verdict !== null);
  try {
    return bodyOf(UpdateAgreementDto, form, { provisions: given }).provisions ?? [];
  } catch (error) {
    throw byClause(error, given);
  }
}
