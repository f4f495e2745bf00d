// What the catalog of policies holds, as types: the words are data (catalogs/policies.yaml and its folder).

/** The policies that there are templates for. The catalog is held to this list as the application starts (src/catalogs/policies.shape.ts). */
export const POLICY_TEMPLATE_IDS = [
  'use-of-ai',
  'approved-tools',
  'people-decide',
  'review-of-output',
  'telling-clients',
  'mistakes-and-disputes',
  'what-goes-into-ai',
  'keeping-and-deleting',
  'leaving-a-vendor',
  'when-ai-fails',
  'recording',
  'recording-by-clients',
] as const;
export type PolicyTemplateId = (typeof POLICY_TEMPLATE_IDS)[number];

/** Places of a paragraph that are filled from what is on record. */
export const RECORDED_PLACES = ['practice', 'tools', 'recording-law'] as const;
export type RecordedPlace = (typeof RECORDED_PLACES)[number];

/** Places that stand alone in their paragraph, since they become several. */
export const LIST_PLACES: readonly RecordedPlace[] = ['tools', 'recording-law'];

/** `number`: a whole number of `unit`, from `least` to `most`; `pick`: one of `options`, by its id; `text`: words of the practice. */
export const CHOICE_KINDS = ['text', 'number', 'pick'] as const;
export type ChoiceKind = (typeof CHOICE_KINDS)[number];

export interface ChoiceOption {
  readonly id: string;
  readonly label: string;
  /** what stands in the policy when it is chosen */
  readonly words: string;
}

export interface PolicyChoice {
  readonly id: string;
  readonly asks: string;
  readonly help: string | null;
  readonly kind: ChoiceKind;
  readonly unit: string | null;
  readonly least: number | null;
  readonly most: number | null;
  readonly options: readonly ChoiceOption[] | null;
  /** offered in the form and never taken as chosen; null where only the practice can know */
  readonly suggestion: string | null;
}

export interface PolicySection {
  readonly id: string;
  readonly heading: string;
  /** paragraphs; one that begins with "- " is an entry of a list */
  readonly text: readonly string[];
  /** rows of the source documents that it serves */
  readonly sourceIds: readonly string[];
}

/** What a policy rests on. `citation` is null for good practice, which no rule asks for. */
export interface PolicyRule {
  readonly citation: string | null;
  readonly standing: 'law' | 'good_practice';
  readonly says: string;
}

export interface PolicyTemplate {
  readonly id: PolicyTemplateId;
  readonly title: string;
  readonly why: string;
  readonly appliesTo: string;
  /** after so many months the practice reads it again, unless it says otherwise; no rule sets a number */
  readonly reviewMonths: number;
  readonly choices: readonly PolicyChoice[];
  readonly sections: readonly PolicySection[];
  readonly rules: readonly PolicyRule[];
  readonly doesNotClaim: readonly string[];
}

const PLACE = /\{([a-z][a-z0-9-]*)\}/g;

/** Names of the places in a paragraph, each once, in order. */
export function placesIn(paragraph: string): string[] {
  return [...new Set([...paragraph.matchAll(PLACE)].map(([, name]) => name as string))];
}

/** The paragraph with each place filled. @param filled what stands there; null leaves the place as it is */
export function fillPlaces(paragraph: string, filled: (place: string) => string | null): string {
  return paragraph.replace(PLACE, (whole, name: string) => filled(name) ?? whole);
}
