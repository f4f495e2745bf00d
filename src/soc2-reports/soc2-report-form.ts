// The form about one SOC 2 report, in the order in which one reads it. What carries the score stands open; the rest opens when something stands in it.
import type { FormBody } from '../common/http/form-body';
import type { RecordRow } from '../records/record-kind';
import { addressOfTool, type ToolOfPage } from '../vendors/tool-of-page.query';
import {
  besideOf,
  entriesTyped,
  labelsOfParts,
  sectionsOf,
  type FormPart,
  type PartedForm,
} from '../web/parted-form';
import type { RecordForm } from '../web/record-form';
import { BridgeLetterFields } from './bridge-letter.fields';
import { DisclosedIncidentFields } from './report-description.fields';
import { ReportReviewFields, ReviewerFields } from './report-review.fields';
import * as findings from './soc2-findings-words';
import * as words from './soc2-report-words';
import { Soc2ReportFields } from './soc2-report.fields';
import { SubserviceControlFields, SubserviceOrganizationFields } from './subservice-organization.fields';
import { ControlTestsFields, Soc2ExceptionFields, UntestedControlFields } from './tests-of-controls.fields';
import { UserEntityControlFields } from './user-entity-control.fields';

const SAYS_NONE = 'The report says that there are none';

const PARTS: readonly FormPart[] = [
  { title: 'The document', words: words.DOCUMENT_WORDS },
  { title: 'The auditor and the opinion', words: words.OPINION_WORDS_OF_FORM },
  { title: 'Which time it is about', words: words.TIME_WORDS },
  { title: 'What was examined', words: words.CATEGORIES_WORDS },
  {
    title: 'What failed',
    help: 'Section 4 lists each test with its result: look for “exception”, “deviation” or “noted”. They also stand under a good opinion. Until somebody has read them, the report counts for nothing.',
    rows: {
      list: 'exceptions',
      type: Soc2ExceptionFields,
      words: findings.EXCEPTION_WORDS,
      one: 'Exception',
    },
    none: { exceptions: SAYS_NONE },
  },
  {
    title: 'What you have to do yourself',
    help: 'Look for “complementary user entity controls” near the end of section 3. Each becomes a task. Until somebody has read them, the report counts for nothing.',
    rows: {
      ...{ list: 'userEntityControls', type: UserEntityControlFields, words: findings.USER_CONTROL_WORDS },
      one: 'Duty',
    },
    none: { userEntityControls: SAYS_NONE },
  },
  {
    title: 'Companies behind the vendor',
    help: 'Look for “subservice organizations” in section 3.',
    rows: {
      ...{
        list: 'subserviceOrganizations',
        type: SubserviceOrganizationFields,
        words: findings.SUBSERVICE_WORDS,
      },
      one: 'Company',
    },
    none: { subserviceOrganizations: SAYS_NONE },
  },
  {
    title: 'What you concluded',
    help: 'Once somebody has read it. Leave it empty as a whole until then.',
    within: [
      { at: 'review/', type: ReportReviewFields, words: findings.REVIEW_WORDS },
      { at: 'review/reviewer/', type: ReviewerFields, words: findings.REVIEWER_WORDS },
    ],
  },
  {
    ...{ title: 'Bridge letters', isFolded: true, words: words.LATER_WORDS },
    help: 'A letter of the management on the months since the period. It carries a report for three months at most: good practice, not law.',
    rows: {
      list: 'bridgeLetters',
      type: BridgeLetterFields,
      words: findings.BRIDGE_LETTER_WORDS,
      one: 'Letter',
    },
  },
  {
    ...{ title: 'How it was tested', isFolded: true, help: 'Section 4.' },
    within: [{ at: 'controlTests/', type: ControlTestsFields, words: findings.TESTS_WORDS }],
  },
  {
    ...{ title: 'What was not tested', isFolded: true },
    help: 'Controls that did not run in the period, or could not be looked at.',
    rows: {
      list: 'controlsNotTested',
      type: UntestedControlFields,
      words: findings.UNTESTED_WORDS,
      one: 'Control',
    },
    none: { controlsNotTested: SAYS_NONE },
  },
  {
    ...{ title: 'Incidents in the period', isFolded: true, help: 'What the report itself discloses.' },
    rows: {
      list: 'incidents',
      type: DisclosedIncidentFields,
      words: findings.INCIDENT_WORDS,
      one: 'Incident',
    },
    none: { incidents: SAYS_NONE },
  },
  {
    ...{ title: 'What companies behind it are taken to do', isFolded: true },
    help: 'Look for “complementary subservice organization controls”.',
    rows: {
      ...{
        list: 'subserviceControls',
        type: SubserviceControlFields,
        words: findings.SUBSERVICE_CONTROL_WORDS,
      },
      one: 'Assumption',
    },
    none: { subserviceControls: SAYS_NONE },
  },
  { title: 'More about the system and the paper', isFolded: true, words: words.SYSTEM_WORDS },
];

const FORM: PartedForm = { type: Soc2ReportFields, parts: PARTS };

/** @param report to change; null for a new one */
export function soc2ReportForm(
  organizationId: string,
  tool: ToolOfPage,
  report: RecordRow | null,
): RecordForm {
  const at = addressOfTool(organizationId, tool.id);
  const others = tool.reports.filter(({ key }) => key !== report?.key);
  const choices = { services: tool.ofVendor, reviewedReport: others };
  return {
    title: report ? 'Change a SOC 2 report' : 'Add a SOC 2 report',
    lead: `Have the report about ${tool.vendorName} at hand. An auditor’s report can show that what the vendor says is so, but only for what it covers and once somebody has read it. HIPAA does not ask for one.`,
    back: { href: `${at}#papers`, label: tool.name },
    action: report ? `${at}/soc2-reports/${report.id}` : `${at}/soc2-reports`,
    button: report ? 'Save' : 'Add the report',
    labels: labelsOfParts(PARTS),
    sections: (values, faults) => sectionsOf({ ...FORM, choices }, values, faults),
  };
}

/** Duties have keys, by which tasks know them: a row that stands keeps its own, a new one gets the next that is free. */
export function soc2ReportBeside(form: FormBody, report: RecordRow | null): Record<string, unknown> {
  const beside = besideOf(FORM, form);
  const stored = (report?.userEntityControls ?? []) as UserEntityControlFields[];
  const taken = new Set(stored.map(({ key }) => key));
  const duties = entriesTyped(UserEntityControlFields, 'userEntityControls', form).map(({ row, entry }) => {
    const key = stored[row]?.key ?? freeKey(taken);
    taken.add(key);
    return { ...entry, key };
  });
  return duties.length > 0 ? { ...beside, userEntityControls: duties } : beside;
}

function freeKey(taken: ReadonlySet<string>): string {
  let number = taken.size + 1;
  while (taken.has(`cuec-${number}`)) number += 1;
  return `cuec-${number}`;
}
