import { Get, Query } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { AssessmentResponse } from '../assessments/assessment.dto';
import { AssessmentReader } from '../assessments/assessment-reader.service';
import { comparisonWith } from '../assessments/registers/comparison';
import { UuidParam } from '../common/http/uuid-param';
import { PROBLEM_TYPES } from '../common/problems/problem-catalogue';
import { shortDate } from '../reports/security-risk-assessment/date-words';
import { Allows } from '../permissions/route-access';
import { NO_FAULTS, shownFaults } from '../web/form-faults';
import { labelsOf } from '../web/form-view';
import { Page } from '../web/page';
import { Pages } from '../web/pages';
import { standingOf } from './assessment-state';
import { comparisonView } from './comparison.presenter';
import { selectField } from './form-words';

const MOST = 200;
const WORDS = {
  before: { label: 'First assessment', help: 'Usually the earlier one.' },
  now: { label: 'Second assessment', help: 'Usually the later one.' },
} as const;
const LABELS = labelsOf(WORDS);
type Side = keyof typeof WORDS;

@Pages('organizations/:organizationId/assessments')
export class ComparisonPagesController {
  constructor(private readonly reader: AssessmentReader) {}

  /** A form that only reads: what is compared stands in the address and can be passed on. */
  @Get('compare')
  @Allows('assessments.read')
  async compare(
    @UuidParam('organizationId') organizationId: string,
    @Query('before') before?: unknown,
    @Query('now') now?: unknown,
  ): Promise<Page> {
    const { items } = await this.reader.newest(organizationId, { limit: MOST });
    const offered = items.filter(({ redactedAt }) => redactedAt === null);
    const asked = { before: chosenOf(before), now: chosenOf(now) };
    const isAsked = before !== undefined || now !== undefined;
    const found = isAsked ? faultsOf(asked) : [];
    const isWrong = found.length > 0;
    const faults = isWrong ? shownFaults(found, '', LABELS) : NO_FAULTS;
    const field = (side: Side): object =>
      selectField(side, WORDS[side], offered.map(optionOf), asked[side], faults.of[side]);
    const data = {
      at: `/organizations/${organizationId}`,
      faults,
      fields: { before: field('before'), now: field('now') },
      result: isAsked && !isWrong ? await this.result(organizationId, asked.before, asked.now) : null,
    };
    const status = isWrong ? PROBLEM_TYPES['request-invalid'].status : 200;
    return new Page('assessments/compare', 'Compare two assessments', data, status);
  }

  private async result(organizationId: string, beforeId: string, nowId: string): Promise<object> {
    const [before, now] = await Promise.all([
      this.side(organizationId, beforeId),
      this.side(organizationId, nowId),
    ]);
    const earlier = { document: before.document, digest: before.digest };
    const { results, catalogs } = now.document;
    const [{ document: _then, ...then }, { document: _now, ...today }] = [before, now];
    return { ...comparisonView(comparisonWith(earlier, results, catalogs)), before: then, now: today };
  }

  private async side(organizationId: string, id: string) {
    const [row, { document }] = await Promise.all([
      this.reader.get(organizationId, id),
      this.reader.read(organizationId, id),
    ]);
    const href = `/organizations/${organizationId}/assessments/${id}`;
    return { document, digest: row.digest, href, asOf: row.asOf, standing: standingOf(row) };
  }
}

function chosenOf(given: unknown): string {
  return typeof given === 'string' ? given : '';
}

function faultsOf({ before, now }: Record<Side, string>) {
  const missing = (['before', 'now'] as const)
    .filter((side) => !isUuid({ before, now }[side]))
    .map((side) => ({ pointer: `/${side}`, code: 'missing-field' as const, detail: 'choose one' }));
  if (missing.length > 0 || before !== now) return missing;
  return [{ pointer: '/now', code: 'invalid-field' as const, detail: 'choose another one than the first' }];
}

function optionOf(row: AssessmentResponse): { value: string; label: string } {
  const drawnUp = row.createdAt.toISOString();
  const when = `${shortDate(drawnUp.slice(0, 10))}, ${drawnUp.slice(11, 16)} UTC`;
  return {
    value: row.id,
    label: `${shortDate(row.asOf)}, ${standingOf(row).word.toLowerCase()} (of ${when})`,
  };
}
