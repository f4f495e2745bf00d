// What a data-flow diagram shows, before anybody lays it out: boundaries of trust, who is inside them, what flows between them.

export interface DiagramNode {
  id: string;
  label: string;
  kind: 'practice' | 'clients' | 'service' | 'subcontractor';
}

/** Who is inside trusts the rest of the inside; a flow across the border has to be covered by something. */
export interface TrustBoundary {
  id: string;
  label: string;
  nodes: DiagramNode[];
}

export interface DiagramFlow {
  from: string;
  to: string;
  /** as in the table of flows: F1, F2 ... */
  number: string;
  data: string;
  kind: 'covered' | 'uncovered' | 'exception' | 'plain';
  /** what is said of one that nothing covers: no agreement, unless it says otherwise */
  mark?: string;
  /** from a vendor to the practice or to clients, or from a subcontractor to its vendor */
  comesBack: boolean;
}

export interface Diagram {
  boundaries: TrustBoundary[];
  flows: DiagramFlow[];
}
