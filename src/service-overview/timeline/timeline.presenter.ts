// The agreements about a tool over the years: a drawing for wide and for narrow screens, and the same as a list.
import { earliestDay } from '../../agreement-gaps/asked-range';
import type { CalendarDate } from '../../common/calendar-date';
import type { OwnMarkup } from '../../common/markup/own-markup';
import { shortDate } from '../../reports/security-risk-assessment/date-words';
import { drawTimeline } from './draw-timeline';
import { timelineEvents, type EventKind } from './timeline-events';
import type { TimelineFacts } from './timeline-facts';
import { timelineLayout } from './timeline-layout';

export interface TimelineView {
  wide: OwnMarkup | null;
  narrow: OwnMarkup | null;
  events: { on: CalendarDate; words: string; isGap: boolean; when: string }[];
  /** what the forms in the drawing mean, of those that are in it */
  key: string;
}

const WIDE = 760;
const NARROW = 330;

const FORMS: Readonly<Partial<Record<EventKind, string>>> = {
  gap: 'hatched: a gap',
  amendment: 'diamond: an amendment',
  renewal: 'circle: a renewal',
  notice: 'flag: last day for notice to leave',
  end: 'cross: an end',
};

/** @returns null where there is nothing yet to put on a line */
export function timelineView(facts: TimelineFacts, toolName: string): TimelineView | null {
  const events = timelineEvents(facts);
  if (events.length === 0) return null;
  const earliest = earliestDay(facts.today);
  const description = events.map(({ on, words }) => `${shortDate(on)}: ${words}.`).join(' ');
  const drawn = (id: string, width: number): OwnMarkup | null => {
    const layout = timelineLayout(facts, width, earliest);
    return (
      layout && drawTimeline(layout, { id, title: `Agreements about ${toolName} over time`, description })
    );
  };
  const kinds = new Set(events.map(({ kind }) => kind));
  const forms = Object.entries(FORMS).flatMap(([kind, words]) =>
    kinds.has(kind as EventKind) ? [words] : [],
  );
  return {
    wide: drawn('timeline-wide', WIDE),
    narrow: drawn('timeline-narrow', NARROW),
    events: events.map(({ on, words, kind, isToCome }) => ({
      ...{ on, words, isGap: kind === 'gap', when: isToCome ? 'to come' : '' },
    })),
    key: ['full bar: in force', 'outlined bar: to come', ...forms].join('; '),
  };
}
