// What the catalogs cite, with how sure each entry is. Reports list those that they show.
import type { CitationCatalog } from '../explanations/citation-catalog';
import { citationOf, type RuleEntry } from '../safeguards/security-rule';
import type { QuestionnaireCatalog } from '../assessments/scoring/questionnaire-catalog';
import type { Confidence, ScoringModel } from '../assessments/scoring/scoring-model';
import type { BreachNotificationCatalog } from '../incidents/breach-notification-catalog';

export interface CitedSource {
  citation: string;
  title: string;
  confidence: Confidence;
  /** how the entry is known */
  basis: string;
}

/** Each citation once, sorted; of two entries with one citation the first in the order below stands. */
export function sourcesOf(
  model: ScoringModel,
  questionnaire: QuestionnaireCatalog,
  rule: readonly RuleEntry[],
  citations: Pick<CitationCatalog, 'find'>,
  breachNotification: Pick<BreachNotificationCatalog, 'duties'>,
): CitedSource[] {
  const found = new Map<string, CitedSource>();
  const cite = (citation: string | null, title: string, confidence: Confidence, basis: string) => {
    if (citation !== null && !found.has(citation))
      found.set(citation, { citation, title, confidence, basis });
  };
  // What merely rests on a rule is not what the rule is about: title and ground are the rule's own, where they are told.
  const rests = (citation: string | null, title: string, confidence: Confidence, basis: string) => {
    const said = citation === null ? null : citations.find(citation);
    if (said) cite(citation, said.title, said.isChecked ? confidence : 'low', said.source);
    else cite(citation, title, confidence, basis);
  };
  for (const { citation, title } of Object.values(model.tables))
    cite(citation, title, 'high', 'transcriptions of the standard agreeing cell for cell');
  for (const gate of model.gates)
    rests(gate.citation, gate.title, gate.confidence, `gate ${gate.id} of the scoring model`);
  for (const { citation, title, basis, verification } of model.agreementProvisions.provisions)
    cite(citation, title, verification === 'verified' ? 'high' : 'medium', basis);
  for (const { citation, no } of model.techChecklist.items)
    cite(citation, `AI Tech Checklist, item ${no}`, 'medium', 'checklist of the source documents');
  for (const state of model.recordingConsent.states)
    cite(state.citation, `${state.name}: recording consent`, state.confidence, state.evidence);
  for (const act of model.recordingConsent.stateActs)
    cite(act.citation, `${act.name} (${act.state})`, act.confidence, act.evidence);
  for (const threat of model.threats) {
    for (const citation of threat.citations)
      rests(citation, threat.title, 'medium', `threat ${threat.id} of the scoring model`);
  }
  for (const { citation, question, confidence, basis, id } of questionnaire.questions)
    rests(
      citation,
      question,
      confidence ?? 'low',
      `question ${id}, ${basis === 'law' ? 'which the rule itself asks for' : 'good practice that helps to meet the rule'}`,
    );
  for (const { id, title } of rule) {
    // How the entry was read is told where it is paraphrased; what was not read is sure of nothing.
    const said = citations.find(citationOf(id));
    cite(citationOf(id), title, said?.isChecked ? 'medium' : 'low', said?.source ?? 'not read');
  }
  for (const { citation, title, verification, evidence } of breachNotification.duties)
    cite(citation, title, verification === 'verified' ? 'high' : 'medium', evidence);
  return [...found.values()].sort((first, second) => (first.citation < second.citation ? -1 : 1));
}
