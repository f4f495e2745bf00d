import type { AssessmentDocument } from '../../../assessments/assessment.document';
import type { AgreementRegister } from '../../../assessments/registers/agreement-register';
import { AGREEMENT_WORDS } from '../../security-risk-assessment/fact-words';
import { day, lines, sheetOf, WIDTH, type Sheet } from '../sheet';
import { serviceName } from './names-in-dossier';

type ServiceDays = AgreementRegister['services'][number];

interface Row {
  kind: string;
  days: ServiceDays;
  gap: ServiceDays['gaps'][number] | null;
}

function rowsOf(kind: string, services: readonly ServiceDays[] | undefined): Row[] {
  return (services ?? []).flatMap((days): Row[] =>
    days.gaps.length > 0 ? days.gaps.map((gap) => ({ kind, days, gap })) : [{ kind, days, gap: null }],
  );
}

/** A row for each stretch of days without an agreement, and one for each service without such a day, by the kind of agreement asked for. */
export function agreementGapsSheet({ dossier, agreementRegister: register }: AssessmentDocument): Sheet {
  const rows = [
    ...rowsOf(AGREEMENT_WORDS.business_associate_agreement, register?.services),
    ...rowsOf(AGREEMENT_WORDS.qualified_service_organization_agreement, register?.part2Services),
  ];
  const emptyLine = register
    ? 'The dossier names no tools.'
    : 'This assessment was drawn up before days without an agreement were counted.';
  return sheetOf('Days without agreement', emptyLine, rows, [
    { title: 'Tool', width: WIDTH.name, cell: ({ days }) => serviceName(dossier, days.service) },
    { title: 'Key', width: 22, cell: ({ days }) => days.service },
    { title: 'Agreement asked for', width: WIDTH.name, cell: ({ kind }) => kind },
    { title: 'Looked at from', width: WIDTH.short, cell: () => day(register?.from) },
    { title: 'Looked at to', width: WIDTH.short, cell: () => day(register?.to) },
    { title: 'Data flowed from', width: WIDTH.short, cell: ({ days }) => day(days.dataFlowsFrom) },
    { title: 'Days with data', width: WIDTH.short, cell: ({ days }) => days.days },
    { title: 'Days covered', width: WIDTH.short, cell: ({ days }) => days.coveredDays },
    { title: 'Days not covered', width: WIDTH.short, cell: ({ days }) => days.gapDays },
    { title: 'Gap from', width: WIDTH.short, cell: ({ gap }) => day(gap?.from) },
    { title: 'Gap to', width: WIDTH.short, cell: ({ gap }) => day(gap?.to) },
    { title: 'Gap, days', width: WIDTH.short, cell: ({ gap }) => gap?.days },
    { title: 'Flows in the gap', width: WIDTH.name, cell: ({ gap }) => lines(gap?.flows) },
    { title: 'Covered now by', width: WIDTH.name, cell: ({ days }) => lines(days.coveredBy) },
    {
      title: 'Flows of unknown start',
      width: WIDTH.name,
      cell: ({ days }) => lines(days.flowsOfUnknownStart),
    },
  ]);
}
