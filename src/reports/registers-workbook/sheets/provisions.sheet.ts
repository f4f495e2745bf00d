// A row for each provision read in an agreement, and for each that it must hold and nobody has read.
import type { AssessmentDocument } from '../../../assessments/assessment.document';
import type { RequiredProvision } from '../../../assessments/registers/agreement-register';
import { PROVISION_IDS, type ProvisionId } from '../../../business-associate-agreements/provision.fields';
import type { DossierAgreement } from '../../../dossiers/dossier.document';
import { VERDICT_WORDS } from '../../security-risk-assessment/fact-words';
import { lines, sheetOf, WIDTH, type Sheet } from '../sheet';
import { vendorName } from './names-in-dossier';

interface Row {
  agreement: DossierAgreement;
  provision: ProvisionId;
  /** with what counts on the date; null of a provision that the contract need not hold */
  required: RequiredProvision | null;
}

export function provisionsSheet({ dossier, agreementRegister }: AssessmentDocument): Sheet {
  const rows = (dossier.agreements ?? []).flatMap((agreement) => {
    const entry = agreementRegister?.agreements.find(({ key }) => key === agreement.key);
    return rowsOf(agreement, entry?.required ?? []);
  });
  return sheetOf<Row>('Provisions', 'No provision of any agreement has been read.', rows, [
    { title: 'Agreement', width: WIDTH.name, cell: ({ agreement }) => agreement.title },
    { title: 'Key', width: 22, cell: ({ agreement }) => agreement.key },
    { title: 'Vendor', width: WIDTH.name, cell: ({ agreement }) => vendorName(dossier, agreement.vendor) },
    { title: 'Provision', width: WIDTH.short, cell: ({ provision }) => provision },
    { title: 'Title', width: WIDTH.sentence, cell: ({ required }) => required?.title },
    { title: 'Citation', width: WIDTH.name, cell: ({ required }) => required?.citation },
    { title: 'Must be there', width: WIDTH.short, cell: ({ required }) => (required ? true : null) },
    {
      title: 'Counts on the date',
      width: WIDTH.short,
      cell: ({ required }) => required && verdictWords(required.verdict),
    },
    {
      title: 'Read in the agreement',
      width: WIDTH.short,
      cell: ({ agreement, provision }) => {
        const read = agreement.provisions?.find((one) => one.provision === provision);
        return verdictWords(read?.verdict ?? 'not_read');
      },
    },
    {
      title: 'Read in amendments',
      width: WIDTH.name,
      cell: ({ agreement, provision }) => lines(amendedVerdicts(agreement, provision)),
    },
    {
      title: 'Where',
      width: WIDTH.name,
      cell: ({ agreement, provision, required }) =>
        required?.reference ?? agreement.provisions?.find((one) => one.provision === provision)?.reference,
    },
  ]);
}

function rowsOf(agreement: DossierAgreement, required: readonly RequiredProvision[]): Row[] {
  const needed = new Map(required.map((one) => [one.provision, one]));
  const read = new Set(
    [agreement, ...(agreement.amendments ?? [])].flatMap(({ provisions }) =>
      (provisions ?? []).map(({ provision }) => provision),
    ),
  );
  return PROVISION_IDS.filter((id) => needed.has(id) || read.has(id)).map((provision) => ({
    agreement,
    provision,
    required: needed.get(provision) ?? null,
  }));
}

function amendedVerdicts({ amendments }: DossierAgreement, provision: ProvisionId): string[] {
  return (amendments ?? []).flatMap((amendment) => {
    const found = amendment.provisions?.find((one) => one.provision === provision);
    return found ? [`${amendment.title}: ${VERDICT_WORDS[found.verdict]}`] : [];
  });
}

function verdictWords(verdict: RequiredProvision['verdict']): string {
  return verdict === 'not_read' ? 'not read' : VERDICT_WORDS[verdict];
}
