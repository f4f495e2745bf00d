// How far an agreement was read clause by clause, and what was found. Pure. What amendments say later is told beside it and counted nowhere here.
import {
  PROVISION_IDS,
  PROVISION_VERDICTS,
  type ProvisionVerdictFields,
} from '../business-associate-agreements/provision.fields';
import type { ClauseCatalog } from './clause-pages';
import { VERDICT_WORDS } from './clause-words';

export interface Progress {
  read: number;
  of: number;
  /** from 0 to 100, rounded down: only all is all */
  percent: number;
}

export function progressOf(read: number, of: number): Progress {
  return { read, of, percent: of === 0 ? 100 : Math.floor((100 * read) / of) };
}

/** "12 of 63 read", of every provision that there is. */
export function readInWords(provisions: readonly ProvisionVerdictFields[] | null | undefined): string {
  return `${provisions?.length ?? 0} of ${PROVISION_IDS.length} read`;
}

export interface GroupProgress extends Progress {
  group: ClauseCatalog['groups'][number];
  /** "9 there, 2 not there"; empty where nothing was read */
  found: string;
}

export function groupProgress(
  { groups, provisions }: ClauseCatalog,
  stored: readonly ProvisionVerdictFields[],
): GroupProgress[] {
  return groups.map((group) => {
    const ids = new Set(provisions.flatMap((one) => (one.group === group.id ? [one.id] : [])));
    const read = stored.filter(({ provision }) => ids.has(provision));
    const found = PROVISION_VERDICTS.flatMap((verdict) => {
      const count = read.filter((one) => one.verdict === verdict).length;
      return count > 0 ? [`${count} ${VERDICT_WORDS[group.id][verdict].counted}`] : [];
    });
    return { group, ...progressOf(read.length, ids.size), found: found.join(', ') };
  });
}
