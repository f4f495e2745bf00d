// The examples that come with the product: each has to stay a faultless model, and the large one has to show the whole range.
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workforceRegister } from '../assessments/registers/workforce-register';
import { scoreService } from '../assessments/scoring/score-service';
import { standingOn } from '../business-associate-agreements/state-on-date';
import { loadCatalogs } from '../catalogs/load-catalogs';
import { PROJECT_ROOT } from '../common/project-root';
import { knownIn } from './coherence/known-in';
import { gatherServiceFacts } from './gather-service-facts';
import { readDossier } from './read-dossier';
import { RECORD_LISTS, recordsOf } from './record-lists';
import { reviewSafeguards } from './review-safeguards';
import { selectQuestions } from './select-questions';

const ASOF = '2026-11-22';
const catalogs = loadCatalogs();
const { scoringModel: model, questionnaire } = catalogs;
const known = knownIn(catalogs);

const example = (file: string) =>
  readDossier(readFileSync(join(PROJECT_ROOT, 'examples', file), 'utf8'), { ...known, questionnaire });

const dossier = example('practice.yaml');
const results = gatherServiceFacts(dossier, ASOF).map((facts) => scoreService(facts, model));
const resultOf = (key: string) => {
  const result = results.find(({ service }) => service.key === key);
  if (!result) throw new Error(`no service ${key}`);
  return result;
};
const firedLaws = (key: string) =>
  resultOf(key)
    .gates.filter(({ fired, kind }) => fired && kind === 'law')
    .map(({ id }) => id);

