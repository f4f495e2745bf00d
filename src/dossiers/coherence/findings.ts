// Findings: what each comes from is there, its actions and look-backs fit each other, and what settles it is about the same tool.
import { NEVER_ACCEPTED } from '../../findings/finding-words';
import { findingFaults } from '../../findings/finding-faults';
import type { Dossier, DossierFinding } from '../dossier.document';
import { eachOf, fault, type CoherenceContext, type CoherenceRule } from './rule';

const LIST = 'findings';

const fitThemselves: CoherenceRule = ({ findings }, { asOf, today = asOf }) =>
  eachOf(findings, (finding, index) =>
    findingFaults(finding, today).map(({ code, detail, at }) => fault(code, detail, LIST, index, ...at)),
  );

const comeFromSomewhere: CoherenceRule = (dossier, context) =>
  eachOf(dossier.findings, (finding, index) => {
    const known = knownSourcesOf(finding, dossier, context);
    return [
      known &&
        finding.sourceId &&
        !known.includes(finding.sourceId) &&
        fault('unknown-source', `is no ${finding.source} that is known here`, LIST, index, 'sourceId'),
    ];
  });

/** Null when it is not known what there is, or nothing is named. */
function knownSourcesOf(
  { source }: DossierFinding,
  { incidents }: Dossier,
  { knownThreats, knownSources, knownEntries }: CoherenceContext,
): readonly string[] | null {
  switch (source) {
    case 'threat':
      return knownThreats?.map(({ id }) => id) ?? null;
    case 'gate':
      return knownSources?.gates ?? null;
    case 'step':
      return knownSources?.steps ?? null;
    case 'safeguard':
      return knownEntries?.map(({ id }) => id) ?? null;
    case 'incident':
      return (incidents ?? []).map(({ key }) => key);
    case 'review':
    case 'own_observation':
      return null;
  }
}

const nameWhatIsThere: CoherenceRule = ({ findings, services, evidence, riskAcceptances }) => {
  const onFile = new Set((evidence ?? []).map(({ key }) => key));
  const shown = (keys: readonly string[] | null | undefined, ...at: (string | number)[]) =>
    (keys ?? []).map(
      (key, place) =>
        !onFile.has(key) &&
        fault('unknown-evidence', 'no evidence on file has this key', ...at, 'evidenceKeys', place),
    );
  return eachOf(findings, ({ service, source, sourceId, acceptance, evidenceKeys, actions }, index) => {
    const accepted = (riskAcceptances ?? []).find(({ key }) => key === acceptance);
    return [
      service != null &&
        !services.some(({ key }) => key === service) &&
        fault(
          'unknown-service',
          'no service has this key; add it or correct the key',
          LIST,
          index,
          'service',
        ),
      acceptance != null &&
        !accepted &&
        fault('unknown-acceptance', 'no acceptance has this key', LIST, index, 'acceptance'),
      accepted &&
        ((accepted.service ?? null) !== (service ?? null) ||
          (source === 'threat' && accepted.threat !== sourceId) ||
          NEVER_ACCEPTED.includes(source)) &&
        fault(
          'acceptance-of-another-risk',
          'accepts a risk of something else than the finding is about',
          ...[LIST, index, 'acceptance'],
        ),
      ...shown(evidenceKeys, LIST, index),
      ...(actions ?? []).flatMap((action, place) =>
        shown(action.evidenceKeys, LIST, index, 'actions', place),
      ),
    ];
  });
};

export const FINDING_RULES: readonly CoherenceRule[] = [fitThemselves, comeFromSomewhere, nameWhatIsThere];
