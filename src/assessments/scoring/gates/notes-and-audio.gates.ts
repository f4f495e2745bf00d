// Gates on what flows: psychotherapy notes, and audio that nobody has to delete.
import { carries } from '../protected-flows';
import type { GateDefinition } from '../scoring-model';
import type { ServiceView } from '../service-view';
import { AUDIO_AND_VIDEO, hostsOnly } from '../situations';
import { notApplicable, type GateOutcome } from './gate-outcome';

/**
 * 45 CFR 164.508(a)(2): psychotherapy notes need the client's authorization, save for use by their originator for treatment and few
 * other uses. A record system that only holds them for their originator is a condition, not a gate.
 */
export function psychotherapyNotes(view: ServiceView): GateOutcome {
  const flows = view.protectedFlows.filter((flow) => carries(flow, ['psychotherapy_notes']));
  if (flows.length === 0) return notApplicable('No psychotherapy notes reach the vendor.');
  if (hostsOnly(view))
    return {
      state: 'cleared',
      because: 'The tool only hosts the notes for their originator; that is a condition of use.',
    };
  const keys = flows.map(({ key }) => key).join(', ');
  return {
    state: 'fired',
    because: `Psychotherapy notes reach a tool that does more than host them. Flows: ${keys}.`,
  };
}

/** House rule: audio and video have an end. Unknown counts as no limit. */
export function audioDeletionTerm(view: ServiceView, { longestDays }: GateDefinition): GateOutcome {
  const flows = view.protectedFlows.filter((flow) => carries(flow, AUDIO_AND_VIDEO));
  if (flows.length === 0) return notApplicable('No session audio or video reaches the vendor.');
  const endless = flows.find(
    ({ retentionDays }) => retentionDays == null || (longestDays !== null && retentionDays > longestDays),
  );
  if (!endless)
    return { state: 'cleared', because: 'Every flow of audio or video has a deletion term on record.' };
  const days = endless.retentionDays ?? null;
  const term = days === null ? 'no deletion term' : `a term of ${days} days, over ${longestDays}`;
  return { state: 'fired', because: `Data flow ${endless.key} carries audio or video with ${term}.` };
}
