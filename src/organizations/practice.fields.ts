// The practice profile: what scoring must know of the organization itself (docs/scoring.md, "What goes in").
import { ChoiceField, ChoicesField, IntegerField, TextField, TimeZoneField } from '../common/fields';
import { US_STATES, type UsState } from '../common/us-states';

/** Whether the practice is a covered entity under 45 CFR 160.103: a provider who transmits health information electronically in a standard transaction. */
export const COVERED_ENTITY = ['yes', 'no', 'unsure'] as const;
export type CoveredEntity = (typeof COVERED_ENTITY)[number];

export const MODALITIES = ['in_person', 'video', 'phone'] as const;
export type Modality = (typeof MODALITIES)[number];

export const SPECIALTIES = [
  'general_adult',
  'children_and_adolescents',
  'couples_and_family',
  'groups',
  'substance_use',
  'trauma',
  'eating_disorders',
  'reproductive_health',
  'immigration',
  'forensic',
] as const;
export type Specialty = (typeof SPECIALTIES)[number];

/**
 * What a practice may be under HIPAA beside a provider of care; each binds it to further entries of the Security Rule (catalogs/security-rule.yaml).
 * `none` is said by itself: until one is said, it is not known which of those entries apply.
 */
export const OTHER_ROLES = ['none', 'business_associate', 'clearinghouse', 'health_plan_sponsor'] as const;
export type OtherRole = (typeof OTHER_ROLES)[number];

export class PracticeFields {
  @TextField({
    description: 'Legal name of the practice.',
    example: 'Harbor Light Counseling, PLLC',
    maxLength: 200,
  })
  name: string;

  @TimeZoneField({
    description: 'IANA time zone in which the practice reads calendar dates.',
    example: 'America/Chicago',
  })
  timeZone: string;

  @ChoiceField(COVERED_ENTITY, {
    description:
      'Is the practice a covered entity (45 CFR 160.103)? Yes when it sends health information electronically in a standard transaction such as an insurance claim; "no" relabels HIPAA gates as good practice and state law.',
  })
  coveredEntity: CoveredEntity;

  @ChoicesField(US_STATES, {
    description: 'States where clients sit during a session.',
    example: ['IL', 'WI'],
    minItems: 1,
  })
  clientStates: UsState[];

  @ChoicesField(US_STATES, {
    description: 'States where clinicians sit during a session.',
    example: ['IL'],
    minItems: 1,
  })
  clinicianStates: UsState[];

  @ChoicesField(MODALITIES, {
    description: 'How sessions take place.',
    example: ['in_person', 'video'],
    minItems: 1,
  })
  modalities: Modality[];

  @ChoicesField(SPECIALTIES, { description: 'What the practice works with.', example: ['general_adult'] })
  specialties: Specialty[];

  @IntegerField({ description: 'Clinicians who see clients.', example: 4, minimum: 1, maximum: 10000 })
  clinicians: number;

  @IntegerField({ description: 'Clients seen in a year.', example: 220, minimum: 0, maximum: 10000000 })
  clientsPerYear: number;

  @ChoicesField(OTHER_ROLES, {
    description:
      'What the practice is under HIPAA beside a provider of care: a business associate of other practices, a health care clearinghouse (45 CFR 160.103), the sponsor of a self-insured health plan for its own people; "none" alone when it is none of them. Leave out while it is not known.',
    example: ['none'],
    optional: true,
  })
  otherRoles?: OtherRole[] | null;
}
