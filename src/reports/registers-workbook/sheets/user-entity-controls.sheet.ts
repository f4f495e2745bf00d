import type { AssessmentDocument } from '../../../assessments/assessment.document';
import { codeWords, day, lines, sheetOf, WIDTH, type Sheet } from '../sheet';
import { vendorName } from './names-in-dossier';

/** What the practice must do for each report to hold (complementary user entity controls). */
export function userEntityControlsSheet({ dossier }: AssessmentDocument): Sheet {
  const rows = (dossier.soc2Reports ?? []).flatMap((report) =>
    (report.userEntityControls ?? []).map((control) => ({ report, control })),
  );
  return sheetOf(
    'CUECs',
    'No report names a control that the practice must do, as far as they were read.',
    rows,
    [
      { title: 'Report', width: 22, cell: ({ report }) => report.key },
      { title: 'Vendor', width: WIDTH.name, cell: ({ report }) => vendorName(dossier, report.vendor) },
      { title: 'Control', width: 18, cell: ({ control }) => control.key },
      { title: 'What the practice must do', width: WIDTH.text, cell: ({ control }) => control.text },
      { title: 'Topic', width: 22, cell: ({ control }) => codeWords(control.topic) },
      { title: 'Criteria', width: WIDTH.short, cell: ({ control }) => lines(control.criteria) },
      { title: 'Status', width: WIDTH.short, cell: ({ control }) => codeWords(control.status) },
      { title: 'Owner', width: WIDTH.name, cell: ({ control }) => control.owner },
      { title: 'Done since', width: WIDTH.short, cell: ({ control }) => day(control.doneSince) },
      {
        title: 'Why not applicable',
        width: WIDTH.sentence,
        cell: ({ control }) => control.notApplicableReason,
      },
    ],
  );
}
