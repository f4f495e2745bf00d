// What the flows themselves show. A flow entry carries no proof, so it counts as stated; the worst flow counts for all.
import type { CalendarDate } from '../../../common/calendar-date';
import type { Basis } from '../../../common/words';
import type { DataClass } from '../../../data-flows/data-flow.fields';
import { carries } from '../protected-flows';
import type { MetCode } from '../scoring-model';
import type { ServiceView } from '../service-view';
import { AUDIO_AND_VIDEO } from '../situations';
import { claimOr, notMet, pointsPerWeight, reading, saidNotToApply, unknown, type Reading } from './reading';

export function readDataFlows({ vendorFlows }: ServiceView): Reading {
  if (vendorFlows.length === 0)
    return unknown('data flows', 'No data flow between the practice and the vendor is recorded.');
  return reading('fully', 'stated', null, 'data flows', `Flows recorded: ${vendorFlows.length}.`);
}

export function readFlowEncryption(view: ServiceView, where: 'in_transit' | 'at_rest'): Reading {
  const answerOf = (flow: ServiceView['protectedFlows'][number]) =>
    where === 'in_transit' ? flow.encryptedInTransit : flow.encryptedAtRest;
  const bare = view.protectedFlows.find((flow) => answerOf(flow) === 'no');
  if (bare) return notMet(`data flow ${bare.key}`, 'The flow is not encrypted.');
  const open = view.protectedFlows.find((flow) => answerOf(flow) === 'unknown');
  if (open) return unknown(`data flow ${open.key}`, 'Whether the flow is encrypted is not known.');
  return reading(
    'fully',
    'stated',
    null,
    'data flows',
    'Every flow of protected data is recorded as encrypted; proof is not part of the record.',
  );
}

export interface RetentionQuestion {
  classes: readonly DataClass[];
  fullyWithinDays: number;
  partlyWithinDays: number;
}

/**
 * The longest retention of the classes asked. The practice's own deletion of audio lends its basis, but the days recorded on the
 * flow still count where they are more: what the vendor keeps is kept.
 */
export function readRetention(view: ServiceView, question: RetentionQuestion): Reading {
  const flows = view.protectedFlows.filter((flow) => carries(flow, question.classes));
  if (flows.length === 0) {
    const claim = saidNotToApply(
      'data flows',
      'by the flows that it has recorded none of it reaches the vendor.',
    );
    return claimOr(claim, ownDeletion(view, question, 0), view.model);
  }
  const open = flows.find(({ retentionDays }) => retentionDays == null);
  if (open) return unknown(`data flow ${open.key}`, 'How long it is kept is unknown or without limit.');
  const keptDays = Math.max(...flows.map(({ retentionDays }) => retentionDays as number));
  const longest = flows.find(({ retentionDays }) => retentionDays === keptDays);
  const asRecorded = keptFor(
    keptDays,
    'stated',
    null,
    `data flow ${longest?.key}`,
    `It is kept ${inDays(keptDays)}.`,
    question,
  );
  const own = ownDeletion(view, question, keptDays);
  return own && pointsPerWeight(own, view.model) >= pointsPerWeight(asRecorded, view.model)
    ? own
    : asRecorded;
}

/** What the practice itself has deleted, where that takes in all that is asked; null where it has no such measure on the date. */
function ownDeletion(
  { facts, asOf }: ServiceView,
  question: RetentionQuestion,
  keptDays: number,
): Reading | null {
  const measure = facts.practiceMeasures?.audioDeletion ?? null;
  const coversAll = question.classes.every((dataClass) => AUDIO_AND_VIDEO.includes(dataClass));
  if (!measure || measure.since > asOf || !coversAll) return null;
  const days = Math.max(measure.withinDays, keptDays);
  const because = `The practice has it deleted (since ${measure.since}); at the latest after ${inDays(days)}.`;
  return keptFor(
    days,
    countedBasis(measure),
    measure.since,
    'practice measure audio deletion',
    because,
    question,
  );
}

function keptFor(
  days: number,
  basis: Basis,
  countsFrom: CalendarDate | null,
  source: string,
  because: string,
  question: RetentionQuestion,
): Reading {
  const met: MetCode =
    days <= question.fullyWithinDays ? 'fully' : days <= question.partlyWithinDays ? 'partly' : 'not_met';
  return reading(met, basis, countsFrom, source, because);
}

/** Documents have to be named to count as such. */
function countedBasis(measure: { basis: Basis; evidence?: string | null }): Basis {
  const needsEvidence = measure.basis === 'documented' || measure.basis === 'audited';
  return needsEvidence && !measure.evidence ? 'stated' : measure.basis;
}

function inDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
