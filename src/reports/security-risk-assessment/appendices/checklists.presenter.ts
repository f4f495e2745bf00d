// The seven items of the AI Tech Checklist for each service, and the measures that the practice takes around it.
import type { AssessmentDocument } from '../../../assessments/assessment.document';
import { CHECKLIST_ITEMS } from '../../../checklists/checklist.fields';
import type { DossierChecklist, DossierPracticeMeasures } from '../../../dossiers/dossier.document';
import { longDate, shortDate } from '../date-words';
import { ANSWER_WORDS, BASIS_WORDS, CHECKLIST_WORDS, CONSENT_WORDS, NOTE_REVIEW_WORDS } from '../fact-words';
import { checklistNumber } from '../facts-in-words';
import { capitalized, counted, listed } from '../number-words';
import type { OrderedService } from '../service-order';

export interface ChecklistView {
  service: string;
  answers: { number: number; item: string; value: string; basis: string; evidence: string; date: string }[];
  /** items that nobody has asked, in one line; null when all have been */
  notAsked: string | null;
}

export interface ChecklistsView {
  checklists: ChecklistView[];
  /** services of which none is on record; null when there is none */
  withoutChecklist: string | null;
  measures: { service: string; lines: string[] }[];
  withoutMeasures: string | null;
}

export function checklistsView(
  { dossier }: AssessmentDocument,
  services: readonly OrderedService[],
): ChecklistsView {
  const checklistOf = (key: string) => (dossier.checklists ?? []).find(({ service }) => service === key);
  const measuresOf = (key: string) => (dossier.practiceMeasures ?? []).find(({ service }) => service === key);
  const named = services.map(({ result }) => result.service);
  const without = (has: (key: string) => unknown) =>
    listed(named.filter(({ key }) => !has(key)).map(({ name }) => name)) || null;
  return {
    checklists: named.flatMap(({ key, name }) => {
      const found = checklistOf(key);
      return found ? [{ service: name, answers: answers(found), notAsked: notAsked(found) }] : [];
    }),
    withoutChecklist: without(checklistOf),
    measures: named.flatMap(({ key, name }) => {
      const found = measuresOf(key);
      return found ? [{ service: name, lines: measureLines(found) }] : [];
    }),
    withoutMeasures: without(measuresOf),
  };
}

function answers({ answers: given }: DossierChecklist): ChecklistView['answers'] {
  return CHECKLIST_ITEMS.flatMap((item) => {
    const answer = given.find((one) => one.item === item);
    if (!answer) return [];
    return [
      {
        number: checklistNumber(item),
        item: CHECKLIST_WORDS[item],
        value: ANSWER_WORDS[answer.value],
        basis: answer.basis ? capitalized(BASIS_WORDS[answer.basis]) : '',
        evidence: answer.evidence ?? '',
        date: shortDate(answer.answeredOn),
      },
    ];
  });
}

/** What has not been asked is shown as that. */
function notAsked({ answers: given }: DossierChecklist): string | null {
  const missing = CHECKLIST_ITEMS.filter((item) => !given.some((one) => one.item === item));
  return missing.map((item) => `${checklistNumber(item)} ${CHECKLIST_WORDS[item]}`).join('; ') || null;
}

function measureLines({ consents, noteReview, audioDeletion }: DossierPracticeMeasures): string[] {
  const lines = (consents ?? []).map(
    (one) =>
      `${CONSENT_WORDS[one.kind]}, form ${one.formVersion}, since ${longDate(one.since)}: ${one.written ? 'in writing' : 'not in writing'}; ${one.attestedForAllClients ? 'attested for all recorded clients' : 'not attested for all recorded clients'}; ${one.coversEveryoneAudible ? 'covers everyone audible' : 'does not cover everyone audible'}.`,
  );
  if (noteReview) {
    lines.push(
      `Review of drafts since ${longDate(noteReview.since)}: ${NOTE_REVIEW_WORDS[noteReview.scope]} (${BASIS_WORDS[noteReview.basis]}).`,
    );
  }
  if (audioDeletion) {
    const days =
      audioDeletion.withinDays === 0
        ? 'on the same day'
        : `within ${counted(audioDeletion.withinDays, 'day')}`;
    lines.push(
      `Audio deleted ${days} since ${longDate(audioDeletion.since)} (${BASIS_WORDS[audioDeletion.basis]}${audioDeletion.evidence ? `: ${audioDeletion.evidence}` : ''}).`,
    );
  }
  return lines.length > 0 ? lines : ['None recorded.'];
}
