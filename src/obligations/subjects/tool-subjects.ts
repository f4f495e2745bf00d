// Tools as subjects: those with AI, their vendors, those that client data goes to, those that draft notes or hear sessions, and the consents that go with them.
import { BUSINESS_ASSOCIATE, gapDays } from '../../agreement-gaps/gap-days';
import { carries, involvesVendor } from '../../assessments/scoring/protected-flows';
import type { CalendarDate } from '../../common/calendar-date';
import { inNameOrder } from '../../common/name-order';
import type { DatedFacts } from '../obligation-facts.query';
import type { Subject } from '../rules/occurrences';

type Tool = DatedFacts['services'][number];

function toolSubject({ key, name, recordedOn }: Tool, why: string): Subject {
  return { record: { kind: 'service', key }, name, why, recordedOn };
}

export function aiServiceSubjects({ services }: DatedFacts): Subject[] {
  return services.filter(({ usesAi }) => usesAi).map((tool) => toolSubject(tool, `${tool.name} uses AI`));
}

/** The practice, since its first tool with AI was recorded. */
export function aiUseSubjects({ practice, services }: DatedFacts): Subject[] {
  const tools = services
    .filter(({ usesAi }) => usesAi)
    .sort((one, other) => inNameOrder(one.name, other.name));
  const [first] = tools.map(({ recordedOn }) => recordedOn).sort();
  if (!first) return [];
  const named = tools.length > 3 ? `${tools.length} tools with AI` : inWords(tools.map(({ name }) => name));
  return [{ record: null, name: practice.name, why: `the practice uses ${named}`, recordedOn: first }];
}

/** Each vendor once, however many of its tools use AI. */
export function aiVendorSubjects({ vendors, services }: DatedFacts): Subject[] {
  return vendors.flatMap(({ key, name }) => {
    const tools = services.filter(({ usesAi, vendor }) => usesAi && vendor === key);
    const [first] = tools.map(({ recordedOn }) => recordedOn).sort();
    if (!first) return [];
    const why = `${inWords(tools.map((tool) => tool.name).sort(inNameOrder))} of ${name} ${tools.length > 1 ? 'use' : 'uses'} AI`;
    return [{ record: { kind: 'vendor' as const, key }, name, why, recordedOn: first }];
  });
}

/**
 * Tools that protected data goes to, at a business associate (45 CFR 164.502(e)). An agreement that covers every such flow today shows that OB-20 holds; one that is
 * missing is due at once.
 */
export function clientDataSubjects(facts: DatedFacts, today: CalendarDate): Subject[] {
  return facts.services.flatMap((tool) => {
    const flows = facts.dataFlows.filter(
      (flow) =>
        flow.service === tool.key && BUSINESS_ASSOCIATE.asks(flow) && !(flow.since && flow.since > today),
    );
    if (flows.length === 0) return [];
    const agreements = facts.agreements.filter(({ vendor }) => vendor === tool.vendor);
    const { gaps } = gapDays(tool, agreements, flows, today, today);
    return [
      {
        ...toolSubject(tool, `client data goes to ${tool.name}`),
        neededSince: flows.map(firstKnown).sort()[0],
        shownBy: gaps.length === 0 ? 'an agreement in force that covers it' : null,
      },
    ];
  });
}

/** A flow that ran before it was recorded could not be told of earlier. */
function firstKnown({ since, recordedOn }: DatedFacts['dataFlows'][number]): CalendarDate {
  return since && since > recordedOn ? since : recordedOn;
}

export function draftingSubjects({ services }: DatedFacts): Subject[] {
  return services
    .filter(
      ({ usesAi, functions }) =>
        usesAi && functions.some((one) => one === 'session_recording' || one === 'drafting_from_summary'),
    )
    .map((tool) => toolSubject(tool, `${tool.name} drafts notes`));
}

export function audioFlowSubjects({ dataFlows, services }: DatedFacts): Subject[] {
  return dataFlows
    .filter((flow) => involvesVendor(flow) && carries(flow, ['session_audio', 'session_video']))
    .map(({ key, service, purpose, recordedOn }) => {
      const tool = services.find((one) => one.key === service)?.name ?? service;
      return {
        record: { kind: 'data_flow' as const, key },
        name: `${tool}: ${purpose}`,
        why: `recordings of sessions go to ${tool}`,
        recordedOn,
      };
    });
}

/** The consent forms that go with a tool, together: they count from the newest of them. */
export function consentSubjects({ practiceMeasures, services }: DatedFacts): Subject[] {
  return practiceMeasures.flatMap(({ key, service, consents, recordedOn }) => {
    const tool = services.find((one) => one.key === service)?.name ?? service;
    const newest = (consents ?? [])
      .map(({ since }) => since)
      .sort()
      .at(-1);
    if (!newest) return [];
    return [
      {
        record: { kind: 'practice_measures' as const, key },
        name: `Consent forms for ${tool}`,
        why: `clients are asked for consent for ${tool}`,
        recordedOn,
        countsFrom: newest,
      },
    ];
  });
}

function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
