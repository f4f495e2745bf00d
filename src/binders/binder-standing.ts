// How far a binder is: it can be taken once the report and the workbook of the sealed document have been printed. Pure.
import type { ReportStatus } from '../reports/report.entity';

export const BINDER_FORMATS = ['pdf', 'xlsx'] as const;
export type BinderFormat = (typeof BINDER_FORMATS)[number];

export const BINDER_STATES = ['not_asked', 'preparing', 'ready', 'failed'] as const;
export type BinderState = (typeof BINDER_STATES)[number];

export interface BinderPart {
  /** of the report */
  id: string;
  format: BinderFormat;
  status: ReportStatus;
  failure: string | null;
}

export interface BinderStanding {
  state: BinderState;
  /** parts that are printed, of all that there are */
  done: number;
  of: number;
  /** formats that have to be asked for: never printed, or failed */
  lacking: BinderFormat[];
}

export function binderStanding(parts: readonly Pick<BinderPart, 'format' | 'status'>[]): BinderStanding {
  const statusOf = (format: BinderFormat) => parts.find((one) => one.format === format)?.status;
  const lacking = BINDER_FORMATS.filter((format) => {
    const status = statusOf(format);
    return status === undefined || status === 'failed' || status === 'redacted';
  });
  const done = BINDER_FORMATS.filter((format) => statusOf(format) === 'done').length;
  const hasFailed = parts.some(({ status }) => status === 'failed');
  return { state: stateOf(done, lacking.length, hasFailed), done, of: BINDER_FORMATS.length, lacking };
}

function stateOf(done: number, lacking: number, hasFailed: boolean): BinderState {
  if (done === BINDER_FORMATS.length) return 'ready';
  if (hasFailed) return 'failed';
  return lacking > 0 ? 'not_asked' : 'preparing';
}
