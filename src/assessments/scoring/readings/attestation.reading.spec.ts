// What attestations other than SOC 2 reports show, and for how long.
import { AS_OF, scribe } from '../../../../test/factories/service-facts.factory';
import { MODEL } from '../../../../test/factories/scored';
import type { AttestationKind } from '../../../attestations/attestation.fields';
import type { Keyed, ServiceFacts } from '../service-facts';
import { groundOf, viewOn } from '../service-view';
import { readAttestation } from './attestation.reading';
import type { Reading } from './reading';

type Attestation = ServiceFacts['attestations'][number];

function attestation(changes: Partial<Keyed<Attestation>> = {}): Attestation {
  return {
    key: 'test',
    kind: 'penetration_test',
    services: ['scribe'],
    issuer: 'Larkspur Security Testing LLC',
    certifiedEntity: 'Example Notes, Inc.',
    issuedOn: '2026-05-20',
    independentIssuer: 'yes',
    accreditedBody: 'yes',
    coveredByOpinion: 'yes',
    openFindings: { critical: 0, high: 0, moderate: 2, low: 5 },
    coversAi: 'yes',
    proof: 'document',
    ...changes,
  };
}

function read(attestations: Attestation[], criteria = ['CC4.1'], asOf = AS_OF): Reading {
  const view = viewOn(groundOf(scribe({ attestations }), MODEL), asOf);
  return readAttestation(view, { kinds: attestations.map(({ kind }) => kind), criteria });
}

describe('a penetration test', () => {
  it('by an independent party, with nothing grave open, is met fully and counts as audited', () => {
    expect(read([attestation()])).toMatchObject({
      met: 'fully',
      basis: 'audited',
      freshness: 'current',
      countsFrom: '2026-05-20',
    });
  });

  it.each([
    ['by the vendor itself is a statement', { independentIssuer: 'no' }, 'fully', 'stated'],
    ['of which only the vendor speaks is a statement', { proof: 'vendor_statement' }, 'fully', 'stated'],
    ['with a high finding open shows nothing', findings(0, 1), 'not_met', null],
    ['with a critical finding open shows nothing', findings(1, 0), 'not_met', null],
    ['whose findings nobody tells is not known', { openFindings: null }, 'unknown', null],
    ['that leaves the AI out shows nothing', { coversAi: 'no' }, 'not_met', null],
    ['of which nobody knows whether it covers the AI is not known', { coversAi: null }, 'unknown', null],
    ['of another company shows nothing', { certifiedEntity: 'Elsewhere LLC' }, 'not_met', null],
    ['of nobody knows whom is not known', { certifiedEntity: null }, 'unknown', null],
    ['that is to come is not there yet', { issuedOn: '2026-11-23' }, 'unknown', null],
    ['whose own term is over is not known', { validUntil: '2026-11-21' }, 'unknown', null],
    ['that was withdrawn is not known', { withdrawnOn: AS_OF }, 'unknown', null],
  ] as const)('%s', (_case, changes, met, basis) => {
    expect(read([attestation(changes)])).toMatchObject({ met, basis });
  });

  it('counts for 12 months', () => {
    expect(read([attestation()], ['CC4.1'], '2027-05-20').met).toBe('fully');
    expect(read([attestation()], ['CC4.1'], '2027-05-21').met).toBe('unknown');
  });

  it('with grave findings takes the credit of an older one, and not of a newer one', () => {
    const clean = attestation({ key: 'clean' });
    expect(read([clean, attestation({ issuedOn: '2026-09-01', ...findings(0, 1) })]).met).toBe('not_met');
    expect(read([clean, attestation({ issuedOn: '2026-01-01', ...findings(0, 1) })]).met).toBe('fully');
  });
});

describe('a certificate', () => {
  it.each<[AttestationKind, string[], string, string | null]>([
    ['hitrust_r2', ['CC6', 'CC7'], 'fully', 'audited'],
    ['hitrust_i1', ['CC6', 'CC7'], 'partly', 'audited'],
    ['hitrust_e1', ['CC6', 'CC7'], 'partly', 'documented'],
    ['hitrust_ai', ['AI'], 'fully', 'audited'],
    ['hitrust_ai', ['CC6'], 'not_met', null],
    ['iso_27001', ['CC6', 'CC7'], 'partly', 'audited'],
    ['iso_42001', ['AI'], 'partly', 'audited'],
    ['iso_42001', ['CC6'], 'not_met', null],
    ['soc3', ['CC6'], 'partly', 'documented'],
    ['self_assessment', ['CC6'], 'partly', 'stated'],
    ['hipaa_seal', ['CC6'], 'unknown', null],
    ['onc_health_it', ['CC6'], 'unknown', null],
    ['hitrust_i1', ['CC6', 'C1'], 'not_met', null],
  ])('%s on %j is met %s as %s', (kind, criteria, met, basis) => {
    expect(read([attestation({ kind })], criteria)).toMatchObject({ met, basis });
  });

  it('of a body that is not accredited is a statement', () => {
    for (const accreditedBody of ['no', 'unknown', null] as const)
      expect(read([attestation({ kind: 'iso_27001', accreditedBody })], ['CC6']).basis).toBe('stated');
  });

  it('is ageing a year after its last surveillance audit, and ends after three years', () => {
    const iso = attestation({ kind: 'iso_27001', issuedOn: '2026-01-10' });
    const freshness = (asOf: string, surveillanceOn: string | null = null) => {
      const { met, freshness: found } = read([{ ...iso, surveillanceOn }], ['CC6'], asOf);
      return met === 'unknown' ? met : found;
    };
    expect(freshness('2027-01-10')).toBe('current');
    expect(freshness('2027-01-11')).toBe('ageing');
    expect(freshness('2027-01-11', '2027-01-05')).toBe('current');
    expect(freshness('2027-01-04', '2027-01-05')).toBe('current');
    expect(freshness('2029-01-10')).toBe('ageing');
    expect(freshness('2029-01-11')).toBe('unknown');
  });
});

function findings(critical: number, high: number): Pick<Attestation, 'openFindings'> {
  return { openFindings: { critical, high, moderate: 0, low: 0 } };
}
