// What a practice says of its own habits in a short form, as the record of its measures. Pure.
import type { CalendarDate } from '../common/calendar-date';
import { DomainError, type Fault } from '../common/problems/domain.error';
import type {
  AudioDeletionFields,
  ConsentFields,
  NoteReviewFields,
  PracticeMeasuresFields,
} from '../practice-measures/practice-measures.fields';
import type { HabitsDto } from './step.dto';

const OF_A_CONSENT = ['formVersion', 'written', 'attestedForAllClients', 'coversEveryoneAudible'] as const;

/**
 * What is not said is absent. How it is known is that the owner says so: the weakest there is.
 * @throws DomainError request-invalid where something said needs something more
 */
export function measuresFrom(said: HabitsDto): PracticeMeasuresFields {
  const faults = faultsOf(said);
  if (faults.length > 0) throw new DomainError('request-invalid', 'Something is missing.', faults);
  const since = said.since as CalendarDate;
  return {
    ...(said.consents.length > 0 ? { consents: consentsFrom(said, since) } : {}),
    ...(isGiven(said.noteReview) ? { noteReview: reviewFrom(said, since) } : {}),
    ...(isGiven(said.audioDeletedWithinDays) ? { audioDeletion: deletionFrom(said, since) } : {}),
  };
}

/** The same for each that was ticked: who has it otherwise says so on the page of the tool. */
function consentsFrom(said: HabitsDto, since: CalendarDate): ConsentFields[] {
  return said.consents.map((kind) => ({
    ...{ kind, since, formVersion: said.formVersion as string },
    written: said.written as boolean,
    attestedForAllClients: said.attestedForAllClients as boolean,
    coversEveryoneAudible: said.coversEveryoneAudible as boolean,
  }));
}

function reviewFrom({ noteReview }: HabitsDto, since: CalendarDate): NoteReviewFields {
  return { scope: noteReview as NoteReviewFields['scope'], since, basis: 'stated' };
}

function deletionFrom({ audioDeletedWithinDays }: HabitsDto, since: CalendarDate): AudioDeletionFields {
  return { withinDays: audioDeletedWithinDays as number, since, basis: 'stated' };
}

function faultsOf(said: HabitsDto): Fault[] {
  const { consents, noteReview, audioDeletedWithinDays, since } = said;
  const missing = (name: string, detail: string): Fault => {
    return { pointer: `/${name}`, code: 'invalid-field', detail };
  };
  const isAnySaid = consents.length > 0 || isGiven(noteReview) || isGiven(audioDeletedWithinDays);
  if (!isAnySaid)
    return [missing('consents', 'nothing is said yet: answer one of these, or leave the page open for now')];
  const ofConsent = consents.length > 0 ? OF_A_CONSENT.filter((name) => !isGiven(said[name])) : [];
  return [
    ...ofConsent.map((name) => missing(name, 'is needed where clients agree on a form')),
    ...(isGiven(since) ? [] : [missing('since', 'write the first day that you are sure of')]),
  ];
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined;
}
