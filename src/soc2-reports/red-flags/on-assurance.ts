// Red flags on whose report it is, who signed it and whether it is a report at all.
import { entityFinding } from '../reported-entity';
import { SOC2_REPORT_KINDS } from '../soc2-words';
import type { RedFlagId } from '../soc2-knowledge';
import type { RedFlagFacts, RedFlagRule } from './red-flag-facts';

const onlyACompanyBehind: RedFlagRule = ({ report, others }) => {
  if (report.reportedParty !== 'subservice_organization') return null;
  const own = others.some(isFinalReportOfVendor);
  return own ? null : 'The report is of a company behind the vendor, and none of the vendor is recorded.';
};

const outsideTheScope: RedFlagRule = ({ report, vendorName, services }) => {
  if (report.reportedParty === 'subservice_organization') return null;
  if (entityFinding(report.reportedEntity, report.entityExplanation, vendorName) === 'another')
    return 'The entity reported on is not the vendor that signs, and nothing explains why.';
  const ai = services.find(({ usesAi }) => usesAi);
  return ai && report.aiFeatureInScope === 'no' ? `The AI of ${ai.key} is outside the scope.` : null;
};

const companiesNotExamined: RedFlagRule = ({ report, services, vendorName, asOf }) => {
  const companies = report.subserviceOrganizations;
  if (!companies || report.reportedParty === 'subservice_organization') return null;
  const isNamed = (name: string) =>
    companies.some((company) => entityFinding(company.name, null, name) === 'same') ||
    entityFinding(vendorName, null, name) === 'same';
  const missing = services.flatMap(({ companiesBehind }) => companiesBehind).filter((name) => !isNamed(name));
  const open = companies
    .filter(({ method, reviewedOn }) => method !== 'inclusive' && !(reviewedOn && reviewedOn <= asOf))
    .map(({ name }) => name);
  const found = [
    missing.length > 0 &&
      `Not among the subservice organizations: ${[...new Set(missing)].sort().join(', ')}.`,
    open.length > 0 && `Left out of the report, with none of their own reviewed: ${open.sort().join(', ')}.`,
  ].filter((sentence): sentence is string => sentence !== false);
  return found.length > 0 ? found.join(' ') : null;
};

const auditorInDoubt: RedFlagRule = ({ report }) => {
  if (!SOC2_REPORT_KINDS.includes(report.kind)) return null;
  if (report.licensedCpaFirm === 'no') return 'The firm that signed is no licensed CPA firm.';
  if (report.licensedCpaFirm === 'unknown')
    return 'The firm that signed was not found as a licensed CPA firm.';
  return report.auditorIndependent === 'no'
    ? 'The firm is not independent of whoever runs the compliance tool.'
    : null;
};

const sectionsMissing: RedFlagRule = ({ report }) => {
  if (!SOC2_REPORT_KINDS.includes(report.kind)) return null;
  const missing = [
    report.managementAssertion === 'no' && "the management's assertion",
    report.controlTests?.controlsTested === 0 && 'tests of controls',
    report.controlTests?.sampleSizesStated === 'no' && 'sizes of samples',
    report.userEntityControls?.length === 0 && 'user entity controls',
  ].filter((section): section is string => section !== false);
  return missing.length > 0 ? `Not in the report: ${missing.join(', ')}.` : null;
};

const calledACertification: RedFlagRule = ({ report }) => {
  if (report.copyReceived === 'badge') return 'A badge was shown in place of the report.';
  return report.calledCertification === 'yes' ? 'The vendor calls it a certification.' : null;
};

const partialCopy: RedFlagRule = ({ report }) =>
  report.copyReceived === 'redacted' || report.copyReceived === 'summary'
    ? `What was received is a ${report.copyReceived} copy.`
    : null;

/** A SOC 2 report of the vendor itself that is no draft. */
export function isFinalReportOfVendor(report: RedFlagFacts['report']): boolean {
  return (
    SOC2_REPORT_KINDS.includes(report.kind) &&
    !report.isDraft &&
    report.reportedParty !== 'subservice_organization'
  );
}

export const RULES_ON_ASSURANCE = {
  'SOC-RF01': onlyACompanyBehind,
  'SOC-RF07': outsideTheScope,
  'SOC-RF08': companiesNotExamined,
  'SOC-RF12': auditorInDoubt,
  'SOC-RF13': sectionsMissing,
  'SOC-RF14': calledACertification,
  'SOC-RF16': partialCopy,
} as const satisfies Partial<Record<RedFlagId, RedFlagRule>>;
