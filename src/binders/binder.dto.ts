import { ChoiceField, IdField, IntegerField, RecordListField, TextField } from '../common/fields';
import { REPORT_STATUSES, type ReportStatus } from '../reports/report.entity';
import { BINDER_FORMATS, BINDER_STATES, type BinderFormat, type BinderState } from './binder-standing';

export class BinderPartResponse {
  @IdField({ description: 'The report.' })
  reportId: string;

  @ChoiceField(BINDER_FORMATS, { description: 'PDF of the report, XLSX of its registers.' })
  format: BinderFormat;

  @ChoiceField(REPORT_STATUSES, { description: 'Where its printing stands.' })
  status: ReportStatus;

  @TextField({ description: 'Code of why it failed.', optional: true, maxLength: 100 })
  failure: string | null;
}

export class BinderResponse {
  @IdField({ description: 'The sealed assessment.' })
  assessmentId: string;

  @ChoiceField(BINDER_STATES, { description: 'Whether it can be taken: ready once both parts are printed.' })
  state: BinderState;

  @IntegerField({ description: 'Parts that are printed.', minimum: 0, maximum: 2 })
  done: number;

  @IntegerField({ description: 'Parts that there are.', minimum: 2, maximum: 2 })
  of: number;

  @RecordListField(() => BinderPartResponse, { description: 'What was asked for.', maxItems: 2 })
  parts: BinderPartResponse[];
}
