// What a form can rest on, worked out from the records of the practice: words that fill a place, a yes or no, or null where nothing is on record. What is not
// on record is never guessed, and what the law asks stands here only where it is surely known.
import type { CalendarDate } from '../../common/calendar-date';
import type { ConsentKind } from '../../practice-measures/practice-measures.fields';
import { agreementFacts } from './agreement-facts';
import { companiesBehind } from './companies-behind';
import type { ConsentElementsCatalog } from './consent-elements-catalog';
import type { ConsentContext, ConsentFacts, ConsentService, ConsentSource } from './consent-source';
import { flowFacts } from './flow-facts';
import { lawFacts } from './law-facts';
import { joinedWords } from './joined-words';

/** What holds for one form about these services of the practice. */
export function consentFacts(
  kind: ConsentKind,
  serviceKeys: readonly string[],
  source: ConsentSource,
  { asOf, elements, recordingConsent }: ConsentContext,
): ConsentFacts {
  const { practice } = source;
  const services = source.services.filter(({ key }) => serviceKeys.includes(key));
  const { words } = elements;
  const flows = flowFacts(services, source.dataFlows ?? [], words.dataClasses);
  const does = (...functions: ConsentService['functions']) =>
    services.some((service) => functions.some((one) => service.functions.includes(one)));
  const withAi = services.filter(({ usesAi }) => usesAi);
  const doesByAi = (...functions: ConsentService['functions']) =>
    withAi.some((service) => functions.some((one) => service.functions.includes(one)));
  // What a tool does is what its functions say. What flows to it only widens what a form has to answer.
  const isRecorder = does('session_recording');
  const doesBilling = does('billing');
  const records = isRecorder || flows.carriesRecordings;
  return {
    practice: practice.name,
    tools: joinedWords(services.map(({ name }) => name)),
    vendors: joinedWords(vendorsOf(services, source)),
    aiVendors: joinedWords(vendorsOf(withAi, source)),
    work: joinedWords(functionWords(services, words.functions)),
    purposes: flows.purposes,
    data: flows.data,
    isEncrypted: flows.isEncrypted,
    ...agreementFacts(services, source, asOf),
    countries: flows.countries,
    toolKeeps: flows.toolKeeps,
    ...measureFacts(services, source, asOf, words.reviews),
    ...companyFacts(services),
    ...lawFacts(kind, practice, asOf, recordingConsent, elements.law, records || kind === 'recording'),
    isForCareAlone: flows.isForCareAlone,
    draftsFromSummary: does('drafting_from_summary', 'chat_assistant'),
    usesAi: withAi.length > 0,
    records,
    isRecorder,
    drafts: doesByAi('session_recording', 'drafting_from_summary', 'chat_assistant'),
    talksWithClients: doesByAi('intake', 'client_messaging'),
    handlesBilling: doesBilling || flows.carriesBilling,
    doesBilling,
    hasSeveralVoices: practice.specialties.some((one) =>
      ['couples_and_family', 'groups', 'children_and_adolescents'].includes(one),
    ),
    isInSeveralStates: new Set([...practice.clientStates, ...practice.clinicianStates]).size > 1,
    decision: null,
  };
}

function vendorsOf(services: readonly ConsentService[], { vendors }: ConsentSource): string[] {
  const keys = new Set(services.map(({ vendor }) => vendor));
  return vendors.filter(({ key }) => keys.has(key)).map(({ name }) => name.replace(/\.$/, ''));
}

function functionWords(
  services: readonly ConsentService[],
  words: ConsentElementsCatalog['words']['functions'],
): string[] {
  const used = new Set(services.flatMap(({ functions }) => functions));
  return Object.entries(words).flatMap(([id, said]) =>
    said !== null && used.has(id as ConsentService['functions'][number]) ? [said] : [],
  );
}

/** The companies of all tools together; null as long as one tool says nothing. */
function companyFacts(services: readonly ConsentService[]): Pick<ConsentFacts, 'companies' | 'hasCompanies'> {
  const all = services.map(companiesBehind);
  if (all.length === 0 || all.includes(null)) return { companies: null, hasCompanies: null };
  const named = all.flatMap((companies) => (companies ?? []).map(({ name, role }) => `${name} (${role})`));
  return { companies: joinedWords([...new Set(named)]) ?? '', hasCompanies: named.length > 0 };
}

/** The measures of all tools together: the longest time before deletion, the least reading of drafts. */
function measureFacts(
  services: readonly ConsentService[],
  { practiceMeasures }: ConsentSource,
  asOf: CalendarDate,
  words: ConsentElementsCatalog['words']['reviews'],
): Pick<ConsentFacts, 'recordingKept' | 'review'> {
  const measures = services.map(({ key }) => practiceMeasures?.find(({ service }) => service === key));
  const deletions = measures.map((one) =>
    one?.audioDeletion && one.audioDeletion.since <= asOf ? one.audioDeletion.withinDays : null,
  );
  const reviews = measures.map((one) =>
    one?.noteReview && one.noteReview.since <= asOf ? one.noteReview.scope : 'unknown',
  );
  const days =
    deletions.includes(null) || deletions.length === 0 ? null : Math.max(...(deletions as number[]));
  const isReviewed = reviews.length > 0 && reviews.every((one) => one === 'every_note' || one === 'sample');
  return {
    recordingKept: days === null ? null : afterSession(days),
    review: !isReviewed ? null : reviews.includes('sample') ? words.sample : words.every_note,
  };
}

function afterSession(days: number): string {
  if (days === 0) return 'on the day of the session';
  return days === 1 ? 'within one day after the session' : `within ${days} days after the session`;
}
