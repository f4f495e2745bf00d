// The oversight of AI tools in use as it stood on the date of the assessment: each record in the words of the day, and what was due.
import type { CalendarDate } from '../../common/calendar-date';
import type { Catalogs } from '../../catalogs/load-catalogs';
import type { Dossier } from '../../dossiers/dossier.document';
import type { RuleOfThumb } from '../../oversight/oversight-catalog';
import { OVERSIGHT_KINDS, type OversightKind } from '../../oversight/oversight-words';
import { tellAll } from '../../oversight/told/tell-all';
import type { Around, ToldOversight } from '../../oversight/told/told';
import { oversightDue, type OversightDue } from './oversight-due';

export interface OversightRegister {
  entries: ToldOversight[];
  due: OversightDue[];
  /** as the catalog of the day called them, and what it says where nothing is on record */
  registers: { kind: OversightKind; title: string; none: string }[];
  fourFifths: RuleOfThumb;
}

export function oversightRegister(
  dossier: Dossier,
  asOf: CalendarDate,
  { aiOversight, obligations }: Pick<Catalogs, 'aiOversight' | 'obligations'>,
): OversightRegister {
  const { services, vendors, obligationSettings } = dossier;
  const practice = { records: dossier, services, vendors, settings: obligationSettings ?? [] };
  return {
    entries: tellAll(dossier, aroundRecords(dossier, asOf, aiOversight)),
    due: oversightDue(practice, aiOversight, obligations.obligations, asOf),
    registers: OVERSIGHT_KINDS.map((kind) => {
      const { title, none } = aiOversight.registers[kind];
      return { kind, title, none };
    }),
    fourFifths: aiOversight.fourFifths,
  };
}

/** What a told record looks up, from a dossier or the like. */
export function aroundRecords(
  { services, evidence, serviceLevels, exitTerms }: AroundLists,
  today: CalendarDate,
  catalog: Around['catalog'],
): Around {
  return {
    ...{ catalog, today },
    services: new Map(services.map(({ key, name }) => [key, name])),
    evidence: new Map((evidence ?? []).map(({ key, title }) => [key, title])),
    serviceLevels: new Map((serviceLevels ?? []).map((one) => [one.key, one])),
    exitTerms: new Map((exitTerms ?? []).map((one) => [one.service, one])),
  };
}

export interface AroundLists {
  services: readonly { key: string; name: string }[];
  evidence?: readonly { key: string; title: string }[] | null;
  serviceLevels?: Dossier['serviceLevels'];
  exitTerms?: Dossier['exitTerms'];
}
