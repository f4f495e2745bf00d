import type { ExitPlanFields } from '../exit-plans/exit-plan.fields';
import {
  exitStanding,
  type CertificateState,
  type ExitLack,
  type ExitStanding,
  type TrialState,
} from '../exit-plans/exit-standing';
import {
  date,
  day,
  factsOf,
  good,
  plain,
  weak,
  type Around,
  type ToldOversight,
  type ToldRemark,
} from './told';

type Plan = ExitPlanFields & { key: string; service: string };

const LACKS: Readonly<Record<ExitLack, string>> = {
  destination: 'where the records go',
  formats: 'in which formats',
  notice: 'how long before you have to give notice',
  trial: 'an export that worked within the last year',
  terms: 'what the vendor promises of leaving',
  certificate_promised: 'a promise to certify the destruction in writing',
};

const TRIALS: Readonly<Record<TrialState, ToldRemark>> = {
  never: weak('An export was never tried'),
  failed: weak('The last export did not work'),
  partly: weak('The last export was not complete'),
  old: weak('The last export that worked is long ago'),
  current: good('An export was tried and worked'),
};

const CERTIFICATES: Readonly<Record<CertificateState, ToldRemark | null>> = {
  not_leaving: null,
  not_due: plain('The certificate of destruction is not due yet'),
  awaited: weak('The certificate of destruction is awaited: the data should be gone by now'),
  received: good('The certificate of destruction is on file'),
  no_day: weak(
    'By when the data has to be gone is on record nowhere; ask for the certificate of destruction',
  ),
};

export function toldExitPlan(plan: Plan, around: Around): ToldOversight {
  const { catalog, today } = around;
  const terms = around.exitTerms.get(plan.service) ?? null;
  const standing = exitStanding(plan, terms, catalog.numbers.trialCurrentMonths, today);
  const certificate = CERTIFICATES[standing.certificate];
  const trials = [...(plan.trials ?? [])].sort((first, second) => (first.triedOn < second.triedOn ? 1 : -1));
  return {
    ...{ kind: 'exit_plan', key: plan.key, service: plan.service, vendor: null },
    on: standing.lastTrial?.triedOn ?? plan.leavingOn ?? today,
    title: `Leaving ${around.services.get(plan.service) ?? plan.service}`,
    verdict: verdictOn(standing, plan, today),
    remarks: [
      TRIALS[standing.trial],
      ...(standing.lacks.length > 0
        ? [weak(`Not settled: ${standing.lacks.map((lack) => LACKS[lack]).join('; ')}`)]
        : []),
      ...(certificate ? [certificate] : []),
    ],
    facts: factsOf({
      'Who answers for it': plan.answersFor,
      'Where the records go': plan.goesTo,
      Formats: (plan.formats ?? terms?.exportFormats ?? []).join(', '),
      Steps: plan.steps,
      'Notice to give, days': plan.noticeDays,
      'Next trial by': day(standing.nextTrialOn),
      'Last day of use': day(plan.leavingOn),
      'Access until': day(standing.accessUntil),
      'Data gone by': day(standing.destroyedBy),
      'Certificate of destruction': day(plan.certificateOn),
      'What holds the certificate': plan.certificateEvidence
        ? (around.evidence.get(plan.certificateEvidence) ?? plan.certificateEvidence)
        : null,
    }),
    table:
      trials.length === 0
        ? null
        : {
            title: 'Exports that were tried',
            columns: ['Tried on', 'How it came out', 'What was found', 'What shows it'],
            rows: trials.map(({ triedOn, result, found, evidence }) => [
              date(triedOn),
              catalog.trialResults[result],
              found ?? null,
              evidence ? (around.evidence.get(evidence) ?? evidence) : null,
            ]),
          },
  };
}

function verdictOn({ lacks, certificate }: ExitStanding, { leavingOn }: Plan, today: string): ToldRemark {
  if (certificate === 'received') return good('Left, and certified');
  if (leavingOn) return plain(leavingOn < today ? 'Left' : 'Leaving is under way');
  return lacks.length === 0 ? good('Ready') : weak('Not ready');
}
