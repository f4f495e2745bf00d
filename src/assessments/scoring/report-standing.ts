// Whether a document earns anything as a SOC 2 report of a service, whatever the date. A report earns credit once it has been read:
// what nobody recorded stands where the worst that could be found there would stand, so that leaving out never pays.
import type { EntityFinding } from '../../soc2-reports/reported-entity';
import type { Soc2Knowledge } from '../../soc2-reports/soc2-knowledge';
import type { ServiceFacts } from './service-facts';

export interface EarnsNothing {
  readonly because: string;
  /** false: it is a task to find out, or to get a real report */
  readonly known: boolean;
}

type Report = ServiceFacts['soc2Reports'][number];

export function whyItEarnsNothing(
  report: Report,
  entity: EntityFinding,
  service: Pick<ServiceFacts['service'], 'usesAi'>,
  { kinds }: Pick<Soc2Knowledge, 'kinds'>,
): EarnsNothing | null {
  const open = (because: string) => ({ because, known: false });
  const bad = (because: string) => ({ because, known: true });
  const kind = kinds.find((candidate) => candidate.kind === report.kind);
  if (report.reportedParty === 'subservice_organization')
    return open('It is the report of a company behind the vendor and says nothing of the vendor.');
  if (!kind || kind.countsAs === 'none')
    return open(`It is no SOC 2 report (${(kind?.name ?? report.kind).toLowerCase()}).`);
  if (report.isDraft) return open('It is a draft.');
  if (report.opinion === 'not_found') return open('It holds no opinion of an auditor.');
  if (report.licensedCpaFirm === 'no') return bad('The firm that signed is no licensed CPA firm.');
  if (entity === 'another')
    return bad('It is about another legal entity than the one that signs, and nothing explains why.');
  if (service.usesAi && report.aiFeatureInScope === 'no') return bad('The AI in use is outside its scope.');
  const missing = notRead(report, service.usesAi, kinds);
  return missing.length > 0
    ? open(`It has not been read through; still to be recorded: ${missing.join(', ')}.`)
    : null;
}

/** True when a report examines how controls work over a period, and not how they are designed at one date. */
export function testsOperation({ kind, periodStart }: Report, kinds: Soc2Knowledge['kinds']): boolean {
  const countsAs = kinds.find((one) => one.kind === kind)?.countsAs;
  return countsAs === 'type_2' || (countsAs === 'by_period' && Boolean(periodStart));
}

/** What has to be recorded before a report earns credit, in words. */
export function notRead(report: Report, usesAi: boolean, kinds: Soc2Knowledge['kinds']): string[] {
  const stated = (answer: string | null | undefined) => answer === 'yes' || answer === 'no';
  return [
    !report.reportedEntity && 'the legal entity reported on',
    !stated(report.licensedCpaFirm) && 'whether a licensed CPA firm signed it',
    usesAi && !stated(report.aiFeatureInScope) && 'whether the AI in use is inside its scope',
    !report.exceptions && 'its exceptions',
    testsOperation(report, kinds) && !report.controlsNotTested && 'the controls that could not be tested',
    !report.userEntityControls && 'its user entity controls',
  ].filter((missing): missing is string => missing !== false);
}
