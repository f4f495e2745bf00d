// State acts on what AI may do with clients: talk, work out feelings, draft unread; and where clients have to be told of AI at all.
import { questionnaireAnswer } from '../../../../test/factories/answers.factory';
import { scored } from '../../../../test/factories/scored';
import {
  AS_OF,
  flow,
  practiceFacts,
  scribe,
  serviceFields,
} from '../../../../test/factories/service-facts.factory';
import type { ServiceFacts } from '../service-facts';

type State = 'IL' | 'NV' | 'CO' | 'TX' | 'WI';

/** A chatbot for clients of a practice in the state, with one answer to one question. */
function chatbot(
  state: State,
  question: string,
  answer: { value: string; basis?: 'stated' | 'observed' } | null,
) {
  return scribe({
    practice: practiceFacts({ clientStates: [state], clinicianStates: ['WI'] }),
    service: serviceFields({ functions: ['client_messaging', 'chat_assistant'] }),
    dataFlows: [flow({ from: { party: 'clients' }, dataClasses: ['progress_notes', 'transcripts'] })],
    answers: answer ? [questionnaireAnswer(question, { basis: 'observed', ...answer })] : [],
  });
}

function gateOf(facts: ServiceFacts, id: string) {
  return scored(facts).gates.find((one) => one.id === id);
}

describe('AI that talks to clients', () => {
  const question = 'replies-to-clients';
  it.each([
    ['IL', { value: 'never' }, 'cleared'],
    ['IL', { value: 'fixed_messages' }, 'cleared'],
    ['IL', { value: 'never', basis: 'stated' }, 'open'],
    ['IL', { value: 'limited' }, 'open'],
    ['IL', { value: 'freely' }, 'fired'],
    ['IL', { value: 'unknown' }, 'open'],
    ['IL', null, 'open'],
    ['NV', { value: 'freely' }, 'not_applicable'],
    ['WI', { value: 'freely' }, 'not_applicable'],
    ['CO', { value: 'freely' }, 'not_applicable'],
  ] as const)('in %s, answered %j, is %s by law', (state, answer, expected) => {
    expect(gateOf(chatbot(state, question, answer), 'state-ai-talk')?.state).toBe(expected);
  });

  it('is held by a house gate where the act has not been read, and says by which act', () => {
    expect(gateOf(chatbot('CO', question, { value: 'freely' }), 'state-ai-talk-unconfirmed')).toMatchObject({
      state: 'fired',
      kind: 'house',
      floor: 'high',
      citation: 'C.R.S. 12-245-224.5 (new)',
      notChecked: ['C.R.S. 12-245-224.5 (new)'],
    });
    expect(gateOf(chatbot('NV', question, { value: 'freely' }), 'state-ai-talk-unconfirmed')).toMatchObject({
      state: 'fired',
      confidence: 'high',
      notChecked: ['AB 406 (2025), sections 7-8; NRS chapters 433 and 629 (new sections)'],
    });
  });

  it('is refused where it fires, and is a task where it is open', () => {
    expect(scored(chatbot('IL', question, { value: 'freely' })).decision.code).toBe('do_not_use');
    const open = scored(chatbot('IL', question, { value: 'limited' }));
    expect(open.decision.code).toBe('not_enough_known');
    expect(open.unknowns.map(({ id }) => id)).toContain('state-ai-talk');
  });

  it('does not count before the act takes effect', () => {
    const early = { ...chatbot('NV', question, null), asOf: '2025-06-30' };
    expect(gateOf(early, 'state-ai-talk-unconfirmed')?.state).toBe('not_applicable');
  });

  it('is not asked of a tool that clients do not meet', () => {
    const scribeInIllinois = scribe({ practice: practiceFacts({ clientStates: ['IL'] }) });
    expect(gateOf(scribeInIllinois, 'state-ai-talk')?.state).toBe('not_applicable');
  });
});

describe('AI that works out feelings', () => {
  it.each([
    ['IL', { value: 'never' }, 'cleared'],
    ['IL', { value: 'off_for_us' }, 'cleared'],
    ['IL', { value: 'off_for_us', basis: 'stated' }, 'open'],
    ['IL', { value: 'yes' }, 'fired'],
    ['IL', null, 'open'],
    ['NV', { value: 'yes' }, 'not_applicable'],
  ] as const)('in %s, answered %j, is %s', (state, answer, expected) => {
    expect(gateOf(chatbot(state, 'reads-feelings', answer), 'state-ai-feelings')?.state).toBe(expected);
  });
});

describe('drafts of AI', () => {
  const reviewed = (scope: 'every_note' | 'sample', since = AS_OF) =>
    scribe({
      practice: practiceFacts({ clientStates: ['NV'] }),
      practiceMeasures: { ...scribe().practiceMeasures, noteReview: { scope, since, basis: 'observed' } },
    });

  it('have to be read one by one where an act asks it: a sample, or a review to come, is not enough', () => {
    const stateOf = (facts: ServiceFacts) => gateOf(facts, 'state-note-review-unconfirmed')?.state;
    expect(gateOf(reviewed('sample'), 'state-note-review')?.state).toBe('not_applicable');
    expect(stateOf(reviewed('every_note'))).toBe('cleared');
    expect(stateOf(reviewed('sample'))).toBe('fired');
    expect(stateOf(reviewed('every_note', '2026-11-23'))).toBe('fired');
    expect(stateOf(scribe({ practiceMeasures: null }))).toBe('not_applicable');
  });
});

describe('telling clients of AI in their care', () => {
  it('is asked in Texas of AI without a recording too, by a house gate, since its wording has not been read', () => {
    const drafting = {
      practice: practiceFacts({ clientStates: ['TX'] as const }),
      service: serviceFields({ functions: ['drafting_from_summary'] }),
      dataFlows: [flow({ dataClasses: ['progress_notes'] })],
    };
    const told = scribe(drafting);
    const untold = { ...told, practiceMeasures: null };
    expect(gateOf(told, 'state-ai-act-unconfirmed')?.state).toBe('cleared');
    expect(gateOf(untold, 'state-ai-act-unconfirmed')).toMatchObject({ state: 'fired', kind: 'house' });
    expect(gateOf(untold, 'state-ai-act')?.state).toBe('not_applicable');
  });
});
