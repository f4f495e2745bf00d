// What a report says of itself and of the system: who is reported on, what is inside, and the parts that carry no points.
import {
  ChoiceField,
  DateField,
  RecordField,
  RecordListField,
  TextField,
  TextListField,
} from '../common/fields';
import type { CalendarDate } from '../common/calendar-date';
import { YES_NO_UNKNOWN, type YesNoUnknown } from '../common/words';
import {
  COPIES_RECEIVED,
  HIPAA_MAPPINGS,
  REPORTED_PARTIES,
  type CopyReceived,
  type HipaaMapping,
  type ReportedParty,
} from './soc2-words';
import { ControlTestsFields } from './tests-of-controls.fields';

export class DisclosedIncidentFields {
  @TextField({ description: 'What happened, without names or client data.', maxLength: 1000 })
  summary: string;

  @DateField({ description: 'When.', optional: true })
  occurredOn?: CalendarDate | null;

  @ChoiceField(YES_NO_UNKNOWN, { description: 'Does the report name the root cause?', example: 'yes' })
  rootCauseStated: YesNoUnknown;
}

export class ReportDescriptionFields {
  @ChoiceField(REPORTED_PARTIES, {
    description:
      "Whose report it is: the vendor's (also when left out), or that of a company behind it, such as the cloud host, which earns the vendor nothing.",
    optional: true,
  })
  reportedParty?: ReportedParty | null;

  @TextField({
    description: 'Legal entity reported on, as printed; it should be the one that signs the agreement.',
    example: 'Northlight Notes, Inc.',
    optional: true,
    maxLength: 200,
  })
  reportedEntity?: string | null;

  @TextField({
    description: 'Why the entity is another than the vendor that signs.',
    example: 'Wholly owned subsidiary that runs the platform; letter of 2026-02-01.',
    optional: true,
    maxLength: 1000,
  })
  entityExplanation?: string | null;

  @TextField({
    description: 'Name of the system.',
    example: 'Northlight Platform',
    optional: true,
    maxLength: 200,
  })
  systemName?: string | null;

  @TextField({
    description: 'What the description of the system says is inside.',
    optional: true,
    maxLength: 4000,
  })
  systemScope?: string | null;

  @TextListField({
    description: 'Services, regions or features that the report leaves out.',
    optional: true,
    example: ['beta features'],
    maxLength: 500,
    maxItems: 100,
  })
  exclusions?: string[] | null;

  @ChoiceField(YES_NO_UNKNOWN, {
    description:
      'Is the AI that the practice uses inside the scope? For services with AI, only yes earns credit.',
    example: 'yes',
    optional: true,
  })
  aiFeatureInScope?: YesNoUnknown | null;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: "Is the management's written assertion there?",
    optional: true,
  })
  managementAssertion?: YesNoUnknown | null;

  @TextField({
    description: 'Criteria of the description.',
    example: 'DC section 200 (2018)',
    optional: true,
    maxLength: 200,
  })
  descriptionCriteria?: string | null;

  @RecordField(() => ControlTestsFields, { description: 'Summary of the tests of controls.', optional: true })
  controlTests?: ControlTestsFields | null;

  @TextField({
    description: 'Significant changes disclosed for the period.',
    optional: true,
    maxLength: 4000,
  })
  significantChanges?: string | null;

  @RecordListField(() => DisclosedIncidentFields, {
    description:
      'Incidents disclosed for the period; an empty list when the report says that there were none.',
    optional: true,
    maxItems: 100,
  })
  incidents?: DisclosedIncidentFields[] | null;

  @TextField({
    description: 'Other information of the management, which the auditor did not examine.',
    optional: true,
    maxLength: 4000,
  })
  otherInformation?: string | null;

  @ChoiceField(YES_NO_UNKNOWN, {
    description: 'Is its use restricted? Such a report is kept private.',
    optional: true,
  })
  restrictedUse?: YesNoUnknown | null;

  @ChoiceField(HIPAA_MAPPINGS, {
    description: 'HIPAA in the report: a mapping table only, or covered by the opinion.',
    optional: true,
  })
  hipaaMapping?: HipaaMapping | null;

  @TextField({
    description: 'Principal service commitments and system requirements.',
    optional: true,
    maxLength: 4000,
  })
  principalCommitments?: string | null;

  @TextListField({
    description: 'Locations in scope: data centres and offices.',
    optional: true,
    example: ['Ohio, US'],
    maxLength: 200,
    maxItems: 100,
  })
  locations?: string[] | null;

  @ChoiceField(COPIES_RECEIVED, { description: 'What was received of it.', optional: true })
  copyReceived?: CopyReceived | null;

  @ChoiceField(YES_NO_UNKNOWN, { description: 'Does the vendor call it a certification?', optional: true })
  calledCertification?: YesNoUnknown | null;
}
