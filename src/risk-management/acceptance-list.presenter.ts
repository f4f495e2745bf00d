// Accepted risks in words: who bears what, at which level, until when, and what has changed since.
import type { CalendarDate } from '../common/calendar-date';
import { levelView, type LevelView } from '../reports/security-risk-assessment/level-words';
import { ACCEPTANCE_WORDS, changeWords } from '../risk-acceptances/acceptance-words';
import { aboutOf, idOf, type ReadRegisters } from './registers-reader.service';

export interface AcceptanceLine {
  key: string;
  title: string;
  threat: string;
  about: string;
  state: string;
  urgency: string;
  accepted: LevelView;
  /** null where it is not rated any more */
  now: LevelView | null;
  by: string;
  acceptedOn: CalendarDate;
  until: CalendarDate;
  reason: string;
  meanwhile: string;
  changes: string[];
  digest: string;
  ended: string;
  /** empty where there is nothing to end or renew */
  end: string;
  renew: string;
}

export interface AcceptanceListView {
  at: string;
  standing: AcceptanceLine[];
  past: AcceptanceLine[];
}

const STANDS = new Set(['in_force', 'stale', 'lapsed', 'not_yet']);

export function acceptanceListView(read: ReadRegisters): AcceptanceListView {
  const here = `${read.at}/registers/risk-acceptances`;
  const lines = read.register.acceptances.flatMap((registered) => {
    const acceptance = read.practice.dossier.riskAcceptances?.find(({ key }) => key === registered.key);
    if (!acceptance) return [];
    const { key, threat, service, level, acceptedBy, acceptedOn, until, reason, meanwhile, ended, basis } =
      acceptance;
    const { state, title, levelNow, changes } = registered;
    const stands = STANDS.has(state);
    const query = new URLSearchParams({ threat, renews: key, ...(service ? { service } : {}) });
    const line: AcceptanceLine = {
      ...{ key, title, threat, about: aboutOf(service, read), state: ACCEPTANCE_WORDS[state] },
      urgency: state === 'in_force' ? 'settled' : stands ? 'overdue' : '',
      ...{ accepted: levelView(level), now: levelNow && levelView(levelNow) },
      ...{
        by: `${acceptedBy.name}, ${acceptedBy.role}`,
        acceptedOn,
        until,
        reason,
        meanwhile: meanwhile ?? '',
      },
      ...{ changes: changes.map(changeWords), digest: basis.digest },
      ended: ended ? `Ended by ${ended.by.name}, ${ended.by.role}: ${ended.reason}` : '',
      end: stands ? `${here}/${idOf(key, read.places.acceptances)}/ending` : '',
      renew: stands ? `${here}/new?${query.toString()}` : '',
    };
    return [{ stands, line }];
  });
  return {
    at: read.at,
    standing: lines.filter(({ stands }) => stands).map(({ line }) => line),
    past: lines.filter(({ stands }) => !stands).map(({ line }) => line),
  };
}
