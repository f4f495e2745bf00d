// Where two records of one thing disagree. Each is listed, and the worse side counts: in the gate or reading that looks at it.
import type { ProvisionId } from '../../business-associate-agreements/agreement.fields';
import type { ChecklistItem } from '../../checklists/checklist.fields';
import { answersAgainstRecord } from './answer-contradictions';
import { entitiesAgainstVendor } from './assurance-contradictions';
import { settledValue } from './counted-answer';
import { carries, deidentificationFlaw } from './protected-flows';
import { verdictsOn } from './provision-verdicts';
import type { DatedRecord } from './dated-records';
import type { Contradiction } from './service-result';
import type { ServiceView } from './service-view';
import { AUDIO_AND_VIDEO } from './situations';

/** The kinds of records whose dates can make or end one. */
export const RECORDS_THAT_CONTRADICT: readonly DatedRecord[] = [
  'agreements',
  'soc2_reports',
  'attestations',
  'checklist_answers',
  'questionnaire_answers',
  'practice_measures',
  'incidents',
];

/** Sorted by id. */
export function contradictionsIn(view: ServiceView): Contradiction[] {
  return [
    ...agreementAgainstAnswer(view),
    ...clauseAgainstAnswer(view, 'no_training', 'BAA-A01'),
    ...clauseAgainstAnswer(view, 'no_sale_or_sharing', 'BAA-A04'),
    ...deletionAgainstFlow(view),
    ...claimedDeidentified(view),
    ...entitiesAgainstVendor(view),
    ...answersAgainstRecord(view),
  ].sort((first, second) => (first.id < second.id ? -1 : first.id > second.id ? 1 : 0));
}

function agreementAgainstAnswer(view: ServiceView): Contradiction[] {
  const value = settledValue(view.counted.get('baa_signed'));
  const agreement = view.agreementsInForce[0]?.agreement;
  const between = (second: string): [string, string] => ['checklist answer baa_signed', second];
  if ((value === 'yes' || value === 'partly') && !agreement) {
    const because = `The checklist says ${value}, but no agreement on record is in force on ${view.asOf}; it counts as none.`;
    return [{ id: 'baa-signed-without-agreement', between: between('agreements'), because }];
  }
  if ((value === 'no' || value === 'partly') && agreement) {
    const because = `The checklist says ${value}, but ${agreement.key} is in force; it counts as not covered until the answer is put right.`;
    return [{ id: 'agreement-without-baa-signed', between: between(`agreement ${agreement.key}`), because }];
  }
  return [];
}

function clauseAgainstAnswer(
  view: ServiceView,
  item: ChecklistItem,
  provision: ProvisionId,
): Contradiction[] {
  const value = settledValue(view.counted.get(item));
  const found: Contradiction[] = [];
  for (const { term, verdict } of verdictsOn(view, provision)) {
    const { agreement } = term;
    const between: [string, string] = [
      `checklist answer ${item}`,
      `agreement ${agreement.key}, ${provision}`,
    ];
    if (value === 'yes' && verdict === 'contradicted') {
      const because = 'The answer is yes, but the terms of the agreement allow it; it counts as allowed.';
      found.push({ id: `${item}-against-${agreement.key}`, between, because });
    }
    if (value === 'no' && verdict === 'present') {
      const because = 'The agreement forbids it, but the answer is that it happens; it counts as happening.';
      found.push({ id: `${item}-against-${agreement.key}`, between, because });
    }
  }
  return found;
}

function deletionAgainstFlow(view: ServiceView): Contradiction[] {
  const measure = view.facts.practiceMeasures?.audioDeletion ?? null;
  if (!measure || measure.since > view.asOf) return [];
  return view.vendorFlows
    .filter(
      (flow) =>
        carries(flow, AUDIO_AND_VIDEO) &&
        (flow.retentionDays == null || flow.retentionDays > measure.withinDays),
    )
    .map((flow) => ({
      id: `audio-deletion-against-${flow.key}`,
      between: ['practice measure audio deletion', `data flow ${flow.key}`],
      because: `Audio is said to be deleted within ${measure.withinDays} days, but the flow records ${flow.retentionDays == null ? 'no end' : `${flow.retentionDays} days`}; the longer time counts.`,
    }));
}

function claimedDeidentified(view: ServiceView): Contradiction[] {
  return view.vendorFlows.flatMap((flow): Contradiction[] => {
    const flaw = deidentificationFlaw(flow);
    if (!flaw) return [];
    const because =
      flaw === 'voice'
        ? 'A voice is never de-identified by safe harbor (45 CFR 164.514(b)(2)(i)(P)); it counts as identified.'
        : 'De-identification is claimed and no evidence is named; it counts as identified.';
    const between: [string, string] = [
      `data flow ${flow.key}, identifiability`,
      flaw === 'voice' ? `data flow ${flow.key}, data classes` : `data flow ${flow.key}, evidence`,
    ];
    return [{ id: `deidentification-of-${flow.key}`, between, because }];
  });
}
