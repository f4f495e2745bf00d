import { applyDecorators, Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems, OF_BODY } from '../common/http/api-problems';
import { IfMatch } from '../common/http/entity-tag';
import { ETAG_HEADER } from '../common/http/response-headers';
import { UuidParam } from '../common/http/uuid-param';
import { CurrentCaller, type Caller } from '../identity/caller';
import { Allows } from '../permissions/route-access';
import type { RecordRow } from '../records/record-kind';
import { ApiIfMatch, recordsController, ApiOrganizationParam } from '../records/records.controller';
import { ConsentFormReader } from './consent-form-reader.service';
import { ConsentFormSteps } from './consent-form-steps.service';
import {
  AdoptConsentFormDto,
  AttestConsentFormDto,
  ConsentFormText,
  WithdrawConsentFormDto,
} from './consent-forms.dto';
import { ConsentFormResponse, CreateConsentFormDto, UpdateConsentFormDto } from './records/consent-form.dto';
import { CONSENT_FORM } from './records/consent-form.record';
import { readingLevelOf } from './rules/reading-level';

const ID = { name: 'id', format: 'uuid', description: 'The consent form.' };

const Step = (operationId: string, summary: string): MethodDecorator =>
  applyDecorators(
    HttpCode(200),
    ApiOrganizationParam(),
    ApiParam(ID),
    ApiIfMatch(),
    ApiOperation({ operationId, summary }),
    ApiResponse({
      status: 200,
      type: ConsentFormResponse,
      description: 'The form as it stands now',
      headers: ETAG_HEADER,
    }),
    ApiProblems(
      ...OF_BODY,
      'stale-version',
      'precondition-required',
      'records-incoherent',
      'consent-form-not-at-that-step',
      'consent-form-open',
    ),
  );

@ApiTags('Consent forms')
@Controller('v1/organizations/:organizationId/consent-forms')
export class ConsentFormsController extends recordsController({
  kind: CONSENT_FORM,
  create: CreateConsentFormDto,
  update: UpdateConsentFormDto,
  response: ConsentFormResponse,
}) {
  constructor(
    private readonly reader: ConsentFormReader,
    private readonly steps: ConsentFormSteps,
  ) {
    super();
  }

  @Get(':id/text')
  @Allows('records.read')
  @ApiOrganizationParam()
  @ApiParam(ID)
  @ApiOperation({
    operationId: 'get-consent-form-text',
    summary:
      'Read a form as clients read it, with what is open, what the law adds and what has changed since',
  })
  @ApiResponse({ status: 200, type: ConsentFormText, description: 'The text' })
  async text(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
  ): Promise<ConsentFormText> {
    const { one } = await this.reader.one(organizationId, id);
    const { built, state, changed, form, digest } = one;
    const { title, opens, lawNotes } = built;
    const shared = {
      kind: form.kind,
      state,
      digest,
      lawNotes: [...lawNotes],
      changed: [...changed] as ConsentFormText['changed'],
    };
    const { adoption } = form;
    if (!adoption) {
      const sections = built.sections.map((section) => ({
        title: section.title,
        elements: section.elements.map(({ id: element, title: heading, text, isOwn, missing }) => ({
          ...{ id: element, title: heading, text: text || null, isOwn },
          missing: [...missing],
        })),
      }));
      return { ...shared, title, opens, sections, reading: readingOf(built.reading) };
    }
    const sections = [...new Set(adoption.elements.map(({ section }) => section))].map((heading) => ({
      title: heading,
      elements: adoption.elements
        .filter(({ section }) => section === heading)
        .map(({ element, title: name, text, isOwn }) => ({
          id: element,
          title: name,
          text,
          isOwn,
          missing: [],
        })),
    }));
    const said = [adoption.opens, ...adoption.elements.map(({ text }) => text)].join('\n\n');
    return {
      ...shared,
      title: adoption.title,
      opens: adoption.opens,
      sections,
      reading: readingOf(readingLevelOf(said)),
    };
  }

  @Post(':id/adoptions')
  @Allows('consent-forms.adopt')
  @ApiBody({ type: AdoptConsentFormDto })
  @Step('adopt-consent-form', 'Adopt a draft as a named person: its text is frozen')
  adopt(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @IfMatch() version: number,
    @CurrentCaller() caller: Caller,
    @Body() body: AdoptConsentFormDto,
  ): Promise<RecordRow> {
    return this.steps.adopt({ organizationId, id, version }, caller, body);
  }

  @Post(':id/attestations')
  @Allows('consent-forms.adopt')
  @ApiBody({ type: AttestConsentFormDto })
  @Step(
    'attest-consent-form',
    'Attest as a named person that clients are asked by an adopted form; the consent counts for each of its services',
  )
  attest(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @IfMatch() version: number,
    @CurrentCaller() caller: Caller,
    @Body() body: AttestConsentFormDto,
  ): Promise<RecordRow> {
    return this.steps.attest({ organizationId, id, version }, caller, body);
  }

  @Post(':id/withdrawals')
  @Allows('consent-forms.adopt')
  @ApiBody({ type: WithdrawConsentFormDto })
  @Step('withdraw-consent-form', 'Withdraw a form: it stays to be read, and what rested on it counts no more')
  withdraw(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @IfMatch() version: number,
    @CurrentCaller() caller: Caller,
    @Body() body: WithdrawConsentFormDto,
  ): Promise<RecordRow> {
    return this.steps.withdraw({ organizationId, id, version }, caller, body);
  }
}

function readingOf({ grade, words }: { grade: number | null; words: number }): ConsentFormText['reading'] {
  return { grade, words };
}
