// The register of the whole practice: every threat with where it comes from, its level before and now, the gaps that leave it open and the things that they concern.
import type { InventoryRegister } from '../assessments/registers/inventory-register';
import type { PracticeResult } from '../assessments/scoring/practice-result';
import type { ScoringModel } from '../assessments/scoring/scoring-model';
import { THREAT_SOURCES, type ThreatSource } from '../assessments/scoring/threat-source';
import type { ThreatResult } from '../assessments/scoring/service-result';
import { nameOfThing, type NamedInventory } from '../assets/inventory-names';
import { LEVELS, rankOf, type Level, type LevelMatrix } from '../common/level';
import { withDatesInWords } from '../reports/security-risk-assessment/date-words';
import { levelView, levelWord, type LevelView } from '../reports/security-risk-assessment/level-words';
import { capitalized, counted } from '../reports/security-risk-assessment/number-words';
import { SOURCE_WORDS } from '../reports/security-risk-assessment/source-words';
import { gapWords, STATE_WORDS } from '../safeguards/safeguard-words';
import type { ReviewedEntry, SafeguardsReview } from '../safeguards/safeguards-review';
import { isOpen } from '../safeguards/entry-state';
import { citationOf, keyOfEntry } from '../safeguards/security-rule';

export interface RiskLine {
  number: string;
  title: string;
  scenario: string;
  source: string;
  /** incidents at the practice that make it likelier, each in a sentence */
  happened: string[];
  before: LevelView;
  now: LevelView;
  /** safeguards that are gaps, or that nobody has answered for */
  gaps: { citation: string; title: string; href: string; words: string; isGap: boolean }[];
  /** what of the inventory those safeguards are about, and is not as it should be or not known */
  things: { name: string; words: string; isGap: boolean }[];
}

export interface RiskRegisterView {
  at: string;
  lead: string;
  filters: { label: string; href: string; isChosen: boolean }[];
  columns: string[];
  rows: { likelihood: string; cells: { level: LevelView; threats: { number: string; title: string }[] }[] }[];
  risks: RiskLine[];
}

export interface RiskRegisterInput {
  /** address of the practice */
  at: string;
  result: PracticeResult;
  safeguards: SafeguardsReview;
  inventory: NamedInventory;
  register: InventoryRegister;
  model: Pick<ScoringModel, 'threats' | 'facts'>;
  matrix: LevelMatrix;
  /** only threats of this source; null for all */
  source: ThreatSource | null;
}

export function riskRegisterView(input: RiskRegisterInput): RiskRegisterView {
  const { at, result, source, matrix } = input;
  // What several sources bring belongs to each of them.
  const shown = result.threats.filter(
    (threat) => source === null || threat.source === undefined || threat.source === source,
  );
  const here = `${at}/registers/risks`;
  return {
    at,
    lead: leadOf(shown),
    filters: [
      { label: 'All', href: here, isChosen: source === null },
      ...THREAT_SOURCES.map((one) => ({
        ...{ label: SOURCE_WORDS[one], href: `${here}?source=${one}`, isChosen: source === one },
      })),
    ],
    columns: LEVELS.map(levelWord),
    rows: [...LEVELS].reverse().map((likelihood) => ({
      likelihood: levelWord(likelihood),
      cells: LEVELS.map((impact) => ({
        level: levelView(matrix[likelihood][impact]),
        threats: shown
          .filter((one) => liesAt(one, likelihood, impact))
          .map(({ id: number, title }) => ({ number, title })),
      })),
    })),
    risks: [...shown].sort(worstFirst).map((threat) => lineOf(threat, input)),
  };
}

function leadOf(threats: readonly ThreatResult[]): string {
  const high = threats.filter(({ residual }) => rankOf(residual.risk) >= rankOf('high')).length;
  return `${capitalized(counted(threats.length, 'threat'))}; ${counted(high, 'is', 'are')} high or very high today.`;
}

function liesAt({ residual }: ThreatResult, likelihood: Level, impact: Level): boolean {
  return residual.likelihood === likelihood && residual.impact === impact;
}

function worstFirst(one: ThreatResult, other: ThreatResult): number {
  return (
    rankOf(other.residual.risk) - rankOf(one.residual.risk) ||
    rankOf(other.inherent.risk) - rankOf(one.inherent.risk) ||
    (one.id < other.id ? -1 : 1)
  );
}

function lineOf(threat: ThreatResult, input: RiskRegisterInput): RiskLine {
  const entries = entriesBehind(threat.id, input.model);
  const open = input.safeguards.entries.filter(
    ({ entry, gap, state, contradictions }) =>
      entries.has(entry) && (gap !== null || isOpen(state) || contradictions.length > 0),
  );
  return {
    ...{ number: threat.id, title: threat.title, scenario: threat.scenario },
    source: threat.source ? SOURCE_WORDS[threat.source] : 'several',
    happened: (threat.raisedBy ?? []).map(({ because }) => withDatesInWords(because)),
    before: levelView(threat.inherent.risk),
    now: levelView(threat.residual.risk),
    gaps: open.map((entry) => gapLine(entry, input.at)),
    things: thingsBehind(entries, input),
  };
}

/** The entries of the Security Rule whose safeguards act on the threat. */
function entriesBehind(threat: string, { threats, facts }: RiskRegisterInput['model']): ReadonlySet<string> {
  const controls = threats.find(({ id }) => id === threat)?.controls ?? [];
  return new Set(
    controls.flatMap((control) => {
      const fact = facts.find(({ id }) => id === control.fact);
      return fact?.reader === 'safeguard' ? [fact.entry] : [];
    }),
  );
}

function gapLine(
  { entry, title, gap, state, designation }: ReviewedEntry,
  at: string,
): RiskLine['gaps'][number] {
  return {
    ...{ citation: citationOf(entry), title, isGap: gap !== null },
    href: `${at}/safeguards/entries/${keyOfEntry(entry)}`,
    words: gap
      ? gapWords(gap, designation)
      : isOpen(state)
        ? `${STATE_WORDS[state]}.`
        : 'The list of assets does not know it of all.',
  };
}

function thingsBehind(
  entries: ReadonlySet<string>,
  { inventory, register }: RiskRegisterInput,
): RiskLine['things'] {
  const cited = new Set([...entries].map(citationOf));
  return register.findings
    .filter(({ citation }) => cited.has(citation))
    .map(({ of, key, words, answer }) => ({
      ...{ name: nameOfThing(inventory, of, key), words, isGap: answer === 'no' },
    }));
}
