// Every source that the document cites, with where it is used and how sure it is.
import type { AssessmentDocument } from '../../../assessments/assessment.document';
import { citationOf } from '../../../safeguards/security-rule';
import { confidenceWord, sourceBasisWords } from '../fact-words';
import { counted, listed } from '../number-words';
import type { OrderedService } from '../service-order';

export interface CitationRow {
  citation: string;
  title: string;
  /** gates, threats, provisions and questions that rest on it */
  used: string[];
  confidence: string;
  basis: string;
}

/**
 * @param method how a sentence refers to the section on the tables
 * @param all false: only what the part of the document that is shown cites
 */
export function citationRows(
  document: AssessmentDocument,
  services: readonly OrderedService[],
  method: string,
  all = true,
): CitationRow[] {
  const uses = usesOf(document, services, method);
  return document.sources.flatMap(({ citation, title, confidence, basis }) => {
    const used = uses
      .filter((use) => `; ${use.citation}; `.includes(`; ${citation}; `))
      .map(({ words, place }) => ({ words, place }));
    if (used.length === 0 && !all) return [];
    return [
      {
        citation,
        title,
        used: told(used),
        confidence: confidenceWord(confidence, basis),
        basis: sourceBasisWords(basis),
      },
    ];
  });
}

interface Use {
  /** as cited; several joined with "; " */
  citation: string;
  words: string;
  /** number of the service, or null */
  place: string | null;
}

function usesOf(document: AssessmentDocument, services: readonly OrderedService[], method: string): Use[] {
  const {
    dossier,
    practiceResult,
    agreementRegister,
    safeguardsReview,
    incidentRegister,
    obligationRegister,
  } = document;
  const inResults = services.flatMap(({ result, letter }) => [
    ...result.gates.flatMap(({ citation, title, state }) =>
      citation && state !== 'not_applicable' ? [{ citation, words: `Gate: ${title}`, place: letter }] : [],
    ),
    ...result.threats.flatMap(({ id, citations }) =>
      citations.map((citation) => ({ citation, words: id, place: null })),
    ),
  ]);
  const ofPractice = (practiceResult?.threats ?? []).flatMap(({ id, citations }) =>
    citations.map((citation) => ({ citation, words: id, place: null })),
  );
  const provisions = (agreementRegister?.agreements ?? []).flatMap(({ required }) =>
    required.flatMap(({ provision, citation }) =>
      citation ? [{ citation, words: provision, place: null }] : [],
    ),
  );
  const questions = (dossier.questionnaires ?? []).flatMap((one) =>
    (one.questions ?? []).flatMap(({ citation, question }) =>
      citation ? [{ citation, words: `Question: ${question}`, place: null }] : [],
    ),
  );
  const duties = (incidentRegister ?? []).flatMap((one) =>
    one.duties.flatMap(({ citation }) => (citation ? [{ citation, words: 'Incidents', place: null }] : [])),
  );
  const obligations = (obligationRegister?.obligations ?? []).flatMap(({ citation, title }) =>
    citation ? [{ citation, words: `Obligation: ${title}`, place: null }] : [],
  );
  const tables = document.sources
    .filter(({ citation }) => /Table (G-5|I-2)/.test(citation))
    .map(({ citation }) => ({ citation, words: `Tables of ${method}`, place: null }));
  const rule = (safeguardsReview?.entries ?? []).map(({ entry }) => ({
    ...{ citation: citationOf(entry), words: 'Security Rule review', place: null },
  }));
  return [
    ...tables,
    ...inResults,
    ...ofPractice,
    ...provisions,
    ...questions,
    ...rule,
    ...duties,
    ...obligations,
  ];
}

const SHOWN_SERVICES = 8;

/** Gates by title with their services; threats and provisions by id; questions by number. */
function told(uses: readonly Omit<Use, 'citation'>[]): string[] {
  const gates = new Map<string, string[]>();
  const threats = new Set<string>();
  const provisions = new Set<string>();
  const questions = new Set<string>();
  const obligations = new Set<string>();
  const others = new Set<string>();
  for (const { words, place } of uses) {
    if (words.startsWith('Gate: ')) gates.set(words, [...(gates.get(words) ?? []), place ?? '']);
    else if (words.startsWith('Question: ')) questions.add(words);
    else if (words.startsWith('Obligation: ')) obligations.add(words);
    else if (/^T-/.test(words)) threats.add(words);
    else if (/^BAA-/.test(words)) provisions.add(words);
    else others.add(words);
  }
  const lines = [...others];
  for (const [gate, letters] of gates) {
    const shown =
      letters.length > SHOWN_SERVICES
        ? `${counted(letters.length, 'tool')}`
        : `${letters.length === 1 ? 'tool' : 'tools'} ${listed(letters)}`;
    lines.push(`${gate} (${shown})`);
  }
  const many = (one: string, words: ReadonlySet<string>) =>
    words.size > 0 ? [`${words.size === 1 ? one : `${one}s`} ${[...words].sort().join(', ')}`] : [];
  lines.push(...many('Threat', threats), ...many('Provision', provisions));
  if (questions.size > 0) lines.push(counted(questions.size, 'question'));
  if (obligations.size > 0) lines.push(counted(obligations.size, 'obligation'));
  return lines.length > 0 ? lines : ['Nowhere in this report'];
}
