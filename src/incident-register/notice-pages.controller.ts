import { Get, Post, Query } from '@nestjs/common';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { CurrentCaller, type Caller } from '../identity/caller';
import { IncidentNoticeFields } from '../incidents/breach-assessment.fields';
import { INCIDENT } from '../incidents/incident.record';
import { Allows } from '../permissions/route-access';
import { RecordsService } from '../records/records.service';
import { SeeOther, type Page } from '../web/page';
import { Pages } from '../web/pages';
import { sentForm, shownForm } from '../web/record-form';
import { bodyOf } from '../web/submitted';
import { addressOf } from './incident-pages.controller';
import { IncidentReader } from './incident-reader.service';
import { noticeForm, noticeMeant, type NoticeMeant } from './notice-form';

/** A notice that was given, noted once: who was told stands in the address. */
@Pages('organizations/:organizationId/incidents/:id/notices')
export class NoticePagesController {
  constructor(
    private readonly reader: IncidentReader,
    private readonly records: RecordsService,
  ) {}

  @Get('new')
  @Allows('records.write')
  async ask(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @Query('recipient') recipient: unknown,
    @Query('state') state: unknown,
  ): Promise<Page> {
    const meant = known(recipient, state);
    const { incident, facts, today } = await this.reader.one(organizationId, id);
    const values = (name: string) => (name === 'doneOn' ? [today] : []);
    const form = noticeForm(addressOf(organizationId), incident, meant, facts);
    return shownForm(form, { version: incident.version, values });
  }

  @Post()
  @Allows('records.write')
  async note(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @Query('recipient') recipient: unknown,
    @Query('state') state: unknown,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const meant = known(recipient, state);
    const { incident, facts } = await this.reader.one(organizationId, id);
    const at = addressOf(organizationId);
    const work = async (version: number): Promise<SeeOther> => {
      const notice = bodyOf(IncidentNoticeFields, sent, { ...meant });
      const notices = [...(incident.notices ?? []), notice];
      try {
        await this.records.update(INCIDENT, organizationId, caller, { id, version }, { notices });
      } catch (error) {
        throw pointingInto(error, `/notices/${notices.length - 1}`);
      }
      return new SeeOther(`${at}/incidents/${id}`, 'saved');
    };
    return sentForm(noticeForm(at, incident, meant, facts), sent, work, async () => {
      const now = await this.reader.one(organizationId, id);
      return { version: now.incident.version, values: () => [] };
    });
  }
}

function known(recipient: unknown, state: unknown): NoticeMeant {
  const meant = noticeMeant(recipient, state);
  if (meant) return meant;
  throw new DomainError('not-found', 'There is no such notice.');
}

/** The form asks for one notice; the record has it at a place in a list. */
function pointingInto(error: unknown, place: string): unknown {
  if (!(error instanceof DomainError)) return error;
  const faults = error.faults.map((fault) =>
    fault.pointer.startsWith(`${place}/`) ? { ...fault, pointer: fault.pointer.slice(place.length) } : fault,
  );
  return new DomainError(error.code, error.detail, faults, error.retryAfterSeconds);
}