describe('the example practice', () => {
  it('has no fault, nor has the small one', () => {
    expect([dossier.asOf, example('small-practice.yaml').services.length]).toEqual([ASOF, 3]);
  });

  it('shows every decision, each with its level', () => {
    expect(results.map(({ service, decision, level }) => [service.key, decision.code, level])).toEqual([
      ['cobblemere-recorder', 'do_not_use', 'high'],
      ['fernhill-scribe', 'use_with_conditions', 'moderate'],
      ['hazelmoor-drafts', 'not_enough_known', 'high'],
      ['lanternway-rooms', 'use_with_conditions', 'moderate'],
      ['pennyfold-claims', 'use_with_conditions', 'moderate'],
      ['quipmarsh-free', 'do_not_use', 'high'],
      ['threshbrook-intake', 'not_enough_known', 'high'],
      ['tidebook-scheduler', 'acceptable', 'low'],
    ]);
  });

  it('refuses the chatbot and the recorder by law, and lets nothing through of which an act of a state asks more than is known', () => {
    expect(firedLaws('quipmarsh-free')).toEqual(['no-agreement-in-force', 'training-on-client-data']);
    expect(firedLaws('cobblemere-recorder')).toEqual([
      'no-agreement-in-force',
      'recording-consent-law',
      'state-ai-act',
    ]);
    expect(firedLaws('threshbrook-intake')).toEqual([]);
    const open = resultOf('threshbrook-intake').gates.filter(({ state }) => state === 'open');
    expect(open.map(({ id }) => id)).toEqual(['state-ai-talk', 'state-ai-feelings']);
    expect(resultOf('tidebook-scheduler').gates.some(({ fired }) => fired)).toBe(false);
  });

  it('holds the drafting aid back since nobody says whether it trains, a bare statement is all there is on sale, and too little is known', () => {
    const { gates, confidence } = resultOf('hazelmoor-drafts');
    expect(gates.filter(({ state }) => state === 'open').map(({ id }) => id)).toEqual([
      'training-on-client-data',
      'sale-or-sharing',
    ]);
    expect(confidence.percent).toBeLessThan(model.confidenceThresholdPercent);
  });

  it('lists what speaks against what', () => {
    const contradictions = (key: string) => resultOf(key).contradictions.map(({ id }) => id);
    expect(contradictions('cobblemere-recorder')).toEqual([
      'audio-deletion-against-recorder-audio',
      'audio-deletion-against-recorder-hosting',
      'baa-signed-without-agreement',
      'text-deleted-after-note-against-record',
    ]);
    expect(contradictions('threshbrook-intake')).toEqual(
      expect.arrayContaining(['disputed-reads-feelings', 'soc2-type-2-claimed']),
    );
    expect(contradictions('hazelmoor-drafts')).toEqual(
      expect.arrayContaining(['deidentified-copies-against-record', 'disputed-activity-log']),
    );
  });

  it('leads from conditions to acceptable by one step where one is enough', () => {
    const [smallest] = resultOf('fernhill-scribe').steps?.sets ?? [];
    expect(smallest?.steps.map(({ id }) => id)).toEqual(['note-review']);
    expect(smallest?.leadsTo).toEqual({ decision: 'acceptable', level: 'low' });
  });

  it('holds agreements in every state that a practice is likely to meet', () => {
    const states = (dossier.agreements ?? []).map((agreement) => [
      agreement.key,
      standingOn(agreement, ASOF, 60).state,
    ]);
    expect(Object.fromEntries(states)).toMatchObject({
      'cobblemere-baa-2025': 'lapsed',
      'cobblemere-baa-2026': 'negotiating',
      'fernhill-baa': 'in_force',
      'lanternway-baa': 'in_force',
      'tidebook-baa-2024': 'superseded',
    });
  });

  it('answers only questions that are asked of the service', () => {
    const notAsked = (dossier.questionnaires ?? [])
      .filter(({ state }) => state === 'submitted')
      .flatMap((one) => {
        const asked = new Set(
          selectQuestions(dossier, one, { catalog: questionnaire, asOf: ASOF }).map(({ id }) => id),
        );
        return one.answers.filter(({ question }) => !asked.has(question)).map(({ question }) => question);
      });
    expect(notAsked).toEqual([]);
  });

  it('answers every entry of the Security Rule that binds it, in a lifelike mix', () => {
    const { counts, entries } = reviewSafeguards(dossier, ASOF, catalogs);
    expect(counts).toEqual({
      ...{ entries: 72, open: 3, inPlace: 35, gaps: 23, decided: 2, carried: 6, notApplicable: 9 },
    });
    expect(entries.filter(({ state }) => state === 'not_answered')).toEqual([]);
    const contradicted = entries.filter(({ gap }) => gap === 'contradicted');
    expect(contradicted.map(({ entry, contradictions }) => [entry, contradictions])).toEqual([
      [
        '164.308(b)(3)',
        [{ kind: 'flow_without_agreement', services: ['cobblemere-recorder', 'quipmarsh-free'] }],
      ],
      ['164.310(d)(2)(i)', [{ kind: 'inventory_says_no', things: [{ of: 'asset', key: 'old-recorder' }] }]],
      [
        '164.312(a)(2)(iv)',
        [{ kind: 'inventory_says_no', things: [{ of: 'asset', key: 'personal-phone' }] }],
      ],
    ]);
    const outcomes = entries.flatMap(({ decision }) => (decision ? [decision.outcome] : []));
    expect(outcomes).toEqual(['not_reasonable', 'alternative']);
  });

  it('has policies and training that stand as they do in a practice, with something left to do', () => {
    const { policies, training, staff } = workforceRegister(dossier, ASOF, catalogs);
    expect(
      policies.map(({ key, state, version, acknowledged }) => [key, state, version?.number, acknowledged]),
    ).toEqual([
      ['keeping-and-deleting', 'review_due', 1, 4],
      ['recording-by-clients', 'adopted', 1, 4],
      ['review-of-output', 'adopted', 2, 5],
      ['use-of-ai', 'adopted', 1, 6],
    ]);
    expect(staff).toBe(6);
    const lacking = (wanted: string) =>
      training
        .filter(({ state }) => state === wanted)
        .map(({ staffMember, module }) => `${staffMember} ${module}`);
    expect([lacking('failed'), lacking('overdue')]).toEqual([
      ['june-castle intake'],
      ['dana-whitfield clinical-use', 'elena-marsh roles-together'],
    ]);
    expect(
      new Set(training.filter(({ state }) => state === 'missing').map((one) => one.staffMember)),
    ).toEqual(new Set(['wren-sato']));
  });

  it('fills every list that a dossier can hold', () => {
    expect(RECORD_LISTS.filter(({ list }) => recordsOf(dossier, list).length === 0)).toEqual([]);
  });
});
