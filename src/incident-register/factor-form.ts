// The four factors, one a page, and what follows from all four (45 CFR 164.402 (breach, paragraph (2))).
import { BreachConclusionFields, FactorFindingFields } from '../incidents/breach-assessment.fields';
import type { BreachNotificationCatalog, FactorDefinition } from '../incidents/breach-notification-catalog';
import { BREACH_FACTORS, type BreachFactor } from '../incidents/incident-words';
import { FINDING_WORDS } from '../incidents/told-words';
import { fieldViews, labelsOf, type FieldWords } from '../web/form-view';
import type { RecordForm } from '../web/record-form';
import type { IncidentOnRecord } from './incident-facts.query';
import { CONCLUSION_WORDS } from './incident-words';

export function factorNamed(word: string): BreachFactor | null {
  return BREACH_FACTORS.find((factor) => factor === word) ?? null;
}

/** Where one goes on after a factor: to the next, and after the last to the conclusion. */
export function afterFactor(here: string, factor: BreachFactor): string {
  const next = BREACH_FACTORS[BREACH_FACTORS.indexOf(factor) + 1];
  return next ? `${here}/factors/${next}` : `${here}/conclusion`;
}

export function factorForm(
  at: string,
  incident: IncidentOnRecord,
  factor: BreachFactor,
  catalog: BreachNotificationCatalog,
): RecordForm {
  const here = `${at}/incidents/${incident.id}`;
  const defined = catalog.factors.find(({ id }) => id === factor) as FactorDefinition;
  const words: Record<'finding' | 'reason', FieldWords> = {
    finding: {
      label: 'What does it say?',
      options: {
        points_to_low: { label: FINDING_WORDS.points_to_low, help: defined.pointsToLow },
        points_against: { label: FINDING_WORDS.points_against, help: defined.pointsAgainst },
        unknown: { label: FINDING_WORDS.unknown, help: 'It then shows nothing, and you can come back.' },
      },
    },
    reason: {
      label: 'What do you know, and how?',
      help: 'In a sentence or two. Never the name of a client.',
    },
  };
  return {
    title: defined.question,
    lead: `Factor ${BREACH_FACTORS.indexOf(factor) + 1} of ${BREACH_FACTORS.length}. ${defined.help}`,
    back: { href: `${here}#factors`, label: incident.title },
    action: `${here}/factors/${factor}`,
    button: 'Save and go on',
    labels: labelsOf(words),
    sections: (values, faults) => [
      {
        ...{ title: '', help: '', isFolded: false },
        fields: Object.values(fieldViews(FactorFindingFields, words, values, faults)),
      },
    ],
  };
}

export function conclusionForm(at: string, incident: IncidentOnRecord): RecordForm {
  const here = `${at}/incidents/${incident.id}`;
  return {
    title: 'What follows from the four factors?',
    lead: 'They are weighed together. Unless you can show a low probability, it counts as a breach, and the people concerned are told.',
    back: { href: `${here}#factors`, label: incident.title },
    action: `${here}/conclusion`,
    button: 'Save',
    labels: labelsOf(CONCLUSION_WORDS, 'conclusion/'),
    sections: (values, faults) => [
      {
        ...{ title: '', help: '', isFolded: false },
        fields: Object.values(
          fieldViews(BreachConclusionFields, CONCLUSION_WORDS, values, faults, 'conclusion/'),
        ),
      },
    ],
  };
}
