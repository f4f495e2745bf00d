// The sections of each kind of report in their order. Every number, title and place in the contents comes from here, so that a
// sentence that says "section 3" can never be wrong.
import { SECTION_IDS, SECTION_TITLES, type SectionId } from '../../assessments/assessment-sections';

export const REPORT_KINDS = ['security-risk-assessment', 'vendor'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export interface Section {
  anchor: string;
  /** "3", or "B" of an appendix */
  number: string;
  title: string;
  /** how a sentence refers to it: "section 3", "appendix B" */
  called: string;
}

/** null: the section is not in this kind of report */
export type Sections = Record<SectionId, Section | null>;

/** As they stand in links and in the outline of the PDF. */
const ANCHORS: Partial<Record<SectionId, string>> = {
  signOff: 'sign-off',
  riskRegister: 'risk-register',
  riskManagement: 'risk-management',
  safeguardEntries: 'safeguard-entries',
};

/** What a reader needs to decide comes first; the longest comes last. */
const APPENDICES: Record<ReportKind, readonly SectionId[]> = {
  'security-risk-assessment': [
    'riskRegister',
    'agreements',
    'assurance',
    'checklists',
    'safeguardEntries',
    'questionnaires',
    'incidents',
    'consents',
    'policies',
    'riskManagement',
    'oversight',
    'evidence',
    'sources',
    'workings',
  ],
  vendor: [
    'riskRegister',
    'agreements',
    'assurance',
    'checklists',
    'questionnaires',
    'incidents',
    'consents',
    'riskManagement',
    'oversight',
    'evidence',
    'sources',
    'workings',
  ],
};

const BODY: Record<ReportKind, readonly SectionId[]> = {
  'security-risk-assessment': [
    'summary',
    'method',
    'inventory',
    'flows',
    'services',
    'actions',
    'practice',
    'safeguards',
    'contradictions',
    'changes',
    'obligations',
    'signOff',
  ],
  vendor: ['services', 'flows', 'actions', 'contradictions', 'changes', 'obligations', 'method', 'signOff'],
};

export function sectionsOf(kind: ReportKind): Sections {
  const sections = Object.fromEntries(SECTION_IDS.map((id) => [id, null])) as Sections;
  BODY[kind].forEach((id, index) => (sections[id] = section(id, String(index + 1), 'section')));
  APPENDICES[kind].forEach((id, index) => (sections[id] = section(id, letterOf(index), 'appendix')));
  if (kind === 'vendor' && sections.services) sections.services.title = 'The tool';
  return sections;
}

/** The sections that a report has, in order. */
export function inReadingOrder(kind: ReportKind): SectionId[] {
  return [...BODY[kind], ...APPENDICES[kind]];
}

function section(id: SectionId, number: string, kind: 'section' | 'appendix'): Section {
  const title = kind === 'appendix' ? `Appendix: ${SECTION_TITLES[id]}` : SECTION_TITLES[id];
  return { anchor: ANCHORS[id] ?? id, number, title, called: `${kind} ${number}` };
}

function letterOf(index: number): string {
  return String.fromCharCode(65 + index);
}
