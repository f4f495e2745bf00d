// An attestation, made ready once a service: since when and until when it counts, how it is known, whether it earns anything at all.
// What its kind is worth is data (catalogs/attestations.yaml).
import { addMonths, nextDay, type CalendarDate } from '../../common/calendar-date';
import type { AttestationDefinition, AttestationNeed } from '../../attestations/attestation-knowledge';
import type { Basis } from '../../common/words';
import { entityFinding, type EntityFinding } from '../../soc2-reports/reported-entity';
import type { EarnsNothing } from './report-standing';
import type { TurnOfRecord } from './report-term';
import type { ScoringModel } from './scoring-model';
import type { ServiceFacts } from './service-facts';

export type CountedAttestation = ServiceFacts['attestations'][number];

export interface AttestationTerm {
  readonly attestation: CountedAttestation;
  readonly definition: AttestationDefinition;
  /** the first day on which it counts no more; null when it has no end */
  readonly ends: CalendarDate | null;
  readonly basis: Basis;
  /** is the company that it is about the one that signs? */
  readonly entity: EntityFinding;
  readonly earnsNothing: EarnsNothing | null;
  /** findings of critical or high severity are open: taken from older ones of its kind as well */
  readonly hasGraveFindings: boolean;
  /** each day on which it can come to count differently, and what happens then */
  readonly turns: readonly TurnOfRecord[];
}

export function attestationTermOf(
  attestation: CountedAttestation,
  facts: { vendor: Pick<ServiceFacts['vendor'], 'name'>; service: Pick<ServiceFacts['service'], 'usesAi'> },
  model: Pick<ScoringModel, 'attestations'>,
): AttestationTerm {
  const definition = model.attestations.attestations.find(
    ({ kind }) => kind === attestation.kind,
  ) as AttestationDefinition;
  const { openFindings } = attestation;
  const ends = endOf(attestation, definition);
  const entity = entityFinding(attestation.certifiedEntity, null, facts.vendor.name);
  return {
    attestation,
    definition,
    ends,
    basis: basisOf(attestation, definition),
    entity,
    earnsNothing: whyNothing(attestation, entity, definition, facts.service),
    turns: turnsOf(attestation, definition, ends),
    hasGraveFindings:
      definition.asksFindings && Boolean(openFindings && openFindings.critical + openFindings.high > 0),
  };
}

/** Its own term, the validity of its kind and a withdrawal: whichever comes first. */
function endOf(
  { issuedOn, validUntil, withdrawnOn }: CountedAttestation,
  { validityMonths }: AttestationDefinition,
): CalendarDate | null {
  const ends = [
    validUntil && nextDay(validUntil),
    validityMonths !== null && nextDay(addMonths(issuedOn, validityMonths)),
    withdrawnOn,
  ].filter((date): date is CalendarDate => typeof date === 'string');
  return ends.length > 0 ? ends.reduce((first, second) => (second < first ? second : first)) : null;
}

/** What only the vendor says, or what lacks what its kind needs, is a statement. */
function basisOf(attestation: CountedAttestation, { needs, assurance }: AttestationDefinition): Basis {
  const seen = attestation.proof === 'document' || attestation.proof === 'public_register';
  return seen && (needs === null || attestation[FIELD_OF_NEED[needs]] === 'yes') ? assurance : 'stated';
}

const FIELD_OF_NEED = {
  accredited_body: 'accreditedBody',
  independent_issuer: 'independentIssuer',
  covered_by_opinion: 'coveredByOpinion',
} as const satisfies Record<AttestationNeed, keyof CountedAttestation>;

/** As with SOC 2 reports: what nobody recorded stands where the worst that could be found there would stand. */
function whyNothing(
  attestation: CountedAttestation,
  entity: EntityFinding,
  { name, earns, asksFindings }: AttestationDefinition,
  service: Pick<ServiceFacts['service'], 'usesAi'>,
): EarnsNothing | null {
  const open = (because: string) => ({ because, known: false });
  const bad = (because: string) => ({ because, known: true });
  if (earns.length === 0) return open(`${name} is worth nothing here.`);
  if (entity === 'another') return bad('It is about another legal entity than the one that signs.');
  if (service.usesAi && attestation.coversAi === 'no') return bad('It does not cover the AI in use.');
  if (entity === 'not_recorded') return open('The legal entity that it is about has not been recorded.');
  if (service.usesAi && attestation.coversAi !== 'yes')
    return open('Whether it covers the AI in use is not known.');
  if (asksFindings && !attestation.openFindings) return open('Which findings are open is not known.');
  return null;
}

/** The latest review known on a date: the issue, or a surveillance audit or interim review after it. */
export function lastReviewedOn(
  { attestation: { issuedOn, surveillanceOn } }: AttestationTerm,
  asOf: CalendarDate,
): CalendarDate {
  return surveillanceOn && surveillanceOn <= asOf && surveillanceOn > issuedOn ? surveillanceOn : issuedOn;
}

function turnsOf(
  { issuedOn, surveillanceOn }: CountedAttestation,
  { surveillanceMonths }: AttestationDefinition,
  ends: CalendarDate | null,
): TurnOfRecord[] {
  const turns = [{ on: issuedOn, what: 'starts to count' }];
  if (ends) turns.push({ on: ends, what: 'no longer valid' });
  if (surveillanceMonths === null) return turns;
  const what = `not reviewed for ${surveillanceMonths} months`;
  turns.push({ on: nextDay(addMonths(issuedOn, surveillanceMonths)), what });
  if (surveillanceOn) {
    turns.push({ on: surveillanceOn, what: 'reviewed again' });
    turns.push({ on: nextDay(addMonths(surveillanceOn, surveillanceMonths)), what });
  }
  return turns;
}
