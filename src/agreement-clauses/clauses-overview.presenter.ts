// What was read of an agreement, group by group: how far, what was found, and each clause with what is on record of it.
import type { ProvisionVerdictFields } from '../business-associate-agreements/provision.fields';
import { NOT_READ_WORDS } from './clause-words';
import type { AgreementOfTool } from './agreement-of-tool';
import type { AmendedClause } from './amendments';
import { verdictInWords } from './clause-form';
import {
  addressOfClauses,
  addressOfPage,
  clausePages,
  pageToReadOn,
  type ClauseCatalog,
} from './clause-pages';
import { groupProgress, progressOf, readInWords } from './clause-progress';

export interface ClausesOverview {
  /** the page of the tool */
  back: { href: string; label: string };
  agreement: string;
  progress: string;
  percent: number;
  isBegun: boolean;
  isDone: boolean;
  /** where to read on */
  goOn: string;
  groups: {
    title: string;
    href: string;
    meaning: string;
    /** "12 of 18 read" */
    read: string;
    found: string;
    clauses: { title: string; href: string; said: string; isRead: boolean; amended: string[] }[];
  }[];
}

export function clausesOverview(
  { tool, at, agreement }: AgreementOfTool,
  catalog: ClauseCatalog,
  amended: readonly AmendedClause[],
): ClausesOverview {
  const stored: readonly ProvisionVerdictFields[] = agreement.provisions ?? [];
  const here = addressOfClauses(at, agreement.id);
  const pages = clausePages(catalog);
  const goOn = pageToReadOn(pages, stored);
  const { percent, read, of } = progressOf(stored.length, catalog.provisions.length);
  return {
    back: { href: `${at}#agreement`, label: tool.name },
    agreement: agreement.title,
    progress: readInWords(stored),
    ...{ percent, isBegun: read > 0, isDone: read === of },
    goOn: goOn ? addressOfPage(here, goOn) : here,
    groups: groupProgress(catalog, stored).map(({ group, found, ...progress }) => {
      const ofGroup = pages.filter((page) => page.group.id === group.id);
      return {
        title: group.title,
        href: addressOfPage(here, { group, part: 1 }),
        meaning: group.meaning,
        read: `${progress.read} of ${progress.of} read`,
        found,
        clauses: ofGroup.flatMap((page) =>
          page.provisions.map(({ id, title }) => {
            const said = verdictInWords(group, stored, id);
            return {
              ...{ title, said, isRead: said !== NOT_READ_WORDS },
              href: `${addressOfPage(here, page)}#${id}`,
              amended: amended.filter(({ provision }) => provision === id).map(({ told }) => told),
            };
          }),
        ),
      };
    }),
  };
}
