// The flows of client data as the report shows them: a numbered row each, and the drawing of them.
import type { CalendarDate } from '../../common/calendar-date';
import { countryName } from '../../common/countries';
import type { DossierAgreement, DossierDataFlow, DossierService } from '../../dossiers/dossier.document';
import { shortened } from '../markup/shortened';
import { capitalized, counted, listed } from './number-words';
import { shortDate } from './date-words';
import { DATA_CLASS_WORDS, IDENTIFIABILITY_WORDS, TRANSFER_WORDS, YES_NO_UNKNOWN_WORDS } from './fact-words';
import { coverageOf, type FlowCoverage } from './flow-coverage';

export interface FlowView {
  number: string;
  from: string;
  to: string;
  /** the service that the flow belongs to, when it is at neither end */
  forService: string | null;
  data: string;
  purpose: string;
  /** how it gets across and who carries it; empty when neither is on record */
  carried: string;
  identifiability: string;
  rests: string;
  encryption: string;
  clients: string;
  /** "Covered by ..." or why not */
  agreement: string;
  isUncovered: boolean;
}

/** What has to be known of a service to tell its flows. */
export type FlowService = Pick<
  DossierService,
  'key' | 'name' | 'vendor' | 'plan' | 'plans' | 'subcontractors'
>;

/** The facts that flows are told from: a dossier, or as much of it. */
export interface FlowFacts<Flow extends DossierDataFlow = DossierDataFlow> {
  services: readonly FlowService[];
  dataFlows?: readonly Flow[] | null;
  agreements?: readonly DossierAgreement[] | null;
}

export interface NumberedFlow<Flow extends DossierDataFlow = DossierDataFlow> {
  number: string;
  flow: Flow;
  service: FlowService;
  coverage: FlowCoverage;
}

/** The whole name stands on the pages of the service. */
const NAME_CHARACTERS = 60;

/**
 * Numbers the flows service by service, in the order in which the report tells the services.
 * @param before how many flows are numbered before these, where only some are shown
 */
export function numberedFlows<Flow extends DossierDataFlow>(
  { dossier, asOf }: { readonly dossier: FlowFacts<Flow>; readonly asOf: CalendarDate },
  serviceKeysInOrder: readonly string[],
  before = 0,
): NumberedFlow<Flow>[] {
  const { services, dataFlows, agreements } = dossier;
  const found = serviceKeysInOrder.flatMap((key) => {
    const service = services.find((one) => one.key === key);
    if (!service) return [];
    return (dataFlows ?? []).filter((flow) => flow.service === key).map((flow) => ({ flow, service }));
  });
  return found.map((one, index) => ({
    ...one,
    number: `F${before + index + 1}`,
    coverage: coverageOf(one.flow, agreements ?? [], asOf, one.service),
  }));
}

export function flowView({ number, flow, service, coverage }: NumberedFlow, practiceName: string): FlowView {
  const [from, to] = [flow.from, flow.to].map((end) => partyName(end, service, practiceName)) as [
    string,
    string,
  ];
  return {
    number,
    from: shortened(from, NAME_CHARACTERS),
    to: shortened(to, NAME_CHARACTERS),
    forService:
      from === service.name || to === service.name ? null : shortened(service.name, NAME_CHARACTERS),
    data: capitalized(listed(flow.dataClasses.map((one) => DATA_CLASS_WORDS[one]))),
    purpose: flow.purpose,
    carried: carriedWords(flow),
    identifiability: IDENTIFIABILITY_WORDS[flow.identifiability],
    rests: `${flow.country ? countryName(flow.country) : 'Country not known'}; ${retention(flow)}`,
    encryption: encryptionWords(flow),
    clients:
      flow.clientsPerYear == null
        ? 'all clients of a year'
        : counted(flow.clientsPerYear, 'client') + ' a year',
    agreement: coverageWords(coverage),
    isUncovered: coverage.state === 'uncovered',
  };
}

export function partyName(end: DossierDataFlow['from'], service: FlowService, practiceName: string): string {
  if (end.party === 'practice') return practiceName;
  if (end.party === 'clients') return 'Clients';
  if (end.party === 'service') return service.name;
  const subcontractor = service.subcontractors?.find((one) => one.key === end.subcontractor);
  return subcontractor?.name ?? 'A subcontractor not named';
}

function carriedWords({ transfer, carriedBy }: DossierDataFlow): string {
  return capitalized([transfer && TRANSFER_WORDS[transfer], carriedBy].filter(Boolean).join(': '));
}

function retention({ retentionDays }: DossierDataFlow): string {
  if (retentionDays == null) return 'kept for an unknown time';
  return retentionDays === 0 ? 'not kept' : `kept ${counted(retentionDays, 'day')}`;
}

function encryptionWords({ encryptedInTransit, encryptedAtRest }: DossierDataFlow): string {
  if (encryptedInTransit === 'yes' && encryptedAtRest === 'yes') return 'Encrypted on the way and at rest';
  return `Encrypted on the way: ${YES_NO_UNKNOWN_WORDS[encryptedInTransit]}; at rest: ${YES_NO_UNKNOWN_WORDS[encryptedAtRest]}`;
}

function coverageWords(coverage: FlowCoverage): string {
  switch (coverage.state) {
    case 'covered':
      return `${coverage.agreement.title}${coverage.agreement.endsOn ? `, until ${shortDate(coverage.agreement.endsOn)}` : ''}`;
    case 'uncovered':
      return 'No agreement in force';
    case 'exception':
      return `Exception relied on: ${coverage.citation ?? 'not cited'}`;
    case 'deidentified':
      return 'No agreement; stated to be de-identified';
    case 'no_vendor':
      return 'No vendor takes part';
  }
}
