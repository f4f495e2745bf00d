// What happened to a tool in sentences: "Dana Whitfield changed the agreement “BAA 2026”: end, notice."
import type { HistoryRow } from './history.query';

export interface HistoryEntry {
  sequence: number;
  at: Date;
  words: string;
}

export interface HistoryView {
  entries: HistoryEntry[];
  /** address of the next page; empty on the last */
  earlier: string;
}

/** @param rows one more than the limit where there is another page */
export function historyView(here: string, rows: readonly HistoryRow[], limit: number): HistoryView {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    entries: shown.map((row) => ({ sequence: row.sequence, at: row.at, words: sentenceOf(row) })),
    earlier: last ? `${here}?before=${last.sequence}` : '',
  };
}

/** What each kind of record is called, after "the". */
const NOUNS: Readonly<Record<string, string>> = {
  service: 'tool',
  vendor: 'vendor',
  agreement: 'agreement',
  evidence: 'evidence',
  soc2_report: 'SOC 2 report of',
  attestation: 'attestation',
  financial_standing: 'record of the vendor’s finances',
  data_flow: 'data flow for',
  checklist: 'AI Tech Checklist',
  practice_measures: 'measures of the practice',
  adjustment: 'adjustment of threat',
  model_card: 'model card of',
  clinical_validation: 'study',
  service_level: 'service level',
  exit_terms: 'exit terms',
  bias_audit: 'bias audit',
  log_review: 'log review',
  disputed_decision: 'disputed decision',
  performance_measurement: 'measured figure',
  vendor_review: 'vendor review',
  exit_plan: 'exit plan',
  questionnaire: 'questionnaire',
  incident: 'incident',
  consent_form: 'form of consent',
};

const DEEDS: Readonly<Record<string, string>> = {
  created: 'added',
  updated: 'changed',
  imported: 'imported',
  issued: 'issued',
  answered: 'answered',
  submitted: 'submitted',
  withdrawn: 'withdrew',
  adopted: 'adopted',
  attested: 'attested the use of',
  superseded: 'replaced',
  reviewed: 'reviewed answers of',
  destroyed: 'destroyed',
  redacted: 'took text out of',
};

function sentenceOf(row: HistoryRow): string {
  const { action, subjectKind, subjectName, data } = row;
  const deed = action.slice(action.lastIndexOf('.') + 1);
  const isWithdrawn = subjectKind === 'adjustment' && fieldsOf(data).includes('withdrawal');
  const done = isWithdrawn ? 'withdrew' : (DEEDS[deed] ?? words(deed));
  const noun = NOUNS[subjectKind] ?? words(subjectKind);
  const name = subjectName ? ` ${/(of|for|threat)$/.test(noun) ? subjectName : `“${subjectName}”`}` : '';
  const changed = isWithdrawn ? [] : fieldsOf(data).map(fieldWords);
  const bare = noun.replace(/ (of|for)$/, '');
  return `${whoOf(row)} ${done} the ${name ? noun : bare}${name}${changed.length > 0 ? `: ${changed.join(', ')}` : ''}`;
}

function whoOf({ actorKind, actorName }: HistoryRow): string {
  if (actorKind === 'system') return 'Duecare itself';
  if (actorKind === 'api_key') return `API key ${actorName ?? '(of another organization)'}`;
  return actorName ?? 'Somebody who has left';
}

function fieldsOf({ fields }: Record<string, unknown>): string[] {
  return Array.isArray(fields) ? fields.map(String) : [];
}

/** How fields are called that read oddly as words. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  usesAi: 'whether it uses AI',
  subcontractors: 'companies behind it',
  modelProviders: 'providers of AI models',
  integrations: 'connected systems',
  signedOn: 'day of signature',
  endsOn: 'last day',
  level: 'the level it sets',
};

function fieldWords(field: string): string {
  return FIELD_WORDS[field] ?? words(field.replaceAll(/([A-Z])/g, ' $1').toLowerCase());
}

function words(word: string): string {
  return word.replaceAll(/[._-]/g, ' ');
}
