// The codes of single faults, as `errors` lists them. Each is promised to stay; docs/problems.md shows this list.

export const FAULT_CODES = {
  // the shape of one field
  'missing-field': 'A field that is required is not there.',
  'invalid-field': 'The value is not one that the field takes.',
  'unknown-field': 'There is no such field here.',
  'duplicate-field': 'A field stands twice in the same record.',
  unreadable: 'The text cannot be read at this place.',
  'too-large': 'The document is larger than its limit.',
  // keys and what they lead to
  'key-taken': 'Another record of this kind has this key.',
  'already-there': 'The service has its one record of this kind already.',
  'duplicate-key': 'Two records of a kind in the dossier have the same key.',
  'unknown-reference': 'No record has the key that is referred to.',
  'unknown-vendor': 'No vendor has this key.',
  'unknown-service': 'No service has this key.',
  'unknown-subcontractor': 'The service has no subcontractor with this key.',
  'unknown-threat': 'The scoring model has no threat with this id.',
  'service-of-another-vendor':
    'An agreement or report names a service of a vendor that did not sign or was not examined.',
  'other-practice': "The dossier is another practice's.",
  'fixed-field': 'A stored record cannot move to another vendor or service.',
  // one of each
  'second-for-service': 'A service has one record of this kind; this is a second.',
  'second-of-kind': 'There is one consent of a kind; this is a second.',
  'answered-twice': 'A checklist answers each item once.',
  'read-twice': 'An agreement states each provision once.',
  'adjusted-twice': 'A figure of a threat of a service is set once.',
  // dates
  'dates-reversed': 'One date lies on the wrong side of another.',
  'dated-in-the-future': 'A fact lies after the date of the assessment.',
  'signature-missing': 'An agreement that was terminated must have been signed.',
  'period-start-missing': 'A Type 2 report states the first day of its period.',
  'period-start-not-expected': 'A Type 1 report has no period, but a day.',
  // what one field asks of another
  'basis-missing': 'An answer says how it is known, unless it is "unknown".',
  'citation-missing': 'An exception to business-associate status is cited.',
  'citation-not-expected': 'A business associate relies on no exception.',
  'evidence-missing': 'De-identification is shown by something.',
  'security-missing': 'Security is among the categories of every SOC 2 report.',
  'criteria-missing': 'A qualified opinion names the criteria that it excepts.',
  'criteria-not-expected': 'An unqualified opinion excepts no criteria.',
  'subcontractor-missing': 'A flow to or from a subcontractor names it.',
  'subcontractor-not-expected': 'Only the party "subcontractor" takes the key of one.',
  'flow-to-itself': 'A flow has two different ends.',
} as const;

export type FaultCode = keyof typeof FAULT_CODES;
