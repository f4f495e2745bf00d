// What in a typed text looks like a client: identifiers of 45 CFR 164.514(b)(2)(i) that have a form of their own, and diagnoses beside a person. Patterns
// only, no list of names: what looks like a client need not be one, and a text without any finding may still be about one.

export const IDENTIFIER_KINDS = {
  social_security_number: 'a Social Security number',
  record_number: 'the number of a medical record or chart',
  member_number: 'the number of a health plan member',
  birth_date: 'a date of birth',
  telephone_number: 'a telephone number',
  email_address: 'an e-mail address',
  street_address: 'a street address',
  diagnosis_of_person: 'a diagnosis beside a person',
} as const;

export type IdentifierKind = keyof typeof IDENTIFIER_KINDS;

const DATE = String.raw`(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2},? \d{4})`;
const NUMBER = String.raw`(?: (?:no\.?|number|num\.?|id|#))?\s*(?:is|:|#|=)?\s*#?`;
const STREET =
  '(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Terrace|Parkway|Pkwy|Highway|Hwy)';
const DIAGNOSIS =
  '(?:depress(?:ion|ive)|anxiety|bipolar|schizophreni\\w+|PTSD|ADHD|OCD|autism|anorexia|bulimia|borderline personality|psychosis|dementia|' +
  '(?:alcohol|opioid|substance) use disorder|suicidal\\w*|panic disorder|F\\d{2}(?:\\.\\d{1,2})?)';
const HAS =
  '(?:was |is |were |has been )?(?:diagnosed with|treated for|suffers? from|suffering from|struggles? with|presents? with)';
const PERSON = "(?:(?:Mrs?|Ms|Mx)\\.? [A-Z][a-z'-]+|[A-Z][a-z'-]+ (?:[A-Z]\\. )?[A-Z][a-z'-]+)";
/** ICD-10-CM chapter 5, the codes that DSM-5-TR uses. */
const CODE = String.raw`\bF\d{2}(?:\.\d{1,3})?\b`;
const SOMEBODY = String.raw`(?:\b(?:[Cc]lient|[Pp]atient|[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b|\b(?:Mrs?|Ms|Mx)\.? [A-Z])`;

/** Numbers that anybody may call: 800 and the like belong to businesses. */
const TOLL_FREE = '(?:800|833|844|855|866|877|888)';
/** Mailboxes of an office rather than of a person. */
const OFFICE =
  '(?:abuse|accounts?|admin|billing|breach\\w*|care|compliance|contact|dpo|hello|help|hipaa|info|legal|no-?reply|notices?|office|postmaster|' +
  'privacy|sales|security|service|support|team|trust)';

const PATTERNS: Readonly<Record<IdentifierKind, readonly RegExp[]>> = {
  social_security_number: [
    /(?<![\w-])(?!000|666|9\d\d)\d{3}[- ](?!00)\d{2}[- ](?!0000)\d{4}(?![\w-])/,
    /\b(?:SSN|social security)\b[^.\n]{0,20}?\d{9}\b/i,
  ],
  record_number: [
    new RegExp(
      String.raw`\b(?:MRN|medical record|chart|patient|client)${NUMBER}\s*[A-Z]{0,3}-?\d{4,}\b`,
      'i',
    ),
  ],
  member_number: [
    new RegExp(
      String.raw`\b(?:member|subscriber|beneficiary|medicaid|medicare)${NUMBER}\s*(?=[A-Z]*\d)[A-Z0-9-]{6,}\b`,
      'i',
    ),
    // the form of a Medicare Beneficiary Identifier
    /\b[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}\b/,
  ],
  birth_date: [
    new RegExp(
      String.raw`\b(?:DOB|D\.O\.B\.?|date of birth|birth ?date|born(?: on)?|birthday)\W{0,4}(?:is )?${DATE}`,
      'i',
    ),
  ],
  telephone_number: [
    new RegExp(
      String.raw`(?<![\w.-])(?:\+?1[ .-]?)?(?:\((?!${TOLL_FREE})[2-9]\d{2}\) ?|(?!${TOLL_FREE})[2-9]\d{2}[ .-])[2-9]\d{2}[ .-]\d{4}(?![\w-])`,
    ),
  ],
  email_address: [
    new RegExp(
      String.raw`(?<![\w.+-])(?!${OFFICE}[@+.-])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}`,
      'i',
    ),
  ],
  street_address: [
    new RegExp(String.raw`(?<![\w.-])\d{1,5} (?:[NSEW]\.? )?(?:[A-Z][a-z]+ ){1,3}${STREET}\b`),
  ],
  diagnosis_of_person: [
    new RegExp(String.raw`${PERSON},? (?:who )?${HAS} (?:\w+ ){0,3}${DIAGNOSIS}`),
    new RegExp(String.raw`${SOMEBODY}[^.\n]{0,40}${CODE}`),
    new RegExp(String.raw`${CODE}[^.\n]{0,40}${SOMEBODY}`),
  ],
};

const KINDS = Object.keys(IDENTIFIER_KINDS) as IdentifierKind[];

/** The kinds of identifiers that a text seems to hold, each once; never the text itself. */
export function identifiersIn(text: string): IdentifierKind[] {
  return KINDS.filter((kind) => PATTERNS[kind].some((pattern) => pattern.test(text)));
}
