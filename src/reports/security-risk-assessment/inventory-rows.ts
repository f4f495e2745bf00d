// What pages, reports and the drawing tell of places, assets and connections.

export interface AssetRow {
  key: string;
  name: string;
  kind: string;
  /** who answers for it; "nobody named" */
  responsible: string;
  /** what client data, of how many clients */
  data: string;
  /** for the drawing: "client data, NOT ENCRYPTED" */
  mark: string;
  /** what is good about it that somebody said */
  good: string;
  open: FindingRow[];
  reviewed: string;
}

export interface FindingRow {
  words: string;
  isGap: boolean;
  citation: string;
  /** good practice is not called a rule */
  isRule: boolean;
}

export interface PlaceRow {
  /** of the location; empty for what is at a company, or nobody knows where */
  key: string;
  name: string;
  told: string;
  open: FindingRow[];
  assets: AssetRow[];
}

export interface ConnectionRow {
  key: string;
  number: string;
  from: string;
  to: string;
  /** as the drawing finds them: "asset laptop", "location office", "service scribe" */
  fromEnd: string;
  toEnd: string;
  network: string;
  purpose: string;
  protection: string;
  /** in capitals for the drawing; empty where nothing is wrong or unknown */
  alarm: string;
  open: FindingRow[];
}
