import { aBreach } from '../../test/factories/incidents.arbitrary';
import { aDossier } from '../../test/factories/dossier.factory';
import { loadCatalogs } from '../catalogs/load-catalogs';
import type { IncidentFields } from '../incidents/incident.fields';
import { keptDuties } from './kept-duties';

const { breachNotification } = loadCatalogs();
const { practice } = aDossier();

const kept = (...incidents: Partial<IncidentFields>[]) =>
  keptDuties(
    {
      practice,
      incidents: incidents.map((changes, index) => ({ ...aBreach(changes), key: `one-${index}` })),
    },
    breachNotification,
  );

it('what is left of an incident is kept in words with its days', () => {
  expect(kept({})).toEqual([
    {
      key: 'one-0',
      duties: [
        {
          id: 'record',
          words: 'Write down what happened and how it ended',
          since: '2026-10-13',
          dueOn: null,
        },
        { id: 'risk_assessment', words: 'Judge the four factors', since: '2026-10-13', dueOn: null },
        {
          ...{ id: 'individuals', since: '2026-10-13', dueOn: '2026-12-12' },
          words: 'Tell each person concerned, at the latest on Dec 12, 2026',
        },
        {
          ...{ id: 'hhs_yearly', since: '2026-10-13', dueOn: '2027-03-01' },
          words: 'Report it to HHS after the end of the year, at the latest on Mar 1, 2027',
        },
        { id: 'state:IL', words: 'Look up what the state asks (IL)', since: '2026-10-13', dueOn: null },
      ],
    },
  ]);
});

it('an incident with nothing left keeps nothing, so that what was kept goes away', () =>
  expect(
    kept({ dataSecured: 'yes', outcome: 'Erased from afar.' }, {}).map(({ duties }) => duties.length),
  ).toEqual([0, 5]));

it('it holds no text of the incident', () =>
  expect(JSON.stringify(kept({ title: 'Harbor', summary: 'Harbor', mitigation: 'Harbor' }))).not.toContain(
    'Harbor',
  ));
