// Comments on an assessment by the section that they are on, in the order in which the report is read.
import type { AssessmentDocument } from '../assessments/assessment.document';
import { SECTION_IDS, SECTION_TITLES, type SectionId } from '../assessments/assessment-sections';
import type { CommentingPerson, CommentResponse } from '../assessments/comments/comment.dto';

export interface CommentView {
  href: string;
  text: string;
  author: string;
  at: Date;
  isOpen: boolean;
  /** "Resolved by Ola Owner"; empty while it is open */
  resolvedBy: string;
  resolvedAt: Date | null;
  answers: { text: string; author: string; at: Date }[];
}

export interface CommentedSection {
  /** as the form names it: agreements, or services/northlight-scribe */
  place: string;
  /** an id of an element */
  anchor: string;
  title: string;
  open: number;
  comments: CommentView[];
}

const ROLES: Readonly<Record<CommentingPerson['role'], string>> = {
  ...{ owner: 'owner', security_official: 'security official', privacy_official: 'privacy official' },
  ...{ clinician: 'clinician', staff: 'staff', consultant: 'consultant', auditor: 'auditor' },
};

const personWords = ({ name, role }: CommentingPerson): string => `${name}, ${ROLES[role]}`;

/** The places that a comment may be on: each section, and within the services each one. */
export function placesOf({
  results,
}: Pick<AssessmentDocument, 'results'>): { place: string; title: string }[] {
  return SECTION_IDS.flatMap((id) => [
    { place: id, title: SECTION_TITLES[id] },
    ...(id === 'services'
      ? results.map(({ service }) => ({ place: `${id}/${service.key}`, title: `Tool: ${service.name}` }))
      : []),
  ]);
}

/** The section and service that a form names. What it does not know is refused as the API refuses it. */
export function placeNamed(place: string): { section: SectionId | null; service: string | null } {
  const [section = '', ...service] = place.split('/');
  return {
    section: section === '' ? null : (section as SectionId),
    service: service.length > 0 ? service.join('/') : null,
  };
}

/** @param here address of the assessment */
export function commentedSections(
  here: string,
  document: Pick<AssessmentDocument, 'results'>,
  comments: readonly CommentResponse[],
): CommentedSection[] {
  const begun = comments.filter(({ answerTo }) => answerTo === null);
  return placesOf(document).map(({ place, title }) => {
    const on = begun.filter(
      ({ section, service }) => (service === null ? section : `${section}/${service}`) === place,
    );
    return {
      ...{ place, title, anchor: `on-${place.replace('/', '-')}` },
      open: on.filter(({ resolvedAt }) => resolvedAt === null).length,
      comments: on.map((comment) => commentView(here, comment, comments)),
    };
  });
}

export function commentView(
  here: string,
  comment: CommentResponse,
  all: readonly CommentResponse[],
): CommentView {
  const { id, text, author, createdAt, resolvedAt, resolvedBy } = comment;
  return {
    ...{ text, resolvedAt, href: `${here}/comments/${id}`, author: personWords(author), at: createdAt },
    isOpen: resolvedAt === null,
    resolvedBy: resolvedBy ? `Resolved by ${personWords(resolvedBy)}` : '',
    answers: all
      .filter(({ answerTo }) => answerTo === id)
      .map((answer) => ({ text: answer.text, author: personWords(answer.author), at: answer.createdAt })),
  };
}
