import { Inject, Injectable } from '@nestjs/common';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { dateInTimeZone, type CalendarDate } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { digestOfDraft } from './adoption';
import { consentFormFacts, type ConsentFormFactsRow, type FormOnRecord } from './consent-form-facts.query';
import { stateOfForm, type ConsentFormState } from './records/consent-form-state';
import { buildConsentForm, type BuiltForm } from './rules/build-consent-form';
import { changedElements, type ChangedElement } from './rules/changed-elements';
import { readAdopted, readBuilt, type ReadForm } from './rules/read-form';

/** A form with all that follows from it and from the records of today. */
export interface StandingForm {
  readonly form: FormOnRecord;
  readonly state: ConsentFormState;
  /** as it would be adopted today */
  readonly built: BuiltForm;
  /** as clients read it: as adopted, or as it would be adopted */
  readonly read: ReadForm;
  readonly changed: readonly ChangedElement[];
  /** of what clients read; null while a draft has something open */
  readonly digest: string | null;
}

export interface StandingForms {
  readonly facts: ConsentFormFactsRow;
  readonly forms: readonly StandingForm[];
  readonly today: CalendarDate;
}

@Injectable()
export class ConsentFormReader {
  constructor(
    private readonly tenancy: Tenancy,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every form of the practice, the latest first. @throws DomainError not-found */
  async all(organizationId: string): Promise<StandingForms> {
    const [facts] = await this.tenancy.readOne<ConsentFormFactsRow>(
      organizationId,
      consentFormFacts(organizationId),
    );
    if (!facts?.practice) throw new DomainError('not-found', 'There is no organization with this id.');
    const today = dateInTimeZone(this.clock.now(), facts.practice.timeZone);
    return { facts, today, forms: facts.forms.map((form) => this.standing(form, facts, today)) };
  }

  /** @throws DomainError not-found */
  async one(organizationId: string, id: string): Promise<StandingForms & { one: StandingForm }> {
    const read = await this.all(organizationId);
    const one = read.forms.find(({ form }) => form.id === id);
    if (!one) throw new DomainError('not-found', 'There is no consent form with this id.');
    return { ...read, one };
  }

  private standing(form: FormOnRecord, facts: ConsentFormFactsRow, asOf: CalendarDate): StandingForm {
    const { consentElements: elements, recordingConsent } = this.catalogs;
    const built = buildConsentForm(form, facts, { asOf, elements, recordingConsent });
    const named = { practice: facts.practice.name, formVersion: form.formVersion };
    const { adoption } = form;
    return {
      form,
      state: stateOfForm(form, facts.forms),
      built,
      read: adoption ? readAdopted(adoption, named) : readBuilt(built, named),
      changed: adoption && !form.withdrawal ? changedElements(adoption.elements, built) : [],
      digest: adoption ? adoption.digest : digestOfDraft(form, built),
    };
  }
}
