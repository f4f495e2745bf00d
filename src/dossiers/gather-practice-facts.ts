// From the dossier to what the engine gets for the practice itself.
import type { ServiceFacts } from '../assessments/scoring/service-facts';
import type { PracticeFacts } from '../assessments/scoring/practice-facts';
import type { CalendarDate } from '../common/calendar-date';
import { countingAnswers, isAbout } from '../questionnaires/records/counting-answers';
import { NOTHING_SAID, type RecordsOnAnswers } from '../safeguards/safeguards-review';
import { canonicalDossier } from './canonical-dossier';
import type { Dossier } from './dossier.document';
import { gatherServiceFacts } from './gather-service-facts';
import { incidentsOnRecord } from './incidents-on-record';
import { withoutQuestions } from './without-questions';

/**
 * The order of anything in the dossier changes nothing, and null is the same as absent.
 * @param services the facts of its services, where they have been gathered already
 * @param onAnswers what the records say beside the answers on the Security Rule (reviewSafeguards)
 */
export function gatherPracticeFacts(
  dossier: Dossier,
  asOf: CalendarDate,
  services: readonly ServiceFacts[] = gatherServiceFacts(dossier, asOf),
  onAnswers: RecordsOnAnswers = NOTHING_SAID,
): PracticeFacts {
  const {
    format,
    formatVersion,
    practice: whole,
    questionnaires: all,
    adjustments: every,
  } = withoutQuestions(dossier);
  const ofPractice = (all ?? []).filter((one) => isAbout(one, null));
  const {
    practice: profile,
    questionnaires,
    adjustments,
  } = canonicalDossier({
    format,
    formatVersion,
    practice: whole,
    adjustments: (every ?? []).filter(({ service }) => service == null),
    vendors: [],
    services: [],
    questionnaires: ofPractice,
  });
  const { key: _key, ...practice } = profile;
  return {
    asOf,
    practice,
    services,
    adjustments: adjustments ?? [],
    incidents: incidentsOnRecord(dossier.incidents).flatMap(({ vendor, onRecord }) =>
      vendor == null ? onRecord : [],
    ),
    answers: countingAnswers(questionnaires ?? [], null),
    safeguards: (dossier.safeguards ?? []).map((one) => ({
      ...one,
      contradicted: onAnswers.contradicted.has(one.entry),
      doubted: onAnswers.doubted.has(one.entry),
      shownByInventory: onAnswers.shown.get(one.entry) ?? null,
    })),
  };
}
