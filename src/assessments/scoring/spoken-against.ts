// Where a good answer to a question is spoken against by what is on record: by a flow, a company behind the vendor, a clause, an
// agreement that is missing, an incident. The worse side counts, so such an answer earns nothing.
import type { ProvisionId } from '../../business-associate-agreements/provision.fields';
import { addMonths, nextDay, type CalendarDate } from '../../common/calendar-date';
import { countryWords } from '../../common/countries';
import type { DataClass } from '../../data-flows/data-flow.fields';
import { earliest } from './agreement-term';
import { carries } from './protected-flows';
import { contradictedBy, contradictionEndedOn } from './provision-verdicts';
import type { Need } from './readings/need';
import { byKey, type ServiceView } from './service-view';
import { isInUnitedStates } from './united-states';

export interface Against {
  /** what speaks against it, for the list of contradictions; null when nothing does */
  readonly record: string | null;
  readonly because: string;
  /** since when nothing has spoken against it; null when no date bears on it */
  readonly clearedSince: CalendarDate | null;
  /** what clears it, unless the step that settles the question does so itself */
  readonly clearedBy: readonly Need[];
}

type Rule = (view: ServiceView, met: Good) => Against;

/** How far an answer meets what is asked for: one that does not is spoken against by nothing. */
type Good = 'fully' | 'partly';

const NOTHING: Against = { record: null, because: '', clearedSince: null, clearedBy: [] };

const RULES: ReadonlyMap<string, Rule> = new Map(
  Object.entries<Rule>({
    'automatic-deletion': (view) => keptLong(view, ['session_audio', 'session_video', 'transcripts']),
    'text-deleted-after-note': (view) => keptLong(view, ['transcripts']),
    'where-staff-are': handledAbroad,
    'deidentified-copies': (view) => takenBack(view, 'BAA-A03', 'de-identified copies for the vendor'),
    'new-features-off': (view) => takenBack(view, 'BAA-A19', 'new features without asking'),
    'staff-see-sessions': (view) => takenBack(view, 'BAA-A22', 'access of its staff'),
    'change-notice-days': (view) => takenBack(view, 'BAA-A24', 'changes without telling'),
    'derived-data-kept-out': (view) => takenBack(view, 'BAA-A01', 'training on client data'),
    'part-2-terms': withoutQsoa,
    'past-incidents': breachOnRecord,
  }),
);

/** Questions that something on record can speak against. */
export const QUESTIONS_WITH_RECORDS: readonly string[] = [...RULES.keys()];

/** What speaks against a good answer to the question on the date of the view. */
export function spokenAgainst(view: ServiceView, question: string, met: Good): Against {
  return RULES.get(question)?.(view, met) ?? NOTHING;
}

function keptLong({ protectedFlows, model }: ServiceView, classes: readonly DataClass[]): Against {
  const { keptLongFromDays } = model.recordFigures;
  const keptLongest = protectedFlows.filter(
    (flow) =>
      carries(flow, classes) && (flow.retentionDays == null || flow.retentionDays >= keptLongFromDays),
  );
  const [kept] = keptLongest;
  if (!kept) return NOTHING;
  const clearedBy = classes.filter((dataClass) => keptLongest.some((flow) => carries(flow, [dataClass])));
  const days = kept.retentionDays == null ? 'without end' : `${kept.retentionDays} days`;
  return against(`data flow ${kept.key}`, `The flow records that it is kept ${days}.`, clearedBy);
}

function handledAbroad({ facts }: ServiceView): Against {
  const { subcontractors, modelProviders } = facts.service;
  const companies = [
    ...(subcontractors ?? []).filter(({ handlesClientData }) => handlesClientData !== 'no'),
    ...(modelProviders ?? []),
  ].sort(byKey);
  const abroad = companies.find(({ country }) => country != null && !isInUnitedStates(country));
  return abroad
    ? against(
        `company behind the vendor ${abroad.key}`,
        `${abroad.name} works in ${countryWords([abroad.country]).join(', ')}.`,
      )
    : NOTHING;
}

/** A clause that another term takes back. */
function takenBack(view: ServiceView, provision: ProvisionId, what: string): Against {
  const found = contradictedBy(view, provision);
  if (found)
    return against(`agreement ${found.agreement.key}, ${provision}`, `Its terms allow ${what}.`, [provision]);
  const clearedSince = contradictionEndedOn(view, provision);
  return clearedSince === null ? NOTHING : { ...NOTHING, clearedSince };
}

function withoutQsoa(view: ServiceView): Against {
  const term = earliest(view.qsoasInForce);
  if (term) return { ...NOTHING, clearedSince: term.start };
  return against(
    'qualified service organization agreements',
    'No such agreement that covers the tool is in force.',
  );
}

/** "None" while a breach is on record with the vendor; who says that there was one says no more than the record. */
function breachOnRecord({ facts, model, asOf }: ServiceView, met: Good): Against {
  if (met !== 'fully') return NOTHING;
  const { kinds, untilMonths } = model.incidentContradicts;
  const counting = facts.incidents.filter(
    ({ kind, finding, knownOn }) => finding === 'breach' && kinds.includes(kind) && knownOn <= asOf,
  );
  const knownOn = counting
    .map((incident) => incident.knownOn)
    .sort()
    .at(-1);
  if (knownOn === undefined) return NOTHING;
  const number = Math.max(...counting.flatMap((one) => (one.knownOn === knownOn ? one.number : [])));
  const until = addMonths(knownOn, untilMonths);
  if (until < asOf) return { ...NOTHING, clearedSince: nextDay(until) };
  const because = `Incident ${number} with the vendor, known since ${knownOn}, counts as a breach.`;
  return against(`incident ${number}`, because);
}

function against(record: string, because: string, clearedBy: readonly Need[] = []): Against {
  return { record, because, clearedSince: null, clearedBy };
}
