// The verdict of a careful reader on one provision. What a verdict means differs by group: see catalogs/agreement-provisions.yaml.
import { ChoiceField, TextField } from '../common/fields';

/** R: required elements. D: duties that bind by rule. P: permissions that may be granted. A: recommended for vendors of AI. */
export const PROVISION_GROUPS = [
  'required_element',
  'duty_by_rule',
  'permission',
  'recommended_for_ai',
] as const;
export type ProvisionGroup = (typeof PROVISION_GROUPS)[number];

const COUNTS = { R: 18, D: 8, P: 5, A: 32 } as const;
type Letter = keyof typeof COUNTS;

/** An id of catalogs/agreement-provisions.yaml, such as BAA-R05. */
export type ProvisionId = `BAA-${Letter}${number}`;

/** All 63, in the order of the catalog. */
export const PROVISION_IDS: readonly ProvisionId[] = (Object.keys(COUNTS) as Letter[]).flatMap((letter) =>
  Array.from(
    { length: COUNTS[letter] },
    (_, index) => `BAA-${letter}${String(index + 1).padStart(2, '0')}` as ProvisionId,
  ),
);

/** `weak` is there with a carve-out; `contradicted` means that another term takes it back. Of a permission, `present` means granted. */
export const PROVISION_VERDICTS = ['present', 'weak', 'missing', 'contradicted', 'needs_counsel'] as const;
export type ProvisionVerdict = (typeof PROVISION_VERDICTS)[number];

export class ProvisionVerdictFields {
  @ChoiceField(PROVISION_IDS, {
    description: 'Provision, by its id in catalogs/agreement-provisions.yaml.',
    example: 'BAA-A01',
  })
  provision: ProvisionId;

  @ChoiceField(PROVISION_VERDICTS, {
    description:
      'What the reader found. Of a permission (BAA-P..), "present" means that it is granted and "missing" that it is not.',
    example: 'present',
  })
  verdict: ProvisionVerdict;

  @TextField({
    description: 'Where in the agreement.',
    example: 'section 4.2',
    optional: true,
    maxLength: 300,
  })
  reference?: string | null;
}
