// The registers of living with AI, a sheet each: a row a record with its facts, a row more for each line of its table. And what was due on the date.
import type { AssessmentDocument } from '../../../assessments/assessment.document';
import type { OversightKind } from '../../../oversight/oversight-words';
import type { ToldCell, ToldOversight } from '../../../oversight/told/told';
import { codeWords, day, sheetOf, WIDTH, type Cell, type Column, type Sheet } from '../sheet';

const NAMES: Readonly<Record<OversightKind, string>> = {
  bias_audit: 'Bias audits',
  log_review: 'Log reviews',
  disputed_decision: 'Disputed decisions',
  performance_measurement: 'Performance',
  vendor_review: 'Vendor reviews',
  exit_plan: 'Exit plans',
};

const NOT_WORKED_OUT = 'The oversight of AI in use was not worked out in this assessment.';

interface Row {
  told: ToldOversight;
  line: readonly ToldCell[];
}

/** Columns follow from what the records of the kind hold, in the order in which it is first told. */
export function oversightSheet(kind: OversightKind): (document: AssessmentDocument) => Sheet {
  return ({ dossier, oversightRegister }) => {
    const told = (oversightRegister?.entries ?? []).filter((one) => one.kind === kind);
    const rows: Row[] = told.flatMap((one) =>
      one.table?.rows.length
        ? one.table.rows.map((line) => ({ told: one, line }))
        : [{ told: one, line: [] as ToldCell[] }],
    );
    const labels = [...new Set(told.flatMap(({ facts }) => facts.map(({ label }) => label)))];
    const lineTitles = told.find(({ table }) => table)?.table?.columns ?? [];
    const none = oversightRegister
      ? (oversightRegister.registers.find((one) => one.kind === kind)?.none ?? '')
      : NOT_WORKED_OUT;
    const columns: Column<Row>[] = [
      { title: 'What', width: WIDTH.sentence, cell: (row) => row.told.title },
      { title: 'Key', width: 24, cell: (row) => row.told.key },
      { title: 'About', width: WIDTH.name, cell: (row) => nameOf(row.told, dossier) },
      { title: 'Day', width: WIDTH.short, cell: (row) => day(row.told.on) },
      { title: 'How it stands', width: WIDTH.name, cell: (row) => row.told.verdict.words },
      {
        title: 'Remarks',
        width: WIDTH.text,
        cell: (row) => row.told.remarks.map(({ words }) => words).join('. '),
      },
      ...lineTitles.map((title, place): Column<Row> => ({
        title: labels.includes(title) ? `${title} (line)` : title,
        width: WIDTH.name,
        cell: (row) => cellOf(row.line[place]),
      })),
      ...labels.map((label): Column<Row> => ({
        title: label,
        width: WIDTH.name,
        cell: (row) => cellOf(row.told.facts.find((fact) => fact.label === label)?.value),
      })),
    ];
    return sheetOf(NAMES[kind], none, rows, columns);
  };
}

export function oversightDueSheet({ oversightRegister }: AssessmentDocument): Sheet {
  const titles = new Map((oversightRegister?.registers ?? []).map(({ kind, title }) => [kind, title]));
  const none = oversightRegister ? 'No tool with AI is on record.' : NOT_WORKED_OUT;
  return sheetOf('AI oversight due', none, oversightRegister?.due ?? [], [
    { title: 'Register', width: WIDTH.name, cell: ({ kind }) => titles.get(kind) },
    { title: 'About', width: WIDTH.name, cell: ({ name }) => name },
    { title: 'What', width: WIDTH.sentence, cell: ({ what }) => what },
    { title: 'Last done', width: WIDTH.short, cell: ({ lastOn }) => day(lastOn) },
    { title: 'Due', width: WIDTH.short, cell: ({ dueOn }) => day(dueOn) },
    { title: 'How it stands', width: WIDTH.short, cell: ({ state }) => codeWords(state) },
    { title: 'Months between', width: WIDTH.short, cell: ({ months }) => months },
    {
      title: 'Whose interval',
      width: WIDTH.short,
      cell: ({ intervalFrom }) => intervalFrom && codeWords(intervalFrom),
    },
    { title: 'Obligation', width: WIDTH.short, cell: ({ obligation }) => obligation },
  ]);
}

function nameOf(
  { service, vendor }: ToldOversight,
  { services, vendors }: AssessmentDocument['dossier'],
): string {
  return (
    services.find(({ key }) => key === service)?.name ?? vendors.find(({ key }) => key === vendor)?.name ?? ''
  );
}

function cellOf(cell: ToldCell | undefined): Cell {
  if (cell === undefined || cell === null) return null;
  return typeof cell === 'object' ? { date: cell.date } : cell;
}
