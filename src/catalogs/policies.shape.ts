// The shape of the templates of policies, and what holds them together: one for each id that records may name, places that can be filled, choices that are used,
// suggestions that fit, citations that are paraphrased.
import type { CatalogHead } from '../assessments/scoring/scoring-model';
import { integer, listOf, nullable, oneOf, record, ShapeError, text } from '../common/catalog-files/shape';
import type { Paraphrase } from '../explanations/citation-catalog';
import { choiceFault, strangePlaces } from '../policies/compose-policy';
import {
  CHOICE_KINDS,
  LIST_PLACES,
  placesIn,
  POLICY_TEMPLATE_IDS,
  RECORDED_PLACES,
  type ChoiceOption,
  type PolicyChoice,
  type PolicyRule,
  type PolicySection,
  type PolicyTemplate,
} from '../policies/policy-template';
import { headShapes } from './catalog-head.shape';
import { uniqueIds } from './cross-checks';

export interface PoliciesCatalog extends CatalogHead {
  /** everybody has so many days to acknowledge a version; no rule sets a number */
  readonly acknowledgeWithinDays: number;
  readonly policies: readonly PolicyTemplate[];
}

const several = integer(0, 100_000);

export const ruleShape = record<PolicyRule>({
  citation: nullable(text),
  standing: oneOf(['law', 'good_practice'] as const),
  says: text,
});

export const policiesShape = record<PoliciesCatalog>({
  ...headShapes,
  acknowledgeWithinDays: integer(1, 366),
  policies: listOf(
    record<PolicyTemplate>({
      id: oneOf(POLICY_TEMPLATE_IDS),
      title: text,
      why: text,
      appliesTo: text,
      reviewMonths: integer(1, 36),
      choices: listOf(
        record<PolicyChoice>({
          id: text,
          asks: text,
          help: nullable(text),
          kind: oneOf(CHOICE_KINDS),
          unit: nullable(text),
          least: nullable(several),
          most: nullable(several),
          options: nullable(listOf(record<ChoiceOption>({ id: text, label: text, words: text }), 2)),
          suggestion: nullable(text),
        }),
      ),
      sections: listOf(
        record<PolicySection>({ id: text, heading: text, text: listOf(text, 1), sourceIds: listOf(text) }),
        1,
      ),
      rules: listOf(ruleShape, 1),
      doesNotClaim: listOf(text, 1),
    }),
    POLICY_TEMPLATE_IDS.length,
  ),
});

/** @throws ShapeError naming the template, and in it what does not hold together */
export function checkPolicies(
  { policies }: PoliciesCatalog,
  paraphraseOf: (citation: string) => Paraphrase | null,
): void {
  uniqueIds(policies, 'policies');
  policies.forEach((template, index) => {
    const at = `policies[${index}]`;
    uniqueIds(template.choices, `${at}.choices`);
    uniqueIds(template.sections, `${at}.sections`);
    const [strange] = strangePlaces(template, RECORDED_PLACES);
    if (strange) throw new ShapeError(`${at}.sections`, `hold a place that nothing fills: ${strange}`);
    const paragraphs = template.sections.flatMap((section) => section.text);
    for (const list of LIST_PLACES) {
      if (paragraphs.some((one) => placesIn(one).includes(list) && one !== `{${list}}`))
        throw new ShapeError(`${at}.sections`, `must have {${list}} alone in its paragraph`);
    }
    template.choices.forEach((choice, place) => {
      checkChoice(choice, `${at}.choices[${place}]`);
      if (!paragraphs.some((one) => placesIn(one).includes(choice.id)))
        throw new ShapeError(`${at}.choices[${place}]`, `stands nowhere in the text: ${choice.id}`);
    });
    checkRules(template.rules, `${at}.rules`, paraphraseOf);
  });
}

function checkChoice(choice: PolicyChoice, at: string): void {
  const isPick = choice.kind === 'pick';
  const isNumber = choice.kind === 'number';
  if (isPick !== (choice.options !== null))
    throw new ShapeError(at, 'has options where it is a pick, and only there');
  if ([choice.unit, choice.least, choice.most].some((one) => isNumber !== (one !== null)))
    throw new ShapeError(at, 'has unit, least and most where it is a number, and only there');
  if (choice.options) uniqueIds(choice.options, `${at}.options`);
  const fault = choice.suggestion === null ? null : choiceFault(choice, choice.suggestion);
  if (fault) throw new ShapeError(`${at}.suggestion`, fault);
}

/** Law is cited, and what is cited is paraphrased; good practice that no rule asks for cites nothing. */
export function checkRules(
  rules: readonly PolicyRule[],
  at: string,
  paraphraseOf: (citation: string) => Paraphrase | null,
): void {
  for (const { citation, standing } of rules) {
    if (citation === null && standing === 'law') throw new ShapeError(at, 'call law what cites nothing');
    if (citation !== null && paraphraseOf(citation) === null)
      throw new ShapeError(at, `cite what is not paraphrased: ${citation}`);
  }
}
