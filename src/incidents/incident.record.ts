import { linkedServices, type RecordKind } from '../records/record-kind';
import { Incident } from './incident.entity';
import { lostOfIncident } from './kept-of-incident';

export const INCIDENT: RecordKind = {
  name: 'incident',
  plural: 'incidents',
  entity: Incident,
  dossierList: 'incidents',
  table: 'incident',
  columns: `r.title, r.kind, r.summary, r.happened_on as "happenedOn", r.happened_until as "happenedUntil", r.known_on as "knownOn",
    r.should_have_been_known_on as "shouldHaveBeenKnownOn", ${linkedServices('incident_service', 'incident_key')}, r.vendor_key as vendor,
    r.vendor_discovered_on as "vendorDiscoveredOn", r.vendor_told_on as "vendorToldOn", r.vendor_is_agent as "vendorIsAgent",
    r.impermissible_use as "impermissibleUse", r.data_secured as "dataSecured", r.affected_individuals as "affectedIndividuals",
    r.affected_by_state as "affectedByState", r.exception, r.exception_reason as "exceptionReason", r.factors, r.conclusion,
    r.law_enforcement_delay as "lawEnforcementDelay", r.notices, r.mitigation, r.outcome, r.evidence_keys as "evidenceKeys",
    r.closed_on as "closedOn"`,
  serviceLinks: { table: 'incident_service', ownerColumn: 'incident_key' },
  // With whom it happened, if with a vendor, is often found out later.
  changeableOwners: ['vendor'],
  keeps: (record, changes) => lostOfIncident(record, changes),
};
