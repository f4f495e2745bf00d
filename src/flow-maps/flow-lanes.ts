// The flows of one tool as lanes: a column for each party, from clients over the practice and the vendor to companies behind it, and a row for each
// way that data takes. It grows downwards only, so that it can be read on a phone however much flows. Pure: numbers and words, nothing drawn.
import { countryName } from '../common/countries';
import type { Party } from '../data-flows/data-flow.fields';
import { partyName, type NumberedFlow } from '../reports/security-risk-assessment/flows.presenter';
import { wrapped } from '../reports/security-risk-assessment/data-flow-diagram/wrapped-label';

export interface LaneColumn {
  x: number;
  width: number;
  /** the boundary of trust: "Practice", "Vendor", "Behind the vendor" */
  boundary: string;
  party: Party;
  /** lines of the name */
  name: string[];
  /** lines of "United States", "Germany, United States", "country not known"; none where nothing comes to rest */
  country: string[];
}

export interface LaneArrow {
  from: number;
  to: number;
  y: number;
  numbers: string[];
  isUncovered: boolean;
  /** "F1, F2", or "F3: NO AGREEMENT" */
  words: string;
}

export interface FlowLanes {
  width: number;
  height: number;
  columns: LaneColumn[];
  arrows: LaneArrow[];
}

export const HEAD = 120;
const ROW = 34;
const WIDTH = 330;
/** So many companies get a column each; more share one. */
const MOST_BEHIND = 2;
const LETTER = 6.3;
const NAME_LINES = 4;
const COUNTRY_LINES = 3;

const BOUNDARIES: Readonly<Record<Party, string>> = {
  clients: 'Clients',
  practice: 'Practice',
  service: 'Vendor',
  subcontractor: 'Behind it',
};

interface Column {
  id: string;
  party: Party;
  name: string;
  countries: Set<string>;
}

/** @param flows of one tool */
export function flowLanes(flows: readonly NumberedFlow[], practiceName: string): FlowLanes {
  const found = columnsOf(flows, practiceName);
  const width = Math.floor(WIDTH / Math.max(found.length, 3));
  const columns = found.map(({ party, name, countries }, place): LaneColumn => ({
    ...{ x: place * width, width, boundary: BOUNDARIES[party], party },
    // The boundary of clients says all there is to say of them.
    name: party === 'clients' ? [] : wrapped(name, Math.floor((width - 10) / LETTER), NAME_LINES),
    country: wrapped([...countries].sort().join(', '), Math.floor((width - 10) / LETTER), COUNTRY_LINES),
  }));
  const middle = (id: string): number => {
    const place = found.findIndex((column) => column.id === id);
    return place * width + width / 2;
  };
  const groups = groupsOf(flows, found);
  return {
    width: width * found.length,
    height: HEAD + groups.length * ROW + 12,
    columns,
    arrows: groups.map(({ from, to, numbers, isUncovered }, place) => ({
      ...{ from: middle(from), to: middle(to), numbers, isUncovered },
      y: HEAD + place * ROW + 22,
      words: isUncovered ? `${numbers.join(', ')}: NO AGREEMENT` : numbers.join(', '),
    })),
  };
}

const ORDER: Readonly<Record<Party, number>> = { clients: 0, practice: 1, service: 2, subcontractor: 3 };

/** In the order in which data goes away from the client. */
function columnsOf(flows: readonly NumberedFlow[], practiceName: string): Column[] {
  const columns = new Map<string, Column>();
  for (const { flow, service } of flows) {
    for (const end of [flow.from, flow.to]) {
      const id = idOf(end);
      const known = columns.get(id);
      const column = known ?? {
        ...{ id, party: end.party, name: partyName(end, service, practiceName) },
        countries: new Set<string>(),
      };
      if (end === flow.to && (end.party === 'service' || end.party === 'subcontractor'))
        column.countries.add(flow.country ? countryName(flow.country) : 'country not known');
      columns.set(id, column);
    }
  }
  const inOrder = [...columns.values()].sort((one, other) => ORDER[one.party] - ORDER[other.party]);
  const behind = inOrder.filter(({ party }) => party === 'subcontractor');
  if (behind.length <= MOST_BEHIND) return inOrder;
  const shared: Column = {
    ...{ id: BEHIND, party: 'subcontractor', name: `${behind.length} companies` },
    countries: new Set(behind.flatMap(({ countries }) => [...countries])),
  };
  return [...inOrder.filter(({ party }) => party !== 'subcontractor'), shared];
}

const BEHIND = 'subcontractor *';

function idOf({ party, subcontractor }: NumberedFlow['flow']['from']): string {
  return party === 'subcontractor' ? `subcontractor ${subcontractor ?? ''}` : party;
}

/** Flows from one party to another share an arrow; those that no agreement covers have one of their own. */
function groupsOf(
  flows: readonly NumberedFlow[],
  columns: readonly Column[],
): { from: string; to: string; numbers: string[]; isUncovered: boolean }[] {
  const columnOf = (end: NumberedFlow['flow']['from']): string =>
    columns.some(({ id }) => id === idOf(end)) ? idOf(end) : BEHIND;
  const groups = new Map<string, { from: string; to: string; numbers: string[]; isUncovered: boolean }>();
  for (const { flow, number, coverage } of flows) {
    const [from, to] = [columnOf(flow.from), columnOf(flow.to)];
    const isUncovered = coverage.state === 'uncovered';
    const key = `${from} > ${to} ${isUncovered}`;
    const group = groups.get(key) ?? { from, to, numbers: [], isUncovered };
    group.numbers.push(number);
    groups.set(key, group);
  }
  return [...groups.values()];
}
