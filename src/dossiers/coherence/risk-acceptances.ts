// Acceptances of risks: of a threat that there is, for a year at most, once at a time. What they were accepted at is history and is not held against the results of another day.
import { addMonths } from '../../common/calendar-date';
import { LONGEST_MONTHS } from '../../risk-acceptances/acceptance-refusals';
import type { Dossier, DossierRiskAcceptance } from '../dossier.document';
import { eachOf, fault, type CoherenceRule } from './rule';

const LIST = 'riskAcceptances';

const aboutRatedThings: CoherenceRule = ({ riskAcceptances, services }, { knownThreats }) =>
  eachOf(riskAcceptances, ({ threat, service }, index) => {
    const scope = knownThreats?.find(({ id }) => id === threat)?.scope;
    return [
      knownThreats &&
        !scope &&
        fault(
          'unknown-threat',
          'is not a threat of the scoring model; see docs/scoring.md',
          ...[LIST, index, 'threat'],
        ),
      scope === 'practice' &&
        service != null &&
        fault(
          'threat-of-the-practice',
          `is not for ${threat}, a threat of the practice's own register; leave the service out`,
          ...[LIST, index, 'service'],
        ),
      scope === 'service' &&
        service == null &&
        fault(
          'service-missing',
          `is missing: ${threat} is a threat of a service; name it by its key`,
          ...[LIST, index, 'service'],
        ),
      service != null &&
        !services.some(({ key }) => key === service) &&
        fault(
          'unknown-service',
          'no service has this key; add it or correct the key',
          LIST,
          index,
          'service',
        ),
    ];
  });

const termsAreShort: CoherenceRule = ({ riskAcceptances }, { asOf, today = asOf }) =>
  eachOf(riskAcceptances, ({ acceptedOn, until, ended }, index) => [
    until < acceptedOn &&
      fault('dates-reversed', 'lies before the day of the acceptance', LIST, index, 'until'),
    until > addMonths(acceptedOn, LONGEST_MONTHS) &&
      fault(
        'term-too-long',
        `must be at most a year on: ${addMonths(acceptedOn, LONGEST_MONTHS)} or earlier`,
        ...[LIST, index, 'until'],
      ),
    today &&
      acceptedOn > today &&
      fault('dated-in-the-future', `lies after ${today}; say it once it is so`, LIST, index, 'acceptedOn'),
    ended &&
      ended.on < acceptedOn &&
      fault('dates-reversed', 'lies before the day of the acceptance', LIST, index, 'ended', 'on'),
    ended &&
      today &&
      ended.on > today &&
      fault('dated-in-the-future', `lies after ${today}; say it once it is so`, LIST, index, 'ended', 'on'),
  ]);

const renewsTheSameRisk: CoherenceRule = ({ riskAcceptances }) =>
  eachOf(riskAcceptances, (acceptance, index) => {
    const { renews } = acceptance;
    if (!renews) return [];
    const before = (riskAcceptances ?? []).find(({ key }) => key === renews);
    const at = [LIST, index, 'renews'] as const;
    if (!before || before === acceptance)
      return [fault('unknown-acceptance', 'no other acceptance has this key', ...at)];
    if (riskOf(before) !== riskOf(acceptance))
      return [fault('acceptance-of-another-risk', 'is an acceptance of another risk', ...at)];
    if (before.acceptedOn > acceptance.acceptedOn)
      return [fault('dates-reversed', 'was accepted after this one', ...at)];
    const second = (riskAcceptances ?? []).findIndex((one) => one.renews === renews);
    return [second < index && fault('accepted-twice', `is renewed already, by /${LIST}/${second}`, ...at)];
  });

/** Of two that overlap one renews the other, or the earlier was ended. */
const acceptedOnceAtATime: CoherenceRule = ({ riskAcceptances }) => {
  const all = riskAcceptances ?? [];
  const byRisk = new Map<string, DossierRiskAcceptance[]>();
  for (const one of all) byRisk.set(riskOf(one), [...(byRisk.get(riskOf(one)) ?? []), one]);
  return eachOf(riskAcceptances, (acceptance, index) => {
    const other = byRisk
      .get(riskOf(acceptance))
      ?.find((one) => one !== acceptance && isBeforeAndStands(one, acceptance, all));
    return [
      other &&
        fault(
          'accepted-twice',
          `is accepted already by "${other.key}" until ${other.until}; renew that one, or end it first`,
          ...[LIST, index, 'threat'],
        ),
    ];
  });
};

/** @returns whether `one` still stands, by its own dates, on the day on which the other was accepted */
function isBeforeAndStands(
  one: DossierRiskAcceptance,
  { key, acceptedOn, renews }: DossierRiskAcceptance,
  all: NonNullable<Dossier['riskAcceptances']>,
): boolean {
  // Of one day neither is the earlier: both are told.
  const isBefore = one.acceptedOn <= acceptedOn;
  if (!isBefore || renews === one.key || one.renews === key || one.until < acceptedOn) return false;
  if (one.ended && one.ended.on <= acceptedOn) return false;
  return !all.some((later) => later.renews === one.key && later.acceptedOn <= acceptedOn);
}

function riskOf({ service, threat }: DossierRiskAcceptance): string {
  return `${service ?? ''} ${threat}`;
}

export const RISK_ACCEPTANCE_RULES: readonly CoherenceRule[] = [
  aboutRatedThings,
  termsAreShort,
  renewsTheSameRisk,
  acceptedOnceAtATime,
];
