// What is different from the previous sealed assessment of the practice.
import type { AssessmentDocument } from '../../assessments/assessment.document';
import type { Comparison, ServiceComparison } from '../../assessments/registers/comparison';
import { rankOf } from '../../common/level';
import { instantInWords, longDate } from './date-words';
import type { InWords } from './facts-in-words';
import { levelView, type LevelView } from './level-words';
import { inBlocks } from './method.presenter';
import { capitalized, counted, listed } from './number-words';

export interface ChangeRow {
  service: string;
  before: { label: string; level: LevelView };
  now: { label: string; level: LevelView };
  /** "better", "worse" or "same", for the eye */
  direction: string;
  lines: { name: string; told: string }[];
}

export interface ChangesView {
  /** null: there is no sealed assessment before this one */
  previous: { told: string; digest: string } | null;
  rows: ChangeRow[];
  /** services that are as they were, in a sentence; null when there is none */
  unchanged: string | null;
  arrived: string | null;
  gone: string | null;
  catalogs: string | null;
}

const NOTHING: ChangesView = {
  previous: null,
  rows: [],
  unchanged: null,
  arrived: null,
  gone: null,
  catalogs: null,
};

export function changesView({ comparison }: AssessmentDocument, inWords: InWords): ChangesView {
  if (!comparison) return NOTHING;
  const changed = comparison.services.filter(hasChanged);
  const same = comparison.services.filter((one) => !hasChanged(one));
  const named = (list: Comparison['newServices']) =>
    listed(list.map(({ name, label }) => `${name} (${label.toLowerCase()})`)) || null;
  return {
    previous: { told: previousWords(comparison), digest: inBlocks(comparison.previous.digest) },
    rows: changed.map((one) => changeRow(one, inWords)),
    unchanged: listed(same.map(({ name }) => name)) || null,
    arrived: named(comparison.newServices),
    gone: named(comparison.goneServices),
    catalogs:
      listed(
        comparison.catalogs.map(({ id, before, now }) => `${id} (${before ?? 'not used'}, now ${now})`),
      ) || null,
  };
}

function previousWords({ previous: { asOf, sealedAt, sealedBy } }: Comparison): string {
  const sealed = sealedAt ? `, sealed ${instantInWords(sealedAt)}` : '';
  return `the assessment as of ${longDate(asOf)}${sealed}${sealedBy ? ` by ${sealedBy}` : ''}`;
}

function hasChanged({
  before,
  now,
  gatesNew,
  gatesGone,
  unknownNew,
  unknownResolved,
}: ServiceComparison): boolean {
  const lists = [gatesNew, gatesGone, unknownNew, unknownResolved];
  return (
    before.decision !== now.decision || before.level !== now.level || lists.some((list) => list.length > 0)
  );
}

function changeRow({ name, before, now, ...lists }: ServiceComparison, inWords: InWords): ChangeRow {
  const difference = rankOf(now.level) - rankOf(before.level);
  const lines = [
    { name: 'Gates that hold it up now', list: lists.gatesNew },
    { name: 'Gates that no longer do', list: lists.gatesGone },
    { name: 'No longer, or not yet, known', list: lists.unknownNew.map(inWords) },
    { name: 'Known since', list: lists.unknownResolved.map(inWords) },
  ];
  return {
    service: name,
    before: { label: before.label, level: levelView(before.level) },
    now: { label: now.label, level: levelView(now.level) },
    direction: difference < 0 ? 'lower' : difference > 0 ? 'higher' : 'as it was',
    lines: lines
      .filter(({ list }) => list.length > 0)
      .map(({ name: what, list }) => ({ name: what, told: shownOf(list) })),
  };
}

const SHOWN = 6;

function shownOf(list: readonly string[]): string {
  const shown = list.slice(0, SHOWN).map(capitalized);
  const more = list.length - shown.length;
  return `${shown.join('; ')}${more > 0 ? `; and ${counted(more, 'more', 'more')}` : ''}.`;
}
