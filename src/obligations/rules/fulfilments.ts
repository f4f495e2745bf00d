// What other records show to be done, so that nobody says it a second time: reviews, audits and trials in the registers of living with AI, certificates of destruction, and
// assessments that were sealed. Which obligation each shows stands in the catalogs (catalogs/ai-oversight.yaml, catalogs/obligations.yaml). Pure.
import type { CalendarDate } from '../../common/calendar-date';
import type { OversightCatalog } from '../../oversight/oversight-catalog';
import type { LogKind, ReviewKind } from '../../oversight/oversight-words';
import type { SubjectKind } from '../records/obligation-ids';
import type { ObligationsCatalog } from './obligation-catalog';
import { SUBJECT_OF_SOURCE } from './obligation-sources';

/** One record that shows one time of an obligation to be done. */
export interface Fulfilment {
  readonly obligation: string;
  readonly subject: { readonly kind: SubjectKind; readonly key: string } | null;
  readonly doneOn: CalendarDate;
  /** what shows it, in words */
  readonly shownBy: string;
}

/** Where the records stand that count for an obligation, by their plural noun as addresses have it. */
export type ShowingPlace = 'bias-audits' | 'log-reviews' | 'vendor-reviews' | 'exit-plans' | 'assessments';

type Some<T> = readonly T[] | null | undefined;

/** What shows something to be done: the lists of a dossier, and what is known of sealed assessments. */
export interface ShowingRecords {
  readonly biasAudits?: Some<{ service: string; doneOn: CalendarDate }>;
  readonly logReviews?: Some<{ service: string; log: LogKind; doneOn: CalendarDate }>;
  readonly vendorReviews?: Some<{
    vendor: string;
    services: readonly string[];
    kind: ReviewKind;
    doneOn: CalendarDate;
  }>;
  readonly exitPlans?: Some<{
    service: string;
    trials?: Some<{ triedOn: CalendarDate }>;
    certificateOn?: CalendarDate | null;
  }>;
  readonly agreements?: Some<{ key: string; services: readonly string[] }>;
  /** dates of the assessments that are sealed; absent where nothing tells */
  readonly sealedAsOf?: Some<CalendarDate>;
}

export interface ShowingCatalogs {
  readonly oversight: Pick<OversightCatalog, 'registers' | 'logs' | 'reviews' | 'certificateShows'>;
  readonly obligations: Pick<ObligationsCatalog, 'obligations' | 'sealedAssessmentShows'>;
}

/** What was done after the day is left out. A record counts for an obligation only where both are about the same: the log of one tool is not those of the practice. */
export function fulfilmentsOf(
  records: ShowingRecords,
  { oversight, obligations }: ShowingCatalogs,
  today: CalendarDate,
): Fulfilment[] {
  const isAbout = aboutIn(obligations);
  return [...ofRegisters(records, oversight), ...ofAgreements(records, oversight), ...ofAssessments()].filter(
    ({ obligation, subject, doneOn }) => doneOn <= today && isAbout(obligation, subject?.kind ?? null),
  );

  function ofAssessments(): Fulfilment[] {
    return (records.sealedAsOf ?? []).map((doneOn) => ({
      obligation: obligations.sealedAssessmentShows,
      subject: null,
      doneOn,
      shownBy: 'an assessment sealed for this date',
    }));
  }
}

/** For each obligation the registers whose records count for it. */
export function showingPlaces({ oversight, obligations }: ShowingCatalogs): Map<string, ShowingPlace[]> {
  const isAbout = aboutIn(obligations);
  const { registers, logs, reviews, certificateShows } = oversight;
  const all: [string | null, SubjectKind | null, ShowingPlace][] = [
    [obligations.sealedAssessmentShows, null, 'assessments'],
    [registers.bias_audit.obligation, 'service', 'bias-audits'],
    ...Object.values(logs).map(({ obligation }): (typeof all)[number] => [
      obligation,
      'service',
      'log-reviews',
    ]),
    ...Object.values(reviews).flatMap(({ obligation }): typeof all => [
      [obligation, 'vendor', 'vendor-reviews'],
      [obligation, 'service', 'vendor-reviews'],
    ]),
    [registers.exit_plan.obligation, 'service', 'exit-plans'],
    [certificateShows, 'agreement', 'exit-plans'],
  ];
  const found = new Map<string, ShowingPlace[]>();
  for (const [obligation, kind, place] of all) {
    if (obligation === null || !isAbout(obligation, kind)) continue;
    found.set(obligation, [...new Set([...(found.get(obligation) ?? []), place])]);
  }
  return found;
}

function aboutIn({ obligations }: ShowingCatalogs['obligations']) {
  const kindsOf = new Map(
    obligations.map(({ id, arisesFrom }) => [id, arisesFrom.map((source) => SUBJECT_OF_SOURCE[source])]),
  );
  return (obligation: string, kind: SubjectKind | null): boolean =>
    kindsOf.get(obligation)?.includes(kind) ?? false;
}

function ofRegisters(
  { biasAudits, logReviews, vendorReviews, exitPlans }: ShowingRecords,
  { registers, logs, reviews }: ShowingCatalogs['oversight'],
): Fulfilment[] {
  const shows = (
    obligation: string | null,
    kind: 'service' | 'vendor',
    key: string,
    doneOn: CalendarDate,
    shownBy: string,
  ): Fulfilment[] => (obligation === null ? [] : [{ obligation, subject: { kind, key }, doneOn, shownBy }]);
  return [
    ...(biasAudits ?? []).flatMap(({ service, doneOn }) =>
      shows(registers.bias_audit.obligation, 'service', service, doneOn, 'a bias audit on record'),
    ),
    ...(logReviews ?? []).flatMap(({ service, log, doneOn }) =>
      shows(logs[log].obligation, 'service', service, doneOn, `a log review on record: ${logs[log].title}`),
    ),
    ...(vendorReviews ?? []).flatMap(({ vendor, services, kind, doneOn }) => {
      const { obligation, title } = reviews[kind];
      const shownBy = `a vendor review on record: ${title}`;
      return [
        ...shows(obligation, 'vendor', vendor, doneOn, shownBy),
        ...services.flatMap((service) => shows(obligation, 'service', service, doneOn, shownBy)),
      ];
    }),
    ...(exitPlans ?? []).flatMap(({ service, trials }) =>
      (trials ?? []).flatMap(({ triedOn }) =>
        shows(registers.exit_plan.obligation, 'service', service, triedOn, 'a tried export in the exit plan'),
      ),
    ),
  ];
}

/** An agreement that ended leaves nothing with the vendor once there is a certificate for each tool that it covered. */
function ofAgreements(
  { agreements, exitPlans }: ShowingRecords,
  { certificateShows }: ShowingCatalogs['oversight'],
): Fulfilment[] {
  const certified = new Map(
    (exitPlans ?? []).map(({ service, certificateOn }) => [service, certificateOn ?? null]),
  );
  return (agreements ?? []).flatMap(({ key, services }) => {
    const days = services.map((service) => certified.get(service) ?? null);
    const last = days.reduce(
      (latest, day) => (latest && day ? (day > latest ? day : latest) : null),
      days[0] ?? null,
    );
    if (!last) return [];
    const shownBy = 'a certificate of destruction in the exit plan';
    return [{ obligation: certificateShows, subject: { kind: 'agreement', key }, doneOn: last, shownBy }];
  });
}
