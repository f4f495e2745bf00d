// How long the questionnaire is for services as practices meet them: short for a scheduler, long for a tool that hears sessions.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { flow, practiceFacts, scribe, serviceFields } from '../../../test/factories/service-facts.factory';
import { loadCatalogs } from '../../catalogs/load-catalogs';
import type { DataFlowFields } from '../../data-flows/data-flow.fields';
import type { ServiceFields } from '../../vendors/service.fields';
import { PROJECT_ROOT } from '../../common/project-root';
import { testOf } from './condition';
import type { ServiceFacts } from './service-facts';
import { groundOf } from './service-view';

const { scoringModel, questionnaire } = loadCatalogs();

function service(
  functions: ServiceFields['functions'],
  usesAi: boolean,
  dataClasses: DataFlowFields['dataClasses'],
  changes: Partial<DataFlowFields> = {},
): ServiceFacts {
  return scribe({
    service: serviceFields({ functions, usesAi }),
    dataFlows: [flow({ dataClasses, ...changes })],
    practice: practiceFacts(),
  });
}

function asked(facts: ServiceFacts): string[] {
  const { held } = groundOf(facts, scoringModel);
  return questionnaire.questions
    .filter(({ about, askedWhen }) => about === 'service' && (!askedWhen || testOf(askedWhen)(held)))
    .map(({ id }) => id);
}

const PROFILES = {
  'scheduler with AI': service(['scheduling'], true, ['contact_and_appointment']),
  'scheduler without AI': service(['scheduling'], false, ['contact_and_appointment']),
  'scribe that records': service(['session_recording'], true, ['session_audio', 'transcripts']),
  'biller without AI': service(['billing'], false, ['billing']),
  'biller with AI': service(['billing'], true, ['billing']),
  'intake screener': service(['intake'], true, ['contact_and_appointment', 'progress_notes']),
  'telehealth with captions': service(['telehealth'], true, ['session_audio', 'session_video'], {
    retentionDays: 0,
  }),
  'consumer chatbot': service(['chat_assistant'], true, ['progress_notes']),
  'record system without AI': service(['health_records'], false, ['progress_notes', 'billing']),
} as const;

/** Least and most questions about the service, the vendor's and the practice's together. */
const BOUNDS: Record<keyof typeof PROFILES, readonly [number, number]> = {
  'scheduler with AI': [10, 15],
  'scheduler without AI': [6, 12],
  'scribe that records': [60, 72],
  'biller without AI': [20, 32],
  'biller with AI': [28, 46],
  'intake screener': [45, 68],
  'telehealth with captions': [50, 70],
  'consumer chatbot': [40, 60],
  'record system without AI': [25, 40],
};

describe('the questions asked about a service', () => {
  it.each(Object.keys(PROFILES) as (keyof typeof PROFILES)[])(
    'are neither too many nor too few for a %s',
    (name) => {
      const count = asked(PROFILES[name]).length;
      const [least, most] = BOUNDS[name];
      expect([name, count, count >= least && count <= most]).toEqual([name, count, true]);
    },
  );

  it('are as many as docs/questionnaire.md says', () => {
    const doc = readFileSync(join(PROJECT_ROOT, 'docs', 'questionnaire.md'), 'utf8');
    const told = new Map(
      [...doc.matchAll(/^\| ([A-Z][a-zA-Z ]+?) +\| (\d+) +\|$/gm)].map(([, name, count]) => [
        (name as string).toLowerCase(),
        Number(count),
      ]),
    );
    const counted = Object.entries(PROFILES).map(([name, facts]) => [
      name.toLowerCase(),
      asked(facts).length,
    ]);
    expect(told).toEqual(new Map(counted as [string, number][]));
  });

  it('leave out audio for a tool that only reads notes, and ask it of one that records', () => {
    const audio = questionnaire.questions.filter(({ group }) => group === 'recording').map(({ id }) => id);
    expect(asked(PROFILES['consumer chatbot']).filter((id) => audio.includes(id))).toEqual([
      'consent-not-written-by-ai',
    ]);
    expect(asked(PROFILES['scribe that records'])).toEqual(
      expect.arrayContaining(['recording-noticed', 'pause-and-cut', 'left-on-device']),
    );
  });

  it.each([
    ['substance_use_records', ['part-2-terms', 'part-2-kept-apart']],
    ['minors', ['minors-settings']],
    ['psychotherapy_notes', ['process-notes-apart', 'process-notes-no-ai']],
  ] as const)('grow by their own when %s flow', (dataClass, own) => {
    const before = asked(service(['session_recording'], true, ['session_audio']));
    const after = asked(service(['session_recording'], true, ['session_audio', dataClass]));
    for (const id of own) {
      expect(before).not.toContain(id);
      expect(after).toContain(id);
    }
    expect(after).toEqual(expect.arrayContaining(before));
  });

  it('are none for a service that no client data reaches and that uses no AI', () => {
    const idle = { ...service(['other'], false, ['billing']), dataFlows: [] };
    expect(asked(idle)).toEqual([]);
  });
});
