// The page of one assessment: shown by itself, and again with what is wrong when a report was asked for that cannot be made.
import { Inject, Injectable } from '@nestjs/common';
import type { SealedAssessment } from '../assessments/assessment.document';
import { AssessmentReader } from '../assessments/assessment-reader.service';
import { verifySealed } from '../assessments/sealing';
import { SIGNING_KEY, type SigningKey } from '../common/signing/signing-key';
import { CreateReportDto } from '../reports/report.dto';
import { ReportsService } from '../reports/reports.service';
import { NO_FAULTS, type ShownFaults } from '../web/form-faults';
import { fieldViews, NOTHING_TYPED, type Values } from '../web/form-view';
import { Page } from '../web/page';
import { assessmentView } from './assessment.presenter';
import { standingOf } from './assessment-state';
import { PRINT_WORDS } from './form-words';
import { reportView } from './report.presenter';
import { sealView } from './seal.presenter';
import { takenFiles } from './taken-files.presenter';

@Injectable()
export class AssessmentReading {
  constructor(
    private readonly reader: AssessmentReader,
    private readonly reports: ReportsService,
    @Inject(SIGNING_KEY) private readonly key: SigningKey,
  ) {}

  async page(organizationId: string, id: string): Promise<Page> {
    const again = await this.again(organizationId, id);
    return new Page(again.view, again.title, again.data(NOTHING_TYPED, NO_FAULTS));
  }

  /** @returns the page but for its form */
  async again(
    organizationId: string,
    id: string,
  ): Promise<{ view: string; title: string; data: (values: Values, faults: ShownFaults) => object }> {
    const at = `/organizations/${organizationId}`;
    const row = await this.reader.get(organizationId, id);
    const title = `Assessment as of ${row.asOf}`;
    if (row.redactedAt) {
      const { asOf, digest, supersededBy } = row;
      const next = supersededBy ? `${at}/assessments/${supersededBy}` : '';
      const gone = { at, asOf, digest, next, standing: standingOf(row) };
      return { view: 'assessments/gone', title, data: () => gone };
    }
    const [text, reports] = await Promise.all([
      this.reader.envelope(organizationId, id),
      this.reports.onAssessment(organizationId, id),
    ]);
    const sealed = JSON.parse(text) as SealedAssessment;
    const view = {
      ...assessmentView(at, row, sealed),
      seal: row.status === 'sealed' ? sealView(verifySealed(text), this.key.keyId) : null,
      files: takenFiles(at, row.digest, reports),
    };
    const printed = reports.map((report) => ({
      ...reportView(at, report),
      isOfEarlierState: report.documentDigest !== row.digest,
    }));
    const tools = sealed.document.results.map(({ service: { key, name } }) => ({ key, name }));
    return {
      ...{ view: 'assessments/show', title },
      data: (values, faults) => ({ ...view, printed, faults, print: printFields(tools, values, faults) }),
    };
  }
}

function printFields(
  tools: readonly { key: string; name: string }[],
  values: Values,
  faults: ShownFaults,
): object {
  const fields = fieldViews(CreateReportDto, PRINT_WORDS, values, faults);
  const [chosen] = values('service');
  const options = tools.map(({ key, name }) => ({
    value: key,
    label: name,
    help: '',
    isChosen: key === chosen,
  }));
  return { format: fields.format, service: { ...fields.service, options } };
}
