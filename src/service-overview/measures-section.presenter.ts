// What the practice does itself around a tool, in words: what clients have agreed to, what is read before it is signed, what is deleted when.
import type {
  AudioDeletionFields,
  ConsentFields,
  NoteReviewFields,
} from '../practice-measures/practice-measures.fields';
import { CONSENT_TITLES, NOTE_REVIEW_WORDS } from '../practice-measures/practice-measures-words';
import { longDate } from '../reports/security-risk-assessment/date-words';
import type { StoredMeasures } from './tool-facts.query';

export interface MeasureLine {
  title: string;
  words: string;
  /** what it lacks; empty where nothing is */
  lacks: string;
}

export interface MeasuresSection {
  lines: MeasureLine[];
  /** where it is said, or changed */
  edit: string;
}

/** @param measures null where nothing is on record. @param here address of the tool */
export function measuresSection(measures: StoredMeasures | null, here: string): MeasuresSection {
  const edit = `${here}/practice-measures/${measures ? `${measures.id}/edit` : 'new'}`;
  if (!measures) return { lines: [], edit };
  const { consents, noteReview, audioDeletion } = measures;
  return {
    lines: [
      ...(consents ?? []).map(consentLine),
      ...(noteReview ? [reviewLine(noteReview)] : []),
      ...(audioDeletion ? [deletionLine(audioDeletion)] : []),
    ],
    edit,
  };
}

function consentLine(consent: ConsentFields): MeasureLine {
  const { kind, formVersion, since, written, attestedForAllClients, coversEveryoneAudible } = consent;
  const lacks = [
    ...(written ? [] : ['not in writing']),
    ...(attestedForAllClients ? [] : ['not from every client']),
    ...(kind !== 'recording' || coversEveryoneAudible ? [] : ['not from everybody who can be heard']),
  ];
  const words = `Form ${formVersion}, since ${longDate(since)}`;
  return { title: CONSENT_TITLES[kind], words, lacks: lacks.join(', ') };
}

function reviewLine({ scope, since }: NoteReviewFields): MeasureLine {
  const words = `${NOTE_REVIEW_WORDS.scope.options[scope]}, since ${longDate(since)}`;
  return { title: 'Drafted notes that are read before they are signed', words, lacks: '' };
}

function deletionLine({ withinDays, since }: AudioDeletionFields): MeasureLine {
  const when =
    withinDays === 0 ? 'On the same day' : `Within ${withinDays} ${withinDays === 1 ? 'day' : 'days'}`;
  return { title: 'Deletion of recordings', words: `${when}, since ${longDate(since)}`, lacks: '' };
}
