// From one page of questions to the next, and what is told of a page that is kept while somebody still fills it in.
import { DomainError } from '../common/problems/domain.error';
import { addressOf, type AnsweringPage, type PlaceAmongPages } from './answering-pages';

/** `here` is the address of the questionnaire. */
export function savesOf(here: string, { group, part }: AnsweringPage): string {
  return `${here}/groups/${group}/saves${part > 1 ? `?part=${part}` : ''}`;
}

/** What is refused while somebody still types is told once they press the button. */
export async function refusalOf(work: Promise<void>): Promise<DomainError | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

export function savedInWords(saved: number, waiting: number): string {
  const rest = waiting > 0 ? 'Say below how you know your answers, and they are saved too.' : '';
  return [saved > 0 ? 'Saved.' : '', rest].filter(Boolean).join(' ');
}

export function whereNext(wanted: string, here: string, { before, after }: PlaceAmongPages): string {
  if (wanted === 'next' && after) return addressOf(here, after);
  if (wanted === 'back' && before) return addressOf(here, before);
  return here;
}
