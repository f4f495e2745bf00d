// Oversight of AI in use: what was audited, gone through, questioned, measured, agreed with vendors and planned for leaving, and what was due on the date.
import type { AssessmentDocument } from '../../../assessments/assessment.document';
import type { OversightDue } from '../../../assessments/registers/oversight-due';
import type { ToldCell, ToldOversight } from '../../../oversight/told/told';
import { shortDate } from '../date-words';
import { counted } from '../number-words';

export interface OversightEntry {
  title: string;
  verdict: string;
  /** key, about what, day */
  told: string;
  remarks: string[];
  facts: { label: string; value: string }[];
  table: { title: string; columns: readonly string[]; rows: string[][] } | null;
}

export interface OversightView {
  /** the document was drawn up before it was worked out */
  isNotWorkedOut: boolean;
  registers: { title: string; none: string; entries: OversightEntry[]; ruleOfThumb: string }[];
  due: { name: string; what: string; last: string; when: string; interval: string }[];
}

/** Told in the heading of an entry or in its table, or only of use in the workbook. */
const BESIDE = ['Evidence', 'Done on', 'Held on', 'Questioned on'];

export function oversightView({ dossier, oversightRegister }: AssessmentDocument): OversightView {
  if (!oversightRegister) return { isNotWorkedOut: true, registers: [], due: [] };
  const { entries, due, registers, fourFifths } = oversightRegister;
  return {
    isNotWorkedOut: false,
    registers: registers.map(({ kind, title, none }) => {
      const mine = entries.filter((one) => one.kind === kind);
      return {
        ...{ title, none },
        entries: mine.map((one) => entryOf(one, dossier)),
        ruleOfThumb:
          kind === 'bias_audit' && mine.length > 0
            ? `${fourFifths.title}: ${fourFifths.says} ${fourFifths.limits} ${fourFifths.evidence}`
            : '',
      };
    }),
    due: due.map(dueRow),
  };
}

function entryOf(
  { title, verdict, key, on, service, vendor, remarks, facts, table }: ToldOversight,
  { services, vendors }: AssessmentDocument['dossier'],
): OversightEntry {
  const about =
    services.find((one) => one.key === service)?.name ??
    vendors.find((one) => one.key === vendor)?.name ??
    '';
  return {
    ...{ title, verdict: verdict.words },
    told: `${key}. ${about}; ${shortDate(on)}.`,
    remarks: remarks.map(({ words }) => `${words}.`),
    facts: facts
      .filter(({ label }) => !BESIDE.includes(label))
      .map(({ label, value }) => ({ label, value: cellWords(value) })),
    table: table && { ...table, rows: table.rows.map((row) => row.map(cellWords)) },
  };
}

const INTERVALS: Readonly<Record<NonNullable<OversightDue['intervalFrom']>, string>> = {
  law: 'set by law',
  house: 'our suggestion',
  seed: 'suggested by a source document',
  market: 'usual in the market',
  practice: 'set by the practice',
};

function dueRow({
  name,
  what,
  lastOn,
  dueOn,
  state,
  daysLeft,
  months,
  intervalFrom,
}: OversightDue): OversightView['due'][number] {
  return {
    ...{ name, what, last: lastOn ? shortDate(lastOn) : 'Never' },
    when:
      state === 'never_done' || !dueOn
        ? 'Not done yet'
        : state === 'overdue'
          ? `${shortDate(dueOn)}, ${counted(-(daysLeft ?? 0), 'day')} overdue`
          : shortDate(dueOn),
    interval:
      months === null || intervalFrom === null
        ? ''
        : `${months === 1 ? 'each month' : `every ${months} months`}, ${INTERVALS[intervalFrom]}`,
  };
}

function cellWords(cell: ToldCell): string {
  if (cell === null) return '';
  return typeof cell === 'object' ? shortDate(cell.date) : String(cell);
}
