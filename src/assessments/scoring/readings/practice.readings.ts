// What the practice itself does, and whether the companies behind the vendor are named.
import type { ConsentKind } from '../../../practice-measures/practice-measures.fields';
import { bestConsent, isComplete } from '../consents';
import type { ServiceView } from '../service-view';
import { notMet, reading, unknown, type Reading } from './reading';

/** Naming none is an answer; not naming is not. The list is what the vendor states. */
export function readSubcontractorsNamed({ facts }: ServiceView): Reading {
  const source = `service ${facts.service.key}, subcontractors`;
  const named = facts.service.subcontractors ?? null;
  if (named === null) return unknown(source, 'The companies behind the vendor are not named.');
  const because = `Companies behind the vendor named: ${named.length}.`;
  return reading('fully', 'stated', null, source, because);
}

export function readNoteReview({ facts, asOf }: ServiceView): Reading {
  const source = 'practice measure note review';
  const review = facts.practiceMeasures?.noteReview ?? null;
  if (!review || review.since > asOf || review.scope === 'unknown') {
    return unknown(source, 'Whether drafts are reviewed is not recorded.');
  }
  if (review.scope === 'none') return notMet(source, 'Drafts are not reviewed.');
  const all = review.scope === 'every_note';
  const because = `${all ? 'Every draft is' : 'A sample of drafts is'} reviewed since ${review.since}.`;
  return reading(all ? 'fully' : 'partly', review.basis, review.since, source, because);
}

/** In force for everyone: fully. Asked but not attested, or not of everyone audible: partly. On paper it counts as documented. */
export function readConsent(view: ServiceView, kind: ConsentKind): Reading {
  const source = `practice measure consent ${kind}`;
  const consent = bestConsent(view, kind);
  if (!consent) return notMet(source, 'No such consent is in use on this date.');
  const complete = isComplete(consent);
  const gap = complete ? '' : ' It is not attested for all clients, or does not cover everyone audible.';
  const because = `Form ${consent.formVersion} is asked since ${consent.since}.${gap}`;
  return reading(
    complete ? 'fully' : 'partly',
    consent.written ? 'documented' : 'stated',
    consent.since,
    source,
    because,
  );
}
