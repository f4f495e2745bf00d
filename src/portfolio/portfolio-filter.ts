// The filter of the list as its page has it, a form whose fields are judged as those of any other.
import { ChoiceField, TextField } from '../common/fields';
import { LEVEL_CHOICES, ORDERS, SORTS, type Order, type PortfolioWish, type Sort } from './portfolio-wish';

export class PortfolioFilter {
  @TextField({ description: 'Part of the name.', optional: true, maxLength: 100 })
  search?: string | null;

  @ChoiceField(LEVEL_CHOICES, { description: 'Level of the tool that is worst off.', optional: true })
  level?: PortfolioWish['level'];

  @ChoiceField(['open'], { description: 'Only with open gates.', optional: true })
  gates?: 'open' | null;

  @ChoiceField(['soon'], { description: 'Only where something is due soon.', optional: true })
  due?: 'soon' | null;

  @ChoiceField(['stale'], { description: 'Only with stale evidence.', optional: true })
  evidence?: 'stale' | null;

  @ChoiceField(SORTS, { description: 'By which column.', optional: true })
  sort?: Sort | null;

  @ChoiceField(ORDERS, { description: 'In which order.', optional: true })
  order?: Order | null;
}

export const FILTER_WORDS = {
  search: { label: 'Name' },
  level: {
    label: 'Level',
    kind: 'select',
    options: {
      ...{ very_low: 'Very low', low: 'Low', moderate: 'Moderate', high: 'High', very_high: 'Very high' },
      none: 'Not scored',
    },
  },
  gates: { label: 'Gates', kind: 'select', options: { open: 'With open gates' } },
  due: { label: 'Due', kind: 'select', options: { soon: 'Within 30 days' } },
  evidence: { label: 'Evidence', kind: 'select', options: { stale: 'With stale evidence' } },
} as const;
