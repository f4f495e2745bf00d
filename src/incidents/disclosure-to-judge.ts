// Client data that goes to a business associate without an agreement in force is a disclosure that the privacy rule does not allow (45 CFR 164.502(e),
// 164.308(b)), and what it does not allow counts as a breach until an exception holds or four factors show a low probability that the data was compromised
// (45 CFR 164.402 (breach, paragraphs (1) and (2))). A person judges that, as an incident. This says only of which tools nobody has begun to: none is opened by itself.
import type { CalendarDate } from '../common/calendar-date';
import type { IncidentKind } from './incident-words';

/** Id of the gate in the scoring model that such a flow fires. */
export const AGREEMENT_GATE = 'no-agreement-in-force';

/** Id of the contradiction where an agreement in force covers the flows, and only the checklist says that there is none. */
export const AGREEMENT_ON_RECORD = 'agreement-without-baa-signed';

/** What the incident is that is opened for such flows. */
export const DISCLOSURE_KIND: IncidentKind = 'use_not_allowed';

interface Gate {
  readonly id: string;
  /** of house where the rule does not bind the practice */
  readonly kind: string;
  readonly state: string;
}

interface Result {
  readonly service: { readonly key: string };
  readonly gates: readonly Gate[];
  readonly contradictions: readonly { readonly id: string }[];
}

interface Flow {
  readonly service: string;
  readonly recipientRole: string;
  readonly since?: CalendarDate | null;
}

interface OpenedIncident {
  readonly kind: IncidentKind;
  readonly services: readonly string[];
  readonly knownOn: CalendarDate;
}

/**
 * True where the gate has fired as a rule of law: not while nobody has said whether there is an agreement, nor where HIPAA does not bind the practice, nor where
 * one is on record and only an answer is against it.
 */
export function isDisclosure({ gates, contradictions }: Omit<Result, 'service'>): boolean {
  return (
    gates.some(({ id, kind, state }) => id === AGREEMENT_GATE && kind === 'law' && state === 'fired') &&
    !contradictions.some(({ id }) => id === AGREEMENT_ON_RECORD)
  );
}

/**
 * Keys of the services with such flows for which no incident is on record, in the order of the results. An incident is for them when it names the service, is
 * about something used or shown as is not allowed, and was not known before the first of the service's flows to a business associate began.
 */
export function disclosuresToJudge(
  results: readonly Result[],
  flows: readonly Flow[],
  incidents: readonly OpenedIncident[],
): string[] {
  return results
    .filter(isDisclosure)
    .map(({ service }) => service.key)
    .filter((key) => {
      const began = firstDay(flows.filter(({ service }) => service === key));
      return !incidents.some(
        ({ kind, services, knownOn }) =>
          kind === DISCLOSURE_KIND && services.includes(key) && (began === null || knownOn >= began),
      );
    });
}

/** Null while the first day of any of them is not known. */
function firstDay(flows: readonly Flow[]): CalendarDate | null {
  const days = flows
    .filter(({ recipientRole }) => recipientRole === 'business_associate')
    .map(({ since }) => since ?? null);
  return days.includes(null) ? null : ((days.sort()[0] as CalendarDate | undefined) ?? null);
}

/** Where such an incident is reported: the form comes with what is known, and every judgment is left to whoever fills it in. @param at address of the practice */
export function reportDisclosureAt(
  at: string,
  { key, name }: { readonly key: string; readonly name: string },
): string {
  const query = new URLSearchParams({
    title: [...`Client data went to ${name} without an agreement in force`].slice(0, 200).join(''),
    ...{ kind: DISCLOSURE_KIND, service: key },
  });
  return `${at}/incidents/new?${query.toString()}`;
}
