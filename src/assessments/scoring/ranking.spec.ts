// The ranking that has to come out right, whatever else changes.
import { loadCatalogs } from '../../catalogs/load-catalogs';
import { rankOf } from '../../common/level';
import {
  agreement,
  answers,
  chatAssistant,
  consumerChatbot,
  flow,
  practiceFacts,
  scheduler,
  scribe,
} from '../../../test/factories/service-facts.factory';
import { scoreService } from './score-service';

const model = loadCatalogs().scoringModel;

describe('the ranking of services', () => {
  it('refuses a consumer chatbot without an agreement that may train on input', () => {
    const result = scoreService(consumerChatbot(), model);
    expect(result.decision.code).toBe('do_not_use');
    expect(result.gates.filter(({ fired }) => fired).map(({ id }) => id)).toEqual([
      'no-agreement-in-force',
      'training-on-client-data',
    ]);
    expect(result.level).toBe('high');
  });

  it('refuses the consumer chatbot whatever its questionnaire says', () => {
    const spotless = consumerChatbot({ checklistAnswers: answers() });
    expect(scoreService(spotless, model).decision.code).toBe('do_not_use');
  });

  it('puts the business edition with agreement, no training and a current Type 2 report far lower', () => {
    const result = scoreService(chatAssistant(), model);
    expect(['acceptable', 'use_with_conditions']).toContain(result.decision.code);
    expect(rankOf(result.level)).toBeLessThanOrEqual(rankOf('low'));
    expect(scoreService(consumerChatbot(), model).indexOutOf100 - result.indexOutOf100).toBeGreaterThan(60);
  });

  it('refuses a scribe in an all-party state until recording consent exists, and not after', () => {
    const thirtyDays = {
      practice: practiceFacts({ clientStates: ['CA'] }),
      dataFlows: [flow({ retentionDays: 30 })],
    };
    const measures = scribe().practiceMeasures;
    const without = scribe({ ...thirtyDays, practiceMeasures: { ...measures, consents: [] } });
    const refused = scoreService(without, model);
    expect(refused.decision.code).toBe('do_not_use');
    expect(refused.gates.find(({ fired }) => fired)).toMatchObject({
      id: 'recording-consent-law',
      kind: 'law',
    });
    expect(['acceptable', 'use_with_conditions']).toContain(
      scoreService(scribe(thirtyDays), model).decision.code,
    );
  });

  it('puts a scheduler that sees names and times low with an agreement and three answers', () => {
    const result = scoreService(scheduler(), model);
    expect(result.level).toBe('low');
    expect(result.decision.code).toBe('acceptable');
  });

  it('refuses the same scheduler without an agreement, since names and times at a therapist are protected', () => {
    expect(scoreService(scheduler({ agreements: [] }), model).decision.code).toBe('do_not_use');
    const ended = scheduler({ agreements: [agreement({ services: ['scheduler'], endsOn: '2026-11-21' })] });
    expect(scoreService(ended, model).decision.code).toBe('do_not_use');
  });
});
