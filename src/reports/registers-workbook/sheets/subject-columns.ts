import { WIDTH, type Column } from '../sheet';
import type { RatedSubject } from './rated-subjects';

/** What a row is about. The key beside the name: names may repeat and may be renamed, keys do neither. */
export const SUBJECT_COLUMNS: Column<{ subject: RatedSubject }>[] = [
  { title: 'About', width: WIDTH.name, cell: ({ subject }) => subject.name },
  { title: 'Scope', width: WIDTH.short, cell: ({ subject }) => subject.scope },
  { title: 'Key', width: 22, cell: ({ subject }) => subject.key },
];
