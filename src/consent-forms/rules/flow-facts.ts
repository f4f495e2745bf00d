// What the flows of the tools say: which data goes there and why, whether it is encrypted, where it rests and for how long.
import { countryWords } from '../../common/countries';
import { DATA_CLASSES, type DataClass, type DataFlowFields } from '../../data-flows/data-flow.fields';
import { companiesBehind } from './companies-behind';
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
  const toService = toVendor.filter(({ to }) => to.party === 'service');
  const classes = new Set(toVendor.flatMap(({ dataClasses }) => dataClasses));
  const carries = (...wanted: readonly DataClass[]) => wanted.some((one) => classes.has(one));
  return {
    // The classes in their fixed order, and purposes as first recorded: the order of flows means nothing.
    data: everyOneHas(services, toVendor)
      ? joinedWords(DATA_CLASSES.filter((one) => classes.has(one)).map((one) => words[one]))
      : null,
    purposes: everyOneHas(services, toService) ? joinedPurposes(toService) : null,
    isForCareAlone: !toVendor.some(({ purpose }) => TEACHING.test(purpose)),
    isEncrypted: encryption(services, own),
    countries: countriesOf(services, toVendor),
    toolKeeps: longestStay(services, toVendor),
    carriesRecordings: carries(...RECORDINGS),
    carriesBilling: carries('billing'),
  };
}

/** What is told of all tools of a form has to be on record of each: none rides on the flows of another. */
function everyOneHas(services: readonly ConsentService[], flows: readonly Flow[]): boolean {
  return services.length > 0 && services.every(({ key }) => flows.some(({ service }) => service === key));
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

/** False where a flow is known not to be encrypted; null where one tool has no flow, or one flow no answer. */
function encryption(services: readonly ConsentService[], flows: readonly Flow[]): boolean | null {
  const marks = flows.flatMap(({ encryptedInTransit, encryptedAtRest }) => [
    encryptedInTransit,
    encryptedAtRest,
  ]);
  if (marks.includes('no')) return false;
  return everyOneHas(services, flows) && marks.every((one) => one === 'yes') ? true : null;
}

/** Where each tool, and each company behind it, has data, with the countries of its flows; null as long as one of them says nothing. */
function countriesOf(services: readonly ConsentService[], flows: readonly Flow[]): string | null {
  const all = services.map((service) => countriesOfOne(service, flows));
  if (all.length === 0 || all.includes(null)) return null;
  return joinedWords(countryWords(all.flatMap((codes) => codes ?? [])));
}

function countriesOfOne(service: ConsentService, flows: readonly Flow[]): string[] | null {
  const own = flows.filter((flow) => flow.service === service.key);
  const countries = [...(service.hostingCountries ?? []), ...own.flatMap(({ country }) => country ?? [])];
  const behind = (companiesBehind(service) ?? []).map(({ country, subcontractor }) => {
    const flow = own.find(({ to, country: at }) => at && subcontractor && to.subcontractor === subcontractor);
    return country ?? flow?.country ?? null;
  });
  if (countries.length === 0 || behind.includes(null)) return null;
  return [...countries, ...behind.flatMap((country) => country ?? [])];
}

/** The longest time over all flows; null where one tool has no flow, or one flow no time. */
function longestStay(services: readonly ConsentService[], flows: readonly Flow[]): string | null {
  if (!everyOneHas(services, flows)) return null;
  const days = flows.map(({ retentionDays }) => retentionDays ?? null);
  if (days.includes(null)) return null;
  const most = Math.max(...(days as number[]));
  if (most === 0) return 'only while it works on it';
  return most === 1 ? 'for at most one day' : `for at most ${most} days`;
}
