import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ApiProblems } from '../common/http/api-problems';
import { CLOCK, type Clock } from '../common/clock';
import { UuidParam } from '../common/http/uuid-param';
import { DomainError } from '../common/problems/domain.error';
import { CurrentCaller, type Caller } from '../identity/caller';
import { LetterheadsService } from '../letterheads/letterheads.service';
import { Allows } from '../permissions/route-access';
import { policyStanding } from '../policies/policy-standing';
import { POLICY_VERSION } from '../policies/policy-version.record';
import { ApiOrganizationParam } from '../records/records.controller';
import { RecordsService } from '../records/records.service';
import { printNow } from '../reports/printer/print-now';
import { ReportPrinter } from '../reports/printer/report-printer';
import { PolicyReader } from './policy-reader.service';
import { policyHtml } from './print-policy';

/** A few pages, printed when they are asked for: nothing of it is kept, since the version itself is. */
@ApiTags('Policies')
@ApiOrganizationParam()
@ApiProblems('unauthenticated', 'not-found', 'internal-error', 'unavailable')
@Controller('v1/organizations/:organizationId/policy-versions/:id/pdf')
export class PolicyPdfController {
  constructor(
    private readonly reader: PolicyReader,
    private readonly records: RecordsService,
    private readonly printer: ReportPrinter,
    private readonly letterheads: LetterheadsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allows('records.read')
  @ApiParam({ name: 'id', format: 'uuid', description: 'The version.' })
  @ApiOperation({ operationId: 'get-policy-version-pdf', summary: 'Fetch a version as a tagged PDF' })
  @ApiResponse({
    status: 200,
    description: 'The PDF',
    content: {
      'application/pdf': { schema: { type: 'string', contentMediaType: 'application/pdf' } as object },
    },
  })
  async print(
    @UuidParam('organizationId') organizationId: string,
    @UuidParam('id') id: string,
    @CurrentCaller() caller: Caller,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { key } = await this.records.get(POLICY_VERSION, organizationId, id);
    const { facts } = await this.reader.all(organizationId);
    const policy = facts.policies.find((one) =>
      facts.versions.some((v) => v.key === key && v.policy === one.key),
    );
    const read = policy && (await this.reader.one(organizationId, policy.id));
    const version = read?.facts.versions.find((one) => one.id === id);
    if (!read || !version?.text)
      throw new DomainError('not-found', 'There is no version with a text of its own with this id.');
    const { reviewMonths, lastReview, retirement } = read.policy;
    const standing = policyStanding(
      { reviewMonths, reviewedOn: lastReview?.reviewedOn ?? null, retiredOn: retirement?.retiredOn ?? null },
      read.facts.versions.filter((one) => one.policy === read.policy.key),
      read.today,
    );
    const held = standing.versions.find((one) => one.version.id === id);
    const { title, number, adoptedOn, approvedBy, reason, digest, text } = version;
    const html = policyHtml({
      ...{ practice: read.facts.practice, title, number, adoptedOn, approvedBy, reason, text },
      heldUntil: held?.heldUntil ?? null,
      digest: digest ?? '',
      firm: firmOf(await this.letterheads.preparedBy(organizationId, caller)),
    });
    const pdf = await printNow(this.printer, html, this.clock.now());
    await reply
      .header('content-disposition', `inline; filename="${key}.pdf"`)
      .header('cache-control', 'private, no-cache')
      .type('application/pdf')
      .send(pdf);
  }
}

type PreparedBy = Awaited<ReturnType<LetterheadsService['preparedBy']>>;

function firmOf(preparedBy: PreparedBy): Parameters<typeof policyHtml>[0]['firm'] {
  if (!preparedBy) return null;
  const { name, contact, logo } = preparedBy;
  return {
    name,
    contact: contact ?? '',
    logo: logo
      ? { src: `data:${logo.mediaType};base64,${logo.data}`, width: logo.width, height: logo.height }
      : null,
  };
}
