// The steps of a form by pages: adopted, attested, withdrawn, each by a named person.
import { Get, Post, Query } from '@nestjs/common';
import { Form, type FormBody } from '../common/http/form-body';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import { NOTHING_TYPED } from '../web/form-view';
import { SeeOther, type Notice, type Page } from '../web/page';
import { Pages } from '../web/pages';
import { sentForm, shownForm, type RecordForm } from '../web/record-form';
import { bodyOf } from '../web/submitted';
import { addressOfForms, adoptionForm, attestationForm, withdrawalForm } from './consent-form-form';
import { ConsentFormReader, type StandingForm } from './consent-form-reader.service';
import { ConsentFormSteps, type FormTarget } from './consent-form-steps.service';
import { AdoptConsentFormDto, AttestConsentFormDto, WithdrawConsentFormDto } from './consent-forms.dto';

type FormOfStep = (at: string, one: StandingForm) => RecordForm;

@Pages('organizations/:organizationId/registers/consent-forms/:id')
export class ConsentFormStepPagesController {
  constructor(
    private readonly reader: ConsentFormReader,
    private readonly steps: ConsentFormSteps,
  ) {}

  @Get('adoption')
  @Allows('consent-forms.adopt')
  askAdoption(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @Query('text') text?: unknown,
  ): Promise<Page> {
    return this.ask(organizationId, id, adoptionForm, digestRead(text));
  }

  @Post('adoption')
  @Allows('consent-forms.adopt')
  adopt(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    return this.take(organizationId, id, sent, adoptionForm, 'adopted', (target) =>
      this.steps.adopt(target, caller, bodyOf(AdoptConsentFormDto, sent)).catch(sendingBackToRead),
    );
  }

  @Get('attestation')
  @Allows('consent-forms.adopt')
  askAttestation(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<Page> {
    return this.ask(organizationId, id, attestationForm);
  }

  @Post('attestation')
  @Allows('consent-forms.adopt')
  attest(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    return this.take(organizationId, id, sent, attestationForm, 'attested', (target) =>
      this.steps.attest(target, caller, bodyOf(AttestConsentFormDto, sent)).catch(pointingAtForm),
    );
  }

  @Get('withdrawal')
  @Allows('consent-forms.adopt')
  askWithdrawal(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<Page> {
    return this.ask(organizationId, id, withdrawalForm);
  }

  @Post('withdrawal')
  @Allows('consent-forms.adopt')
  withdraw(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
    @Form() sent: FormBody,
  ): Promise<Page | SeeOther> {
    return this.take(organizationId, id, sent, withdrawalForm, 'withdrawn', (target) =>
      this.steps.withdraw(target, caller, bodyOf(WithdrawConsentFormDto, sent)),
    );
  }

  /** @param read the digest of the text that the page of the form showed */
  private async ask(
    organizationId: string,
    id: string,
    formOf: FormOfStep,
    read: string | null = null,
  ): Promise<Page> {
    const { one, today } = await this.reader.one(organizationId, id);
    const offered: Readonly<Record<string, string | null>> = {
      inUseSince: today,
      digest: read ?? one.digest,
    };
    const values = (name: string) => [offered[name] ?? ''].filter(Boolean);
    return shownForm(formOf(addressOfForms(organizationId), one), { version: one.form.version, values });
  }

  private async take(
    organizationId: string,
    id: string,
    sent: FormBody,
    formOf: FormOfStep,
    notice: Notice,
    step: (target: FormTarget) => Promise<unknown>,
  ): Promise<Page | SeeOther> {
    const { one } = await this.reader.one(organizationId, id);
    const at = addressOfForms(organizationId);
    const work = async (version: number): Promise<SeeOther> => {
      await step({ organizationId, id, version });
      return new SeeOther(`${at}/${id}`, notice);
    };
    return sentForm(formOf(at, one), sent, work, async () => {
      const now = await this.reader.one(organizationId, id);
      return { version: now.one.form.version, values: NOTHING_TYPED };
    });
  }
}

/** Anything else than a digest is as if nothing was named. */
function digestRead(text: unknown): string | null {
  return typeof text === 'string' && /^[0-9a-f]{64}$/.test(text) ? text : null;
}

/** What changed has to be read before it is adopted: to send the same form again is not enough. */
function sendingBackToRead(error: unknown): never {
  if (!(error instanceof DomainError) || error.code !== 'stale-version') throw error;
  throw new DomainError(
    'consent-form-not-at-that-step',
    'The form is not the one that you read: it changed meanwhile, or the records did. Nothing was adopted. Go back to it, read it again, then adopt it.',
  );
}

/** The record has what was typed within its attestation; the form has it by itself. */
function pointingAtForm(error: unknown): never {
  if (!(error instanceof DomainError)) throw error;
  const faults = error.faults.map((fault) => ({
    ...fault,
    pointer: fault.pointer.replace(/^\/attestation(?=\/)/, ''),
  }));
  throw new DomainError(error.code, error.detail, faults, error.retryAfterSeconds);
}
