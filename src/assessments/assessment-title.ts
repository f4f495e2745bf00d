// What an assessment may call itself: a security risk analysis only where every entry of the Security Rule was answered; until then it is an initial one and says how much is open. Pure.
import type { SafeguardsReview } from '../safeguards/safeguards-review';

const NAME = 'Security Risk Analysis';

export function assessmentTitle({ counts }: Pick<SafeguardsReview, 'counts'>): string {
  const { open, entries } = counts;
  return open === 0 ? NAME : `${NAME} (initial, ${open} of ${entries} open)`;
}
