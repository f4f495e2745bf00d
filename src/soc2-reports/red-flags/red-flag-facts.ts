// What the red flags are looked for in: one document beside what the practice knows of the vendor and its services.
import type { CalendarDate } from '../../common/calendar-date';
import type { Soc2Knowledge } from '../soc2-knowledge';
import type { Soc2ReportFields } from '../soc2-report.fields';

type KeyedReport = Readonly<Soc2ReportFields> & { readonly key: string };

export interface ScopedService {
  readonly key: string;
  readonly usesAi: boolean;
  /** names of the companies behind the service that handle client data: model providers, subcontractors */
  readonly companiesBehind: readonly string[];
}

export interface RedFlagFacts {
  readonly asOf: CalendarDate;
  readonly report: KeyedReport;
  /** legal name of the vendor, as it signs agreements */
  readonly vendorName: string;
  /** the services that the report names */
  readonly services: readonly ScopedService[];
  /** every other document of the kind on the vendor */
  readonly others: readonly KeyedReport[];
  /** months that the scoring model gives: current, longest with letters, a first period */
  readonly ages: {
    readonly currentMonths: number;
    readonly bridgedMonths: number;
    readonly firstPeriodMonths: number;
  };
}

/** Why a flag is raised; null where it is not. */
export type RedFlagRule = (facts: RedFlagFacts, knowledge: Soc2Knowledge) => string | null;
