// A clinical validation: one study of whether a service does in care what it claims. An evaluation under 45 CFR 164.308(a)(8) may
// lean on it; no rule asks for it.
import { ChoiceField, DateField, IntegerField, KeyField, TextField } from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';
import { YES_NO_UNKNOWN, type YesNoUnknown } from '../common/words';

/** Designs of studies, roughly from the most to the least telling. A benchmark runs on prepared data, without care taking place. */
export const STUDY_DESIGNS = [
  'systematic_review',
  'randomized_trial',
  'controlled_study',
  'diagnostic_accuracy',
  'cohort',
  'before_and_after',
  'case_series',
  'survey',
  'benchmark',
  'other',
  'unknown',
] as const;
export type StudyDesign = (typeof STUDY_DESIGNS)[number];

export const STUDY_FINDINGS = ['favorable', 'mixed', 'no_difference', 'unfavorable', 'unknown'] as const;
export type StudyFinding = (typeof STUDY_FINDINGS)[number];

export class ClinicalValidationFields {
  @TextField({
    description: 'Title of the study.',
    example: 'Accuracy of drafted progress notes in outpatient therapy',
    maxLength: 300,
  })
  study: string;

  @ChoiceField(STUDY_DESIGNS, { description: 'Design of the study.', example: 'before_and_after' })
  design: StudyDesign;

  @TextField({
    description: 'Where care took place; leave out when not said.',
    example: 'Four outpatient group practices',
    optional: true,
    maxLength: 300,
  })
  setting?: string | null;

  @TextField({
    description: 'Who took part; leave out when not said.',
    example: 'Adults in individual therapy',
    optional: true,
    maxLength: 500,
  })
  population?: string | null;

  @IntegerField({
    description: 'How many people, sessions or notes were studied; leave out when not said.',
    example: 412,
    optional: true,
    minimum: 1,
    maximum: 1000000000,
  })
  sampleSize?: number | null;

  @IntegerField({
    description: 'At how many sites; leave out when not said.',
    example: 4,
    optional: true,
    minimum: 1,
    maximum: 100000,
  })
  sites?: number | null;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: 'Was it done by people whom the vendor neither employs nor pays for the result?',
  })
  independent: YesNoUnknown;

  @ChoiceField(YES_NO_UNKNOWN, { description: 'Was it peer reviewed?' })
  peerReviewed: YesNoUnknown;

  @ChoiceField(STUDY_FINDINGS, { description: 'How it came out for the service, in a word.' })
  finding: StudyFinding;

  @TextField({
    description: 'What was measured and what came out.',
    example: '96 percent of statements in drafts matched the session; 3 percent were left out.',
    maxLength: 2000,
  })
  outcome: string;

  @TextField({
    description: 'What the study cannot tell; leave out when not said.',
    example: 'No minors, no couples; English only.',
    optional: true,
    maxLength: 2000,
  })
  limitations?: string | null;

  @KeyField({
    description: 'Key of the model card of the version that was studied; leave out when not known.',
    example: 'notewriter-2026-2',
    optional: true,
  })
  modelCard?: string | null;

  @DateField({ description: 'Day on which the study was published or handed over.', example: '2026-08-14' })
  publishedOn: CalendarDate;

  @TextField({
    description: 'Where to find it: journal, identifier, address.',
    example: 'Report handed over by the vendor, 12 pages',
    optional: true,
    maxLength: 500,
  })
  reference?: string | null;
}
