// What the flows of the tools say: which data goes there and why, whether it is encrypted, where it rests and for how long.
import { DATA_CLASSES, type DataClass, type DataFlowFields } from '../../data-flows/data-flow.fields';
import { countryWords } from './country-words';
import type { ConsentFacts, ConsentService } from './consent-source';
import { joinedWords } from './joined-words';

type Flow = DataFlowFields & { readonly service: string };

export interface FlowFacts extends Pick<
  ConsentFacts,
  'purposes' | 'data' | 'isEncrypted' | 'countries' | 'toolKeeps' | 'isForCareAlone'
> {
  readonly carriesRecordings: boolean;
  readonly carriesBilling: boolean;
}

/** A guard against what a purpose says outright; whoever words it otherwise reads the sentence before it is adopted. */
const TEACHING = /supervis|teach|\btrain/i;
const RECORDINGS: readonly DataClass[] = ['session_audio', 'session_video', 'transcripts'];

/** @param flows of the practice; those of other tools are left out of account */
export function flowFacts(
  services: readonly ConsentService[],
  flows: readonly Flow[],
  words: Readonly<Record<DataClass, string>>,
): FlowFacts {
  const keys = services.map(({ key }) => key);
  const own = flows.filter(({ service }) => keys.includes(service));
  const toVendor = own.filter(({ to }) => to.party === 'service' || to.party === 'subcontractor');
  const classes = new Set(toVendor.flatMap(({ dataClasses }) => dataClasses));
  const carries = (...wanted: readonly DataClass[]) => wanted.some((one) => classes.has(one));
  return {
    // The classes in their fixed order, and purposes as first recorded: the order of flows means nothing.
    data: joinedWords(DATA_CLASSES.filter((one) => classes.has(one)).map((one) => words[one])),
    purposes: joinedPurposes(toVendor.filter(({ to }) => to.party === 'service')),
    isForCareAlone: !toVendor.some(({ purpose }) => TEACHING.test(purpose)),
    isEncrypted: encryption(own),
    countries: countriesOf(services, toVendor),
    toolKeeps: longestStay(services, toVendor),
    carriesRecordings: carries(...RECORDINGS),
    carriesBilling: carries('billing'),
  };
}

function joinedPurposes(flows: readonly Flow[]): string | null {
  const purposes = [
    ...new Set(flows.map(({ purpose }) => lowered(purpose.trim().replace(/\.$/, '')))),
  ].sort();
  return purposes.length === 0 ? null : purposes.join('; ');
}

/** "Drafting notes" within a sentence; "AI notes" stays. */
function lowered(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function encryption(flows: readonly Flow[]): boolean | null {
  const marks = flows.flatMap(({ encryptedInTransit, encryptedAtRest }) => [
    encryptedInTransit,
    encryptedAtRest,
  ]);
  if (marks.includes('no')) return false;
  return marks.length > 0 && marks.every((one) => one === 'yes') ? true : null;
}

/** Where each tool keeps data, with the countries of its flows; null as long as one tool says nothing. */
function countriesOf(services: readonly ConsentService[], flows: readonly Flow[]): string | null {
  const all = services.map(({ key, hostingCountries }) => [
    ...(hostingCountries ?? []),
    ...flows.flatMap(({ service, country }) => (service === key && country ? [country] : [])),
  ]);
  if (all.length === 0 || all.some((codes) => codes.length === 0)) return null;
  return joinedWords(countryWords(all.flat()));
}

/** The longest time over all flows; null where one tool has no flow, or one flow no time. */
function longestStay(services: readonly ConsentService[], flows: readonly Flow[]): string | null {
  if (services.length === 0 || services.some(({ key }) => !flows.some(({ service }) => service === key)))
    return null;
  const days = flows.map(({ retentionDays }) => retentionDays ?? null);
  if (days.includes(null)) return null;
  const most = Math.max(...(days as number[]));
  if (most === 0) return 'only while it works on it';
  return most === 1 ? 'for at most one day' : `for at most ${most} days`;
}
