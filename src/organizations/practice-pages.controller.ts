import { Get, Post } from '@nestjs/common';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import type { RecordRow } from '../records/record-kind';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, labelsOf, storedIn, typedIn, type Values } from '../web/form-view';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { storedBeside } from '../web/stored-beside';
import { bodyOf, submitted } from '../web/submitted';
import { OrganizationsService } from './organizations.service';
import { PracticeFields } from './practice.fields';
import { PROFILE_WORDS } from './practice-words';

const VIEW = { view: 'settings/practice', title: 'Practice profile' } as const;

@Pages('organizations/:organizationId/settings')
export class PracticePagesController {
  constructor(private readonly organizations: OrganizationsService) {}

  @Get()
  @Allows('organization.read')
  async show(@UuidParam('organizationId') id: string): Promise<Page> {
    const stored = await this.organizations.get(id);
    return new Page(VIEW.view, VIEW.title, shown(stored, storedIn(stored), NO_FAULTS, null));
  }

  @Post()
  @Allows('organization.change')
  async save(
    @UuidParam('organizationId') id: string,
    @CurrentCaller() caller: Caller,
    @Form() form: FormBody,
  ): Promise<Page | SeeOther> {
    const read = Number(form.text('version'));
    const work = async (): Promise<SeeOther> => {
      await this.organizations.update(id, read, caller, bodyOf(PracticeFields, form)).catch(inWords);
      return new SeeOther(`/organizations/${id}/settings`, 'saved');
    };
    const stored = await this.organizations.get(id);
    const wasChanged = stored.version !== read;
    const data = (faults: ShownFaults): object =>
      shown(stored, typedIn(form), faults, wasChanged ? stored : null);
    return submitted(work, { ...VIEW, data, labels: labelsOf(PROFILE_WORDS) });
  }
}

function shown(now: RecordRow, values: Values, faults: ShownFaults, changed: RecordRow | null): object {
  const fields = fieldViews(PracticeFields, PROFILE_WORDS, values, faults);
  return {
    ...{ at: `/organizations/${now.id}`, version: now.version, faults },
    fields: Object.values(fields),
    storedNow: changed ? storedBeside(Object.values(fields), values, storedIn(changed)) : [],
  };
}

function inWords(error: unknown): never {
  if (error instanceof DomainError && error.code === 'stale-version') {
    throw new DomainError(
      error.code,
      'Somebody changed the profile after you opened it. Nothing of yours was saved yet.',
    );
  }
  throw error;
}
