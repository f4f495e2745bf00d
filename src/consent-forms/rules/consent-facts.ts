// What a form can rest on, worked out from the records of the practice: words that fill a place, a yes or no, or null where nothing is on record. What is not
// on record is never guessed, and what the law asks stands here only where it is surely known.
import { coverageOfService } from '../../business-associate-agreements/agreement-coverage';
import type { AgreementTerms } from '../../business-associate-agreements/agreement-editions';
import type { AgreementFields } from '../../business-associate-agreements/agreement.fields';
import { standingOn } from '../../business-associate-agreements/state-on-date';
import type { CalendarDate } from '../../common/calendar-date';
import type { ConsentKind } from '../../practice-measures/practice-measures.fields';
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
  const records = does('session_recording') || flows.carriesRecordings;
  const usesAi = services.some((service) => service.usesAi);
  const terms = services.map((service) => termsFor(service, source.agreements ?? [], asOf));
  return {
    practice: practice.name,
    tools: joinedWords(services.map(({ name }) => name)),
    vendors: joinedWords(vendorsOf(services, source)),
    work: joinedWords(functionWords(services, words.functions)),
    purposes: flows.purposes,
    data: flows.data,
    isEncrypted: flows.isEncrypted,
    hasAgreement: services.length > 0 && terms.every((one) => one !== null) ? true : null,
    countries: flows.countries,
    toolKeeps: flows.toolKeeps,
    ...measureFacts(services, source, asOf, words.reviews),
    ...companyFacts(services),
    isTrainingBarred: isTrainingBarred(services, terms),
    ...lawFacts(kind, practice, asOf, recordingConsent, elements.law, records || kind === 'recording'),
    isForCareAlone: flows.isForCareAlone,
    draftsFromSummary: does('drafting_from_summary', 'chat_assistant'),
    usesAi,
    records,
    drafts: usesAi && does('session_recording', 'drafting_from_summary', 'chat_assistant'),
    talksWithClients: usesAi && does('intake', 'client_messaging'),
    handlesBilling: does('billing') || flows.carriesBilling,
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

/** The terms of an agreement in force that covers the service with the plan in use; null where there is none. */
function termsFor(
  service: ConsentService,
  agreements: readonly AgreementFields[],
  asOf: CalendarDate,
): AgreementTerms | null {
  for (const agreement of agreements) {
    const { terms } = standingOn(agreement, asOf, 0);
    if (terms && coverageOfService(terms, service) === 'covered') return terms;
  }
  return null;
}

/** Barred only where each tool with AI has the clause (BAA-A01) in force and no company behind it is known to train on the data. */
function isTrainingBarred(
  services: readonly ConsentService[],
  terms: readonly (AgreementTerms | null)[],
): boolean | null {
  const withAi = services.flatMap((service, index) =>
    service.usesAi ? [{ service, terms: terms[index] }] : [],
  );
  if (withAi.length === 0) return null;
  if (withAi.some(({ service }) => service.modelProviders?.some((one) => one.trainsOnData === 'yes')))
    return false;
  const isBarred = withAi.every((one) => one.terms?.verdicts.get('BAA-A01')?.verdict === 'present');
  return isBarred ? true : null;
}

/** Naming none is an answer; not naming is not. */
function companyFacts(services: readonly ConsentService[]): Pick<ConsentFacts, 'companies' | 'hasCompanies'> {
  if (services.length === 0 || services.some(({ subcontractors }) => !subcontractors))
    return { companies: null, hasCompanies: null };
  const named = services.flatMap(({ subcontractors, modelProviders }) => [
    ...(subcontractors ?? [])
      .filter(({ handlesClientData }) => handlesClientData !== 'no')
      .map(({ name, role }) => `${name} (${role})`),
    ...(modelProviders ?? []).map(({ name }) => `${name} (AI)`),
  ]);
  return { companies: joinedWords([...new Set(named)]), hasCompanies: named.length > 0 };
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
