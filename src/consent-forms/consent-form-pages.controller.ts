import { Get, Inject, Param, Post, Query } from '@nestjs/common';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { CONSENT_KINDS } from '../practice-measures/practice-measures.fields';
import { withFreeKey } from '../records/free-key';
import { keyFromName } from '../records/key-from-name';
import { RecordsService } from '../records/records.service';
import { Page, SeeOther } from '../web/page';
import { Pages } from '../web/pages';
import { besideOf, storedRecord } from '../web/parted-form';
import { sentForm, shownForm } from '../web/record-form';
import { bodyOf } from '../web/submitted';
import { addressOfForms, draftForm, draftParts, elementForm, titleOf } from './consent-form-form';
import { ConsentFormReader, type StandingForm } from './consent-form-reader.service';
import { comparisonView, formListView, formPageView } from './consent-form.presenter';
import { UpdateConsentFormDto } from './records/consent-form.dto';
import { ConsentFormFields, OwnWordsFields } from './records/consent-form.fields';
import { CONSENT_FORM } from './records/consent-form.record';
import type { BuiltElement } from './rules/build-consent-form';

@Pages('organizations/:organizationId/registers/consent-forms')
export class ConsentFormPagesController {
  constructor(
    private readonly reader: ConsentFormReader,
    private readonly records: RecordsService,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
  ) {}

  @Get()
  @Allows('records.read')
  async list(@UuidParam('organizationId') organizationId: string): Promise<Page> {
    const read = await this.reader.all(organizationId);
    return new Page(
      'consent-forms/list',
      'Consent forms',
      formListView(addressOfForms(organizationId), read),
    );
  }

  /** @param kind one that the list of forms was asked for */
  @Get('new')
  @Allows('records.write')
  async blank(
    @UuidParam('organizationId') organizationId: string,
    @Query('kind') kind: unknown,
  ): Promise<Page> {
    const read = await this.reader.all(organizationId);
    const asked = CONSENT_KINDS.filter((one) => one === kind);
    const offered = (name: string) =>
      name === 'kind' ? asked : name === 'formVersion' ? [read.today.slice(0, 7)] : [];
    return shownForm(draftForm(addressOfForms(organizationId), read, null), null, offered);
  }

  @Post()
  @Allows('records.write')
  async draft(
    @UuidParam('organizationId') organizationId: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const read = await this.reader.all(organizationId);
    const at = addressOfForms(organizationId);
    return sentForm(draftForm(at, read, null), sent, async () => {
      const fields = bodyOf(ConsentFormFields, sent, this.beside(sent, true));
      const key = keyFromName(`${fields.kind} ${fields.formVersion}`, 'consent-form');
      const made = await withFreeKey(key, (free) =>
        this.records.create(CONSENT_FORM, organizationId, caller, { ...fields, key: free }),
      );
      return new SeeOther(`${at}/${made.id}`, 'added');
    });
  }

  @Get(':id')
  @Allows('records.read')
  async show(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<Page> {
    const read = await this.reader.one(organizationId, id);
    const view = formPageView(addressOfForms(organizationId), read.one, read, this.catalogs);
    return new Page('consent-forms/show', titleOf(read.one), view);
  }

  @Get(':id/edit')
  @Allows('records.write')
  async edit(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<Page> {
    const read = await this.reader.one(organizationId, id);
    return shownForm(
      draftForm(addressOfForms(organizationId), read, draftOf(read.one)),
      storedRecord(read.one.form),
    );
  }

  @Post(':id')
  @Allows('records.write')
  async change(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const read = await this.reader.one(organizationId, id);
    const at = addressOfForms(organizationId);
    const work = async (version: number): Promise<SeeOther> => {
      const { kind } = read.one.form;
      const fields = bodyOf(ConsentFormFields, sent, { ...this.beside(sent, false), kind });
      const { ownWords: _kept, ...changes } = fields;
      await this.records.update(CONSENT_FORM, organizationId, caller, { id, version }, changes);
      return new SeeOther(`${at}/${id}`, 'saved');
    };
    return sentForm(draftForm(at, read, read.one), sent, work, async () =>
      storedRecord((await this.reader.one(organizationId, id)).one.form),
    );
  }

  @Get(':id/elements/:element')
  @Allows('records.write')
  async word(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @Param('element') name: string,
  ): Promise<Page> {
    const { one } = await this.reader.one(organizationId, id);
    const element = elementOf(draftOf(one), name);
    const form = elementForm(addressOfForms(organizationId), one, element);
    return shownForm(form, { version: one.form.version, values: wordsOf(element) });
  }

  @Post(':id/elements/:element')
  @Allows('records.write')
  async reword(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @Param('element') name: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    const { one } = await this.reader.one(organizationId, id);
    const element = elementOf(one, name);
    const at = addressOfForms(organizationId);
    const work = async (version: number): Promise<SeeOther> => {
      const others = (one.form.ownWords ?? []).filter((own) => own.element !== element.id);
      const isOurs = sent.text('words').trim() === '';
      const own = isOurs ? [] : [bodyOf(OwnWordsFields, sent, { element: element.id })];
      const ownWords = [...others, ...own];
      const changes = { ownWords: ownWords.length > 0 ? ownWords : null } satisfies UpdateConsentFormDto;
      await this.records.update(CONSENT_FORM, organizationId, caller, { id, version }, changes);
      return new SeeOther(`${at}/${id}`, 'saved');
    };
    return sentForm(elementForm(at, one, element), sent, work, async () => {
      const now = (await this.reader.one(organizationId, id)).one;
      return { version: now.form.version, values: wordsOf(elementOf(now, name)) };
    });
  }

  @Get(':id/comparison')
  @Allows('records.read')
  async compare(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<Page> {
    const { one, forms } = await this.reader.one(organizationId, id);
    const earlier = forms.find(({ form }) => form.key === one.form.replaces);
    if (!earlier) throw new DomainError('not-found', 'This form replaces no earlier version.');
    const view = comparisonView(addressOfForms(organizationId), one, earlier);
    return new Page('consent-forms/comparison', 'What changed', view);
  }

  private beside(sent: FormBody, isNew: boolean): Record<string, unknown> {
    return {
      ...besideOf({ type: ConsentFormFields, parts: draftParts(isNew) }, sent),
      services: sent.all('services').filter((key) => key !== ''),
    };
  }
}

/** @throws DomainError consent-form-not-at-that-step for one whose text is frozen */
function draftOf(one: StandingForm): StandingForm {
  if (one.state === 'draft') return one;
  throw new DomainError('consent-form-not-at-that-step', 'Only a draft is changed; make a new version.');
}

/** @throws DomainError not-found */
function elementOf({ built }: StandingForm, name: string): BuiltElement {
  const found = built.sections.flatMap(({ elements }) => elements).find(({ id }) => id === name);
  if (found) return found;
  throw new DomainError('not-found', 'This form has no such element.');
}

/** As it stands, or what own words may begin with. */
function wordsOf({ text, proposal, reason }: BuiltElement): (name: string) => string[] {
  return (name) => {
    const value = name === 'words' ? text || proposal : name === 'reason' ? (reason ?? '') : '';
    return value === '' ? [] : [value];
  };
}
