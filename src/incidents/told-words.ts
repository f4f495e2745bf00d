// The codes of incidents in plain words, for pages and reports.
import type { BreachVerdict } from './breach-standing';
import type { DiscoveryGround } from './discovery';
import type { DutyReason, DutyStanding } from './duty-standing';
import type { FactorFinding, IncidentKind } from './incident-words';

export const KIND_WORDS: Readonly<Record<IncidentKind, string>> = {
  wrong_recipient: 'Sent or given to the wrong person',
  unauthorized_access: 'Somebody looked who may not',
  lost_or_stolen: 'Something was lost or stolen',
  malicious_software: 'Malicious software',
  use_not_allowed: 'Used or shown in a way that is not allowed',
  not_available: 'Data was lost or could not be reached',
  other: 'Something else',
  unknown: 'I don’t know yet',
};

export const VERDICT_WORDS: Readonly<Record<BreachVerdict, string>> = {
  no_impermissible_use: 'No breach: nothing was used as it must not be',
  data_secured: 'No breach of unsecured data: nobody could read it',
  exception: 'No breach: an exception is on record',
  low_probability: 'No breach shown: low probability that data was compromised',
  presumed_breach: 'Counts as a breach until you show otherwise',
  breach: 'A breach',
};

export const GROUND_WORDS: Readonly<Record<DiscoveryGround, string>> = {
  known: 'the first day on which somebody of the practice knew',
  told_by_vendor: 'the day on which the vendor told you',
  reasonable_diligence: 'the day on which reasonable diligence would have found it',
  vendor_is_agent: 'the day on which the vendor knew, which acts as your agent',
  vendor_may_be_agent:
    'the day on which the vendor knew: whether it acts as your agent is not known, so the earlier day counts',
};

export const FINDING_WORDS: Readonly<Record<FactorFinding, string>> = {
  points_to_low: 'It points to a low probability',
  points_against: 'It points the other way',
  unknown: 'Not known',
};

export const STANDING_WORDS: Readonly<Record<DutyStanding['standing'], string>> = {
  done: 'Done',
  done_late: 'Done late',
  overdue: 'Overdue',
  open: 'To do',
  not_due: 'Not owed',
};

export const REASON_WORDS: Readonly<Record<DutyReason, string>> = {
  not_covered_entity: 'The profile says that the practice is no covered entity under HIPAA.',
  no_impermissible_use: 'Client data was not used in a way that the privacy rule does not allow.',
  data_secured: 'Whoever had the data could not read it: it was encrypted or destroyed.',
  exception: 'An exception is on record, with its reason.',
  low_probability: 'All four factors, taken together, show a low probability that the data was compromised.',
  told_anyway: 'The people concerned were told, so nothing depends on the factors.',
  not_above_threshold: 'No state or jurisdiction has so many of the people concerned.',
  no_term_in_force: 'No agreement in force on that day names a time for it.',
  none_needed: 'Looked up: the law of the state asks for none here.',
  presumed_breach: 'It counts as a breach until you show otherwise.',
  breach: 'It is a breach of unsecured client data.',
  number_unknown: 'How many people it concerns is not known: until it is, they count as many.',
  residents_unknown: 'Where some of the people live is not known yet.',
  with_individual_notice: 'It goes together with the notice to the people concerned, which has gone out.',
  law_enforcement_delay: 'A law enforcement official asked to wait until that day.',
  look_up: 'Each state has its own test, recipients and days.',
  outcome_missing: 'How it ended is not written down yet.',
  outcome_recorded: 'What happened and how it ended is written down.',
  factors_open: 'The days for the notices run meanwhile.',
  concluded: 'You have come to a conclusion.',
  vendor_discovery_unknown: 'The vendor has not said when it discovered it: nothing can be called late.',
  agreement_term: 'The agreement in force names the time.',
};
