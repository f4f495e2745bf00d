// Reports, tests and papers about a tool and its vendor, by kind: those on record with what is weak in them, and those that are not.
import { attestationLine, soc2Line, type Note, type PaperLine, type ToolOfPapers } from './report-lines';
import { exitLine, levelLine, modelCardLine, standingLine, studyLine } from './other-lines';
import type { PapersFacts } from './papers-of-tool.query';

export interface PaperKind {
  title: string;
  lines: { name: string; dates: string; notes: Note[]; edit: string }[];
  add: string;
  addWords: string;
  /** false where a tool has one of the kind and no more */
  mayAdd: boolean;
}

export interface PapersSection {
  kinds: PaperKind[];
  /** kinds of which nothing is on record, and what each is for */
  missing: { title: string; what: string; add: string; addWords: string }[];
}

/** Of the kinds of papers that the engine asks for: where each is added, or the newest is changed. */
export type PaperPlaces = Readonly<Record<PaperPath, string>>;

export const PAPER_PATHS = [
  'soc2-reports',
  'attestations',
  'model-cards',
  'clinical-validations',
  'financial-standings',
  'service-levels',
  'exit-terms',
] as const;
export type PaperPath = (typeof PAPER_PATHS)[number];

const KINDS: Readonly<Record<PaperPath, { title: string; addWords: string; what: string }>> = {
  'soc2-reports': {
    ...{ title: 'SOC 2 reports', addWords: 'Add a SOC 2 report' },
    what: 'An auditor’s report on how the vendor guards data.',
  },
  attestations: {
    ...{ title: 'Certificates and tests', addWords: 'Add a certificate or test' },
    what: 'ISO and HITRUST certificates, penetration tests, answers that the vendor gave about itself.',
  },
  'model-cards': {
    ...{ title: 'Model cards', addWords: 'Add a model card' },
    what: 'What the AI model is meant for, on whom it was tried and where it fails.',
  },
  'clinical-validations': {
    ...{ title: 'Studies', addWords: 'Add a study' },
    what: 'Whether the tool does in care what it is said to do.',
  },
  'financial-standings': {
    ...{ title: 'How the vendor stands', addWords: 'Add a record of the vendor’s finances' },
    what: 'Whether it is likely to be there next year, and what pays when something goes wrong.',
  },
  'service-levels': {
    ...{ title: 'Promises as numbers', addWords: 'Add a promise' },
    what: 'How much of the time it is up, how soon support answers, and what follows if not.',
  },
  'exit-terms': {
    ...{ title: 'How you would leave', addWords: 'Say how you would leave' },
    what: 'Taking your data along, and what becomes of it there.',
  },
};

/** @param at address of the tool */
export function papersSection(papers: PapersFacts, tool: ToolOfPapers, at: string): PapersSection {
  const lines = linesOf(papers, tool);
  const add = (path: PaperPath): string => `${at}/${path}/new`;
  const [there, missing] = [true, false].map((isThere) =>
    PAPER_PATHS.filter((path) => lines[path].length > 0 === isThere),
  ) as [PaperPath[], PaperPath[]];
  return {
    kinds: there.map((path) => ({
      ...{ title: KINDS[path].title, add: add(path), addWords: KINDS[path].addWords },
      mayAdd: path !== 'exit-terms',
      lines: lines[path].map(({ id, ...line }) => ({ ...line, edit: `${at}/${path}/${id}/edit` })),
    })),
    missing: missing.map((path) => ({ ...KINDS[path], add: add(path) })),
  };
}

/** @returns the form in which the newest paper of a kind is changed; that of a new one where there is none */
export function paperPlaces(papers: PapersFacts, at: string): PaperPlaces {
  const newest = (path: PaperPath, [first]: readonly { id: string }[]): [PaperPath, string] => [
    path,
    first ? `${at}/${path}/${first.id}/edit` : `${at}/${path}/new`,
  ];
  return Object.fromEntries([
    newest('soc2-reports', papers.soc2Reports),
    newest('attestations', papers.attestations),
    newest('model-cards', papers.modelCards),
    newest('clinical-validations', papers.clinicalValidations),
    newest('financial-standings', papers.financialStandings),
    newest('service-levels', papers.serviceLevels),
    newest('exit-terms', papers.exitTerms),
  ]) as PaperPlaces;
}

function linesOf(papers: PapersFacts, tool: ToolOfPapers): Record<PaperPath, PaperLine[]> {
  const { vendorName } = papers;
  return {
    'soc2-reports': papers.soc2Reports.map((report) => soc2Line(report, vendorName, tool)),
    attestations: papers.attestations.map((attestation) => attestationLine(attestation, vendorName, tool)),
    'model-cards': papers.modelCards.map(modelCardLine),
    'clinical-validations': papers.clinicalValidations.map((study) => studyLine(study, tool)),
    'financial-standings': papers.financialStandings.map((standing) => standingLine(standing, tool)),
    'service-levels': papers.serviceLevels.map(levelLine),
    'exit-terms': papers.exitTerms.map(exitLine),
  };
}
