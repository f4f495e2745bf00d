// The questionnaires of a practice in words, and what one may ask about.
import type { ServiceName } from '../vendors/service-names.query';
import { minutesInWords } from './progress-in-words';
import { STATE_WORDS } from './answering-words';
import type { QuestionnaireSummary } from './questionnaire.dto';

export interface QuestionnaireLine {
  href: string;
  subject: string;
  state: string;
  isOpen: boolean;
  /** "12 of 40 answered, 3 of them “I don’t know”" */
  howFar: string;
  minutes: string;
  since: string;
}

/** Those that wait for answers first, then the newest. */
export function questionnaireLines(
  at: string,
  questionnaires: readonly QuestionnaireSummary[],
  services: readonly ServiceName[],
): QuestionnaireLine[] {
  const newestFirst = [...questionnaires].reverse();
  const isOpen = ({ state }: QuestionnaireSummary): boolean => state === 'issued';
  const ordered = [...newestFirst.filter(isOpen), ...newestFirst.filter((one) => !isOpen(one))];
  return ordered.map((one) => ({
    href: `${at}/questionnaires/${one.id}`,
    subject: subjectOf(one, services),
    state: STATE_WORDS[one.state],
    isOpen: isOpen(one),
    howFar: howFar(one),
    minutes: isOpen(one) ? minutesInWords(one.progress) : '',
    since: (isOpen(one) ? one.issuedOn : one.submittedOn) ?? one.issuedOn ?? '',
  }));
}

export function subjectOf(
  { about, service }: Pick<QuestionnaireSummary, 'about' | 'service'>,
  services: readonly ServiceName[],
): string {
  if (about === 'practice') return 'Your practice';
  return services.find(({ key }) => key === service)?.name ?? service ?? '';
}

function howFar({ progress: { asked, answered, unknown } }: QuestionnaireSummary): string {
  const known = answered - unknown;
  const notKnown = unknown > 0 ? `, ${unknown} not known` : '';
  const open = asked - answered;
  return `${known} of ${asked} answered${notKnown}${open > 0 ? `, ${open} open` : ''}`;
}
