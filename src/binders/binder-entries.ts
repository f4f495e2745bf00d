// What stands in a binder under which name, and what is told of each piece of evidence.
import type { LackingFile } from '../leaving/manifest';

export const ENTRIES = {
  report: 'report.pdf',
  registers: 'registers.xlsx',
  decisions: 'decisions.csv',
  agreements: 'agreements.csv',
  evidence: 'evidence.csv',
  readme: 'README.txt',
  index: 'index.html',
} as const;

export interface PackedEvidence {
  key: string;
  title: string;
  kind: string;
  issuedOn: string;
  reference: string | null;
  restrictedUse: boolean;
  /** titles of the agreements whose document it is */
  agreements: string[];
  /** null where the record names no file */
  digest: string | null;
  entry: string | null;
  lacking: LackingFile['why'] | null;
}
