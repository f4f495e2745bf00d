// The door for dossiers: whatever somebody wrote comes in as text, a checked and coherent dossier comes out, or every fault.
import type { QuestionnaireCatalog } from '../assessments/scoring/questionnaire-catalog';
import { FaultList } from '../common/faults';
import type { BreachNotificationCatalog } from '../incidents/breach-notification-catalog';
import type { CalendarDate } from '../common/calendar-date';
import { findRecordFaults, isRecord, plainRecordOf } from '../common/fields';
import type { CoherenceContext } from './coherence/rule';
import { findIncoherences } from './dossier-coherence';
import { DossierFaultsError } from './dossier-faults.error';
import { parseDossierText, type DossierTextOptions } from './dossier-text';
import { Dossier, DOSSIER_FORMAT } from './dossier.document';

export interface ReadDossierOptions extends DossierTextOptions {
  /** the date to assess for, where it is not the dossier's own */
  asOf?: CalendarDate;
  /** the date to assess for when neither `asOf` nor the dossier names one, given the practice's time zone */
  todayIn?: (timeZone: string) => CalendarDate;
  /** the threats of the scoring model, for adjustments; not checked when left out */
  knownThreats?: CoherenceContext['knownThreats'];
  /** the gates and steps of the scoring model, for findings; not checked when left out */
  knownSources?: CoherenceContext['knownSources'];
  /** the entries of the Security Rule, for safeguards; not checked when left out */
  knownEntries?: CoherenceContext['knownEntries'];
  /** the obligations of the catalog, for what was done about them; not checked when left out */
  knownObligations?: CoherenceContext['knownObligations'];
  /** the templates of policies, for what the practice chose; not checked when left out */
  knownPolicies?: CoherenceContext['knownPolicies'];
  /** the questionnaire in use, for answers that come without their questions; such answers are not checked when left out */
  questionnaire?: QuestionnaireCatalog;
  /** what the rule asks after a breach; whether closed incidents left something undone is not checked when left out */
  breachNotification?: BreachNotificationCatalog;
  /** what figures can be measured in; not checked when left out */
  oversight?: CoherenceContext['oversight'];
}

/**
 * Reads a dossier in YAML 1.2 or JSON: well-formed, of the declared shape, coherent. Absent and null fields are left out of the result.
 * @throws DossierFaultsError with every fault by JSON pointer
 */
export function readDossier(text: Buffer | string, options: ReadDossierOptions = {}): Dossier {
  const dossier = checkDossier(parseDossierText(text, options));
  const asOf = options.asOf ?? dossier.asOf ?? options.todayIn?.(dossier.practice.timeZone);
  const incoherences = findIncoherences(dossier, {
    asOf,
    knownThreats: options.knownThreats,
    knownSources: options.knownSources,
    knownEntries: options.knownEntries,
    knownObligations: options.knownObligations,
    knownPolicies: options.knownPolicies,
    questionnaire: options.questionnaire,
    breachNotification: options.breachNotification,
    oversight: options.oversight,
  });
  if (incoherences.length > 0) {
    const faults = new FaultList();
    faults.addAll(incoherences);
    throw DossierFaultsError.of(faults);
  }
  return dossier;
}

/** The value as a dossier, each field as declared; what the records say together is for findIncoherences. */
export function checkDossier(value: unknown): Dossier {
  const faults = new FaultList();
  if (isRecord(value) && value.format !== undefined && value.format !== DOSSIER_FORMAT) {
    faults.add('/format', 'invalid-field', `must be "${DOSSIER_FORMAT}"; this is another kind of document`);
  } else if (!isRecord(value)) {
    faults.add(
      '',
      'invalid-field',
      `is not a dossier; it must have named fields, the first being "format: ${DOSSIER_FORMAT}"`,
    );
  } else findRecordFaults(Dossier, value, faults);
  if (!faults.isEmpty) throw DossierFaultsError.of(faults);
  return plainRecordOf(Dossier, value as object);
}
