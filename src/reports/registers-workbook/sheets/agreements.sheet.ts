import type { AssessmentDocument } from '../../../assessments/assessment.document';
import type { AgreementEntry, Stretch } from '../../../assessments/registers/agreement-register';
import type { NoticePeriod } from '../../../business-associate-agreements/notice-period.fields';
import type { DossierAgreement } from '../../../dossiers/dossier.document';
import { AGREEMENT_WORDS } from '../../security-risk-assessment/fact-words';
import { codeWords, day, lines, sheetOf, WIDTH, type Column, type Sheet } from '../sheet';
import { serviceNames, vendorName } from './names-in-dossier';

interface Row {
  agreement: DossierAgreement;
  /** how it stands; null in documents of before that was worked out */
  entry: AgreementEntry | null;
}

export function agreementsSheet({ dossier, agreementRegister }: AssessmentDocument): Sheet {
  const entries = new Map(agreementRegister?.agreements.map((entry) => [entry.key, entry]));
  const rows = (dossier.agreements ?? []).map((agreement): Row => ({
    agreement,
    entry: entries.get(agreement.key) ?? null,
  }));
  return sheetOf<Row>('Agreements', 'No agreement with any vendor is on record.', rows, [
    { title: 'Agreement', width: WIDTH.name, cell: ({ agreement }) => agreement.title },
    { title: 'Key', width: 22, cell: ({ agreement }) => agreement.key },
    { title: 'Kind', width: 24, cell: ({ agreement }) => AGREEMENT_WORDS[agreement.kind] },
    { title: 'Vendor', width: WIDTH.name, cell: ({ agreement }) => vendorName(dossier, agreement.vendor) },
    {
      title: 'Tools covered',
      width: WIDTH.name,
      cell: ({ agreement, entry }) => lines(serviceNames(dossier, entry?.services ?? agreement.services)),
    },
    { title: 'Only in part', width: WIDTH.name, cell: limits },
    { title: 'State', width: WIDTH.short, cell: ({ entry }) => codeWords(entry?.state) },
    { title: 'Requested', width: WIDTH.short, cell: ({ agreement }) => day(agreement.requestedOn) },
    { title: 'Sent', width: WIDTH.short, cell: ({ agreement }) => day(agreement.sentOn) },
    {
      title: 'Negotiated since',
      width: WIDTH.short,
      cell: ({ agreement }) => day(agreement.negotiatingSince),
    },
    { title: 'Signed', width: WIDTH.short, cell: ({ agreement }) => day(agreement.signedOn) },
    { title: 'In force from', width: WIDTH.short, cell: ({ agreement }) => day(agreement.effectiveOn) },
    { title: 'First term ends', width: WIDTH.short, cell: ({ agreement }) => day(agreement.endsOn) },
    { title: 'Terminated', width: WIDTH.short, cell: ({ agreement }) => day(agreement.terminatedOn) },
    { title: 'Superseded', width: WIDTH.short, cell: ({ agreement }) => day(agreement.supersededOn) },
    { title: 'In force since', width: WIDTH.short, cell: ({ entry }) => day(entry?.inForceSince) },
    { title: 'Term ends', width: WIDTH.short, cell: ({ entry }) => day(entry?.termEndsOn) },
    { title: 'Notice to leave by', width: WIDTH.short, cell: ({ entry }) => day(entry?.leaveNoticeBy) },
    { title: 'Days in force', width: 26, cell: ({ entry }) => lines(entry?.inForce.map(stretchWords)) },
    { title: 'Renews by itself', width: WIDTH.short, cell: ({ agreement }) => agreement.autoRenews },
    {
      title: 'Breach notice, hours',
      width: WIDTH.short,
      cell: ({ agreement, entry }) => (entry ? entry.breachNoticeHours : agreement.breachNoticeHours),
    },
    ...NOTICE_PERIODS.map(([period, title]): Column<Row> => ({
      title,
      width: WIDTH.short,
      cell: ({ agreement, entry }) => (entry?.noticePeriods ?? agreement.noticePeriods)?.[period],
    })),
    {
      title: 'Amendments that count',
      width: WIDTH.name,
      cell: ({ agreement, entry }) => lines(entry?.amendments.map((key) => amendmentTitle(agreement, key))),
    },
    { title: 'Evidence', width: WIDTH.name, cell: ({ agreement }) => lines(agreement.evidenceKeys) },
  ]);
}

const NOTICE_PERIODS: [NoticePeriod, string][] = [
  ['securityIncidentHours', 'Incident notice, hours'],
  ['subprocessorChangeDays', 'Subprocessor notice, days'],
  ['terminationDays', 'Termination notice, days'],
  ['cureDays', 'Cure, days'],
  ['transitionDays', 'Transition, days'],
  ['deletionDays', 'Deletion, days'],
  ['dataReturnDays', 'Return of data, days'],
  ['legalProcessDays', 'Legal process, days'],
  ['insolvencyDays', 'Insolvency notice, days'],
  ['changeOfControlDays', 'Change of control, days'],
];

function limits({ agreement, entry }: Row): string | null {
  const found = (entry?.coverageLimits ?? agreement.coverageLimits ?? []).map(({ service, plans, flows }) => {
    const parts = [
      ...(plans ? [`plans ${plans.join(', ')}`] : []),
      ...(flows ? [`flows ${flows.join(', ')}`] : []),
    ];
    return `${service}: ${parts.join('; ') || 'in whole'}`;
  });
  return found.join('\n') || null;
}

function stretchWords({ from, to }: Stretch): string {
  return to ? `${from} to ${to}` : `from ${from}`;
}

function amendmentTitle({ amendments }: DossierAgreement, key: string): string {
  return amendments?.find((one) => one.key === key)?.title ?? key;
}
