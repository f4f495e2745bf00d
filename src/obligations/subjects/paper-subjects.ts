// Reports, certificates and documents as subjects: each is asked for anew when it is a year old or says itself that it ends. One that a newer of the same kind took the
// place of drops out.
import type { CalendarDate } from '../../common/calendar-date';
import type { DatedFacts } from '../obligation-facts.query';
import type { Subject } from '../rules/occurrences';

/** Of the reports of one vendor, those that no newer one takes the place of: a newer one has to be of the same kind and speak of all the services of the older. */
export function soc2ReportSubjects({ soc2Reports, vendors }: DatedFacts): Subject[] {
  const current = withoutReplaced(
    soc2Reports,
    ({ periodEnd }) => periodEnd,
    ({ vendor }) => vendor,
  );
  return current.map(({ key, vendor, periodEnd, recordedOn }) => {
    const name = `SOC 2 report of ${nameOf(vendor, vendors)}`;
    return {
      record: { kind: 'soc2_report' as const, key },
      name,
      why: `the ${name} on file grows old`,
      recordedOn,
      countsFrom: periodEnd,
    };
  });
}

export function attestationSubjects({ attestations, vendors }: DatedFacts): Subject[] {
  const standing = attestations.filter(({ withdrawnOn }) => !withdrawnOn);
  const current = withoutReplaced(
    standing,
    ({ issuedOn }) => issuedOn,
    ({ vendor, kind }) => `${vendor} ${kind}`,
  );
  return current.map(({ key, vendor, issuer, issuedOn, validUntil, recordedOn }) => ({
    record: { kind: 'attestation' as const, key },
    name: `Certificate or test of ${nameOf(vendor, vendors)} by ${issuer}`,
    why: validUntil
      ? 'it says itself until when it is valid'
      : 'it grows old, and does not say until when it is valid',
    recordedOn,
    countsFrom: issuedOn,
    firstDueOn: validUntil ?? null,
  }));
}

/** Documents that say themselves until when they are valid. What is an agreement, a report or a certificate is a subject by its own record. */
export function evidenceSubjects({ evidence }: DatedFacts): Subject[] {
  const own = ['executed_agreement', 'soc2_report', 'bridge_letter', 'attestation_certificate'];
  const dated = evidence.filter(({ kind, validUntil }) => validUntil && !own.includes(kind));
  const current = withoutReplaced(
    dated,
    ({ issuedOn }) => issuedOn,
    ({ vendor, kind }) => `${vendor ?? ''} ${kind}`,
  );
  return current.map(({ key, title, validUntil, recordedOn }) => ({
    record: { kind: 'evidence' as const, key },
    name: title,
    why: `“${title}” says itself until when it is valid`,
    recordedOn,
    firstDueOn: validUntil as CalendarDate,
  }));
}

function withoutReplaced<T extends { key: string; services: readonly string[] }>(
  papers: readonly T[],
  dateOf: (paper: T) => CalendarDate,
  kindOf: (paper: T) => string,
): T[] {
  return papers.filter(
    (paper) =>
      !papers.some(
        (other) =>
          kindOf(other) === kindOf(paper) &&
          (dateOf(other) > dateOf(paper) || (dateOf(other) === dateOf(paper) && other.key > paper.key)) &&
          paper.services.every((service) => other.services.includes(service)),
      ),
  );
}

function nameOf(key: string, vendors: DatedFacts['vendors']): string {
  return vendors.find((vendor) => vendor.key === key)?.name ?? key;
}
