import type { AssessmentDocument, SealedAssessment } from '../../assessments/assessment.document';
import type { PreparedBy } from '../../letterheads/prepared-by';
import { stateOf, stateWords } from './assessment-state';
import { instantInWords, longDate } from './date-words';
import { openInDocument } from './open-facts';
import type { Sections } from './sections';

export interface CoverView {
  practice: string;
  title: string;
  subtitle: string;
  scope: string;
  /** that it is an initial one, with how much is open; empty where everything is known */
  initial: string;
  isSealed: boolean;
  state: string;
  stateExplained: string;
  facts: { name: string; value: string }[];
  /** the firm that drew it up; null where none is named */
  firm: FirmView | null;
  notice: string;
  law: string;
}

export interface FirmView {
  name: string;
  contact: string;
  logo: { src: string; width: number; height: number } | null;
}

const COVERS_ONE_SERVICE = 'One tool of the practice’s assessment, for the vendor’s file';

/** What the report is about, whatever its title. */
export const COVERS_THE_PRACTICE = 'The practice’s tools, their vendors, and its own safeguards';

/** Of documents of before the practice itself was reviewed. */
export const COVERS = 'The AI-vendor part of the practice’s security risk analysis';

export function coverView(
  sealed: SealedAssessment,
  { summary, sources, signOff: signing }: Sections,
): CoverView {
  const { document } = sealed;
  const { assessor, review, signOff, preparation } = document;
  const named = (person: { name: string; role: string } | null) =>
    person ? `${person.name}, ${person.role}` : null;
  const state = stateOf(sealed);
  const facts = [
    { name: 'As of', value: longDate(document.asOf) },
    { name: 'Law as of', value: longDate(document.lawAsOf) },
    {
      name: 'Holds until',
      value: document.holdsUntil ? longDate(document.holdsUntil.date) : 'No dated fact can change it',
    },
    { name: 'Assessor', value: named(assessor) ?? 'Not named' },
    { name: 'Reviewed by', value: named(review) ?? 'Nobody yet' },
    { name: 'Sealed by', value: (state === 'sealed' && named(signOff)) || 'Nobody yet' },
    { name: 'Period', value: periodWords(document) },
    { name: 'Version', value: versionWords(document) },
    { name: 'Prepared with', value: preparation?.competence || 'Not stated' },
    { name: 'Distribution', value: preparation?.distribution || DISTRIBUTION },
    ...(preparation?.counsel
      ? [
          {
            name: 'Marked by counsel',
            value: `Privileged and confidential: made at the direction of ${preparation.counsel} for legal advice. Whether that holds is for counsel to say.`,
          },
        ]
      : []),
    { name: 'Made', value: instantInWords(document.createdAt) },
    {
      name: 'Assessment',
      value: document.assessmentId ?? 'Made on the command line; not kept in a register',
    },
    ...(document.redactions ?? []).map(({ supersedes }) => ({
      name: 'Supersedes',
      value: supersedes.assessmentId,
    })),
  ];
  return {
    practice: document.practice.name,
    title: document.title,
    subtitle: summary ? (document.safeguardsReview ? COVERS_THE_PRACTICE : COVERS) : COVERS_ONE_SERVICE,
    scope: document.scope,
    initial: initialWords(openInDocument(document, summary ? 'the tools' : 'the tool')),
    isSealed: state === 'sealed',
    state: stateWords(sealed),
    stateExplained: [
      EXPLAINED[state].replace('{section}', signing?.called ?? ''),
      ...(document.redactions ?? []).map(
        ({ at }) =>
          `Text was taken out on ${longDate(at.slice(0, 10))}, after it was drawn up; ${signing?.called ?? ''} says by whom and why.`,
      ),
    ].join(' '),
    facts,
    firm: document.preparedBy ? firmView(document.preparedBy) : null,
    notice: document.notice,
    law: `Law as of ${longDate(document.lawAsOf)}; how sure each entry is stands in ${sources?.called}.`,
  };
}

const DISTRIBUTION = 'The practice, and whom its owner gives it to; it tells where the practice is weak';

function periodWords({ comparison, asOf }: AssessmentDocument): string {
  return comparison
    ? `${longDate(comparison.previous.asOf)} to ${longDate(asOf)}`
    : `All that is on record up to ${longDate(asOf)}`;
}

function versionWords({ earlierVersions, redactions }: AssessmentDocument): string {
  if (!earlierVersions) return 'Not counted: made outside a register';
  const again = redactions && redactions.length > 0 ? ', with text taken out' : '';
  return `Version ${earlierVersions.length + 1}${again}`;
}

/** The picture as it lies in the document: nothing is loaded. */
function firmView({ name, contact, logo }: PreparedBy): FirmView {
  const src = logo && `data:${logo.mediaType};base64,${logo.data}`;
  return {
    ...{ name, contact: contact ?? '' },
    logo: logo && src ? { src, width: logo.width, height: logo.height } : null,
  };
}

function initialWords(open: string): string {
  return open && `Initial assessment: ${open}. What is not known yet counts as a risk.`;
}

const EXPLAINED = {
  draft:
    'Nobody has reviewed or signed this document. Do not rely on it as a record of the practice’s decision.',
  reviewed: 'A named person has reviewed this document; nobody has signed it yet.',
  sealed:
    'A named person has signed this document; {section} says how to check that nothing was changed since.',
} as const;
