import { incidentNumbers } from '../../../incidents/incident-numbers';
import type { AssessmentDocument } from '../../../assessments/assessment.document';
import { codeWords, day, sheetOf, WIDTH, type Sheet } from '../sheet';

/** Each incident with each duty that it brought with it, a row a duty. */
export function incidentsSheet({ dossier, incidentRegister }: AssessmentDocument): Sheet {
  const numbers = incidentNumbers(dossier.incidents);
  const recorded = new Map((dossier.incidents ?? []).map((one) => [one.key, one]));
  const rows = (incidentRegister ?? []).flatMap(({ duties, ...registered }) =>
    duties.map((duty) => ({ ...registered, duty, incident: recorded.get(registered.key) })),
  );
  const none = incidentRegister
    ? 'No incident is on record.'
    : 'What incidents there were was not worked out in this assessment.';
  return sheetOf('Incidents', none, rows, [
    { title: 'No.', width: WIDTH.short, cell: ({ key }) => numbers.get(key) },
    { title: 'Incident', width: WIDTH.sentence, cell: ({ incident }) => incident?.title },
    { title: 'Key', width: 22, cell: ({ key }) => key },
    { title: 'Discovered', width: WIDTH.short, cell: ({ discoveredOn }) => day(discoveredOn) },
    { title: 'What it was', width: WIDTH.name, cell: ({ verdict }) => codeWords(verdict) },
    { title: 'People', width: WIDTH.short, cell: ({ incident }) => incident?.affectedIndividuals },
    { title: 'What is owed', width: WIDTH.sentence, cell: ({ duty }) => duty.title },
    { title: 'State', width: WIDTH.short, cell: ({ duty }) => duty.state },
    { title: 'Owed by', width: WIDTH.short, cell: ({ duty }) => codeWords(duty.owner) },
    { title: 'Citation', width: WIDTH.name, cell: ({ duty }) => duty.citation },
    { title: 'How it stands', width: WIDTH.short, cell: ({ duty }) => codeWords(duty.standing) },
    { title: 'Because', width: WIDTH.name, cell: ({ duty }) => codeWords(duty.reason) },
    { title: 'Last day', width: WIDTH.short, cell: ({ duty }) => day(duty.dueOn) },
    { title: 'Done', width: WIDTH.short, cell: ({ duty }) => day(duty.doneOn) },
    { title: 'Closed', width: WIDTH.short, cell: ({ incident }) => day(incident?.closedOn) },
  ]);
}
