// The shapes of catalogs/soc2.yaml and catalogs/attestations.yaml.
import type { AttestationsCatalog, Soc2Catalog } from '../assessments/scoring/scoring-model';
import { ATTESTATION_KINDS } from '../attestations/attestation.fields';
import { ATTESTATION_NEEDS, type AttestationDefinition } from '../attestations/attestation-knowledge';
import { BASES } from '../common/words';
import {
  COUNTS_AS,
  RED_FLAG_IDS,
  RED_FLAG_SEVERITIES,
  type RedFlagDefinition,
  type Soc2FieldDefinition,
  type TopicDefinition,
} from '../soc2-reports/soc2-knowledge';
import { CONTROL_TOPICS, SOC2_KINDS, SOC2_OPINIONS } from '../soc2-reports/soc2-words';
import { headShapes } from './catalog-head.shape';
import {
  flag,
  integer,
  listOf,
  nullable,
  oneOf,
  record,
  ShapeError,
  text,
} from '../common/catalog-files/shape';

const months = integer(1, 120);

export const soc2Shape = record<Soc2Catalog>({
  ...headShapes,
  bridgeLetterMonths: months,
  bridgeLetterSource: text,
  manyExceptions: integer(1, 1000),
  fields: listOf(
    record<Soc2FieldDefinition>({ id: text, fields: listOf(text, 1), title: text, help: text, basis: text }),
    24,
  ),
  kinds: listOf(
    record<Soc2Catalog['kinds'][number]>({
      kind: oneOf(SOC2_KINDS),
      name: text,
      countsAs: oneOf(COUNTS_AS),
      meaning: text,
    }),
  ),
  opinions: listOf(
    record<Soc2Catalog['opinions'][number]>({
      opinion: oneOf(SOC2_OPINIONS),
      meaning: text,
      judgement: text,
      basis: text,
    }),
  ),
  redFlags: listOf(
    record<RedFlagDefinition>({
      id: oneOf(RED_FLAG_IDS),
      severity: oneOf(RED_FLAG_SEVERITIES),
      flag: text,
      ask: text,
      basis: text,
    }),
  ),
  topics: listOf(
    record<TopicDefinition>({ topic: oneOf(CONTROL_TOPICS), name: text, criteria: listOf(text), task: text }),
  ),
  criteria: listOf(
    record<Soc2Catalog['criteria'][number]>({ criteria: listOf(text, 1), topic: text, why: text }),
  ),
});

export const attestationsShape = record<AttestationsCatalog>({
  ...headShapes,
  attestations: listOf(
    record<AttestationDefinition>({
      id: text,
      kind: oneOf(ATTESTATION_KINDS),
      name: text,
      what: text,
      weight: text,
      validityMonths: nullable(months),
      surveillanceMonths: nullable(months),
      needs: nullable(oneOf(ATTESTATION_NEEDS)),
      asksFindings: flag,
      assurance: oneOf(BASES),
      earns: listOf(
        record<AttestationDefinition['earns'][number]>({
          criteria: listOf(text, 1),
          met: oneOf(['fully', 'partly'] as const),
        }),
      ),
      basis: text,
    }),
  ),
});

/** Every word of the records has its one entry. */
export function checkSoc2(catalog: Soc2Catalog): void {
  oneEach(
    catalog.kinds.map(({ kind }) => kind),
    SOC2_KINDS,
    'kinds',
  );
  oneEach(
    catalog.opinions.map(({ opinion }) => opinion),
    SOC2_OPINIONS,
    'opinions',
  );
  oneEach(
    catalog.redFlags.map(({ id }) => id),
    RED_FLAG_IDS,
    'redFlags',
  );
  oneEach(
    catalog.topics.map(({ topic }) => topic),
    CONTROL_TOPICS,
    'topics',
  );
}

export function checkAttestations({ attestations }: AttestationsCatalog): void {
  oneEach(
    attestations.map(({ kind }) => kind),
    ATTESTATION_KINDS,
    'attestations',
  );
}

function oneEach(found: readonly string[], expected: readonly string[], path: string): void {
  const missing = expected.find((word) => !found.includes(word));
  if (missing) throw new ShapeError(path, `have no entry for ${missing}`);
  if (found.length !== expected.length) throw new ShapeError(path, 'have two entries for one word');
}
