import type { AssessmentDocument } from '../../../assessments/assessment.document';
import { countryName } from '../../../common/countries';
import type { DossierDataFlow, DossierService } from '../../../dossiers/dossier.document';
import { DATA_CLASS_WORDS, IDENTIFIABILITY_WORDS } from '../../security-risk-assessment/fact-words';
import { partyName } from '../../security-risk-assessment/flows.presenter';
import { codeWords, day, lines, sheetOf, WIDTH, type Sheet } from '../sheet';
import { serviceName } from './names-in-dossier';

export function dataFlowsSheet({ dossier, practice }: AssessmentDocument): Sheet {
  const services = new Map(dossier.services.map((service) => [service.key, service]));
  const end = (flow: DossierDataFlow, which: 'from' | 'to'): string =>
    partyWords(flow[which], services.get(flow.service), practice.name);
  return sheetOf('Data flows', 'No flow of client data is on record.', dossier.dataFlows ?? [], [
    { title: 'Tool', width: WIDTH.name, cell: ({ service }) => serviceName(dossier, service) },
    { title: 'Key', width: 22, cell: ({ key }) => key },
    { title: 'From', width: WIDTH.name, cell: (flow) => end(flow, 'from') },
    { title: 'To', width: WIDTH.name, cell: (flow) => end(flow, 'to') },
    {
      title: 'Kinds of data',
      width: WIDTH.name,
      cell: ({ dataClasses }) => lines(dataClasses.map((one) => DATA_CLASS_WORDS[one])),
    },
    { title: 'Purpose', width: WIDTH.sentence, cell: ({ purpose }) => purpose },
    { title: 'Gets across by', width: 20, cell: ({ transfer }) => codeWords(transfer) },
    { title: 'Carried by', width: WIDTH.sentence, cell: ({ carriedBy }) => carriedBy },
    {
      title: 'Identifiability',
      width: 22,
      cell: ({ identifiability }) => IDENTIFIABILITY_WORDS[identifiability],
    },
    { title: 'Recipient is', width: 20, cell: ({ recipientRole }) => codeWords(recipientRole) },
    {
      title: 'Ground of the exception',
      width: WIDTH.name,
      cell: ({ exceptionGround }) => codeWords(exceptionGround),
    },
    {
      title: 'Reason of the exception',
      width: WIDTH.sentence,
      cell: ({ exceptionReason }) => exceptionReason,
    },
    {
      title: 'Citation of the exception',
      width: WIDTH.name,
      cell: ({ exceptionCitation }) => exceptionCitation,
    },
    { title: 'Country', width: 22, cell: ({ country }) => country && countryName(country) },
    { title: 'Kept, days', width: WIDTH.short, cell: ({ retentionDays }) => retentionDays },
    {
      title: 'Encrypted on the way',
      width: WIDTH.short,
      cell: ({ encryptedInTransit }) => codeWords(encryptedInTransit),
    },
    {
      title: 'Encrypted at rest',
      width: WIDTH.short,
      cell: ({ encryptedAtRest }) => codeWords(encryptedAtRest),
    },
    { title: 'Clients a year', width: WIDTH.short, cell: ({ clientsPerYear }) => clientsPerYear },
    { title: 'Since', width: WIDTH.short, cell: ({ since }) => day(since) },
  ]);
}

function partyWords(
  end: DossierDataFlow['from'],
  service: DossierService | undefined,
  practiceName: string,
): string {
  return service ? partyName(end, service, practiceName) : end.party;
}
