// How pages and reports tell what became of an acceptance.
import type { AcceptanceChange, AcceptanceState } from './acceptance-standing';

export const ACCEPTANCE_WORDS: Readonly<Record<AcceptanceState, string>> = {
  in_force: 'Accepted',
  stale: 'To be looked at again',
  lapsed: 'Run out',
  ended: 'Ended',
  renewed: 'Renewed',
  not_yet: 'Not yet',
};

const MET_WORDS: Readonly<Record<string, string>> = {
  fully: 'in place',
  partly: 'partly in place',
  not_met: 'not in place',
  unknown: 'not known',
};

/** One change as a sentence. */
export function changeWords({ what, title, from, to }: AcceptanceChange): string {
  switch (what) {
    case 'level':
      return `The level rose from ${plain(from)} to ${plain(to)}.`;
    case 'impact':
      return `The impact was ${plain(from)} and is ${plain(to)}.`;
    case 'not_rated':
      return `The threat is no longer rated; it was ${plain(from)}.`;
    case 'law_gate':
      return `A rule of law holds it up now, and nobody accepts that away: ${title}.`;
    case 'gate':
      return to ? `A gate holds it up now: ${title}.` : `A gate no longer holds it up: ${title}.`;
    case 'adjustment':
      return to ? `An assessor adjusted it since (${title}).` : `An adjustment no longer counts (${title}).`;
    case 'control':
      return `${title}: was ${toldMet(from)}, is ${toldMet(to)}.`;
  }
}

/** "partly, observed" of a control. */
function toldMet(told: string | null): string {
  if (told === null) return 'not asked';
  const [met = '', basis] = told.split(', ');
  return `${MET_WORDS[met] ?? met}${basis ? ` (${basis})` : ''}`;
}

function plain(level: string | null): string {
  return (level ?? '').replace('_', ' ');
}
