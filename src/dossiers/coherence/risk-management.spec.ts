// Findings, acceptances and decisions beside the other records of a dossier.
import { aDossier } from '../../../test/factories/dossier.factory';
import { loadCatalogs } from '../../catalogs/load-catalogs';
import { findIncoherences } from '../dossier-coherence';
import type { Dossier } from '../dossier.document';
import { knownIn } from './known-in';

const CONTEXT = { asOf: '2026-11-22', ...knownIn(loadCatalogs()) };
const [ACCEPTANCE] = aDossier().riskAcceptances ?? [];
const [FINDING] = aDossier().findings ?? [];
const [DECISION] = aDossier().practiceDecisions ?? [];
if (!ACCEPTANCE || !FINDING || !DECISION) throw new Error('the dossier of the factory lost its records');

const ended = { on: '2026-11-10', by: ACCEPTANCE.acceptedBy, reason: 'It is lower now.' };
const second = { ...ACCEPTANCE, key: 'second', acceptedOn: '2026-11-12' };

it.each<[string, Partial<Dossier>, string[]]>([
  ['the example fits', {}, []],
  [
    'a threat that there is not',
    { riskAcceptances: [{ ...ACCEPTANCE, threat: 'T-99' }] },
    ['/riskAcceptances/0/threat unknown-threat'],
  ],
  [
    'a threat of a service without one',
    { riskAcceptances: [{ ...ACCEPTANCE, service: null }] },
    ['/riskAcceptances/0/service service-missing'],
  ],
  [
    'a threat of the practice with a service',
    { riskAcceptances: [{ ...ACCEPTANCE, threat: 'T-36' }] },
    ['/riskAcceptances/0/service threat-of-the-practice'],
  ],
  [
    'a service that there is not',
    { riskAcceptances: [{ ...ACCEPTANCE, service: 'nowhere' }] },
    ['/riskAcceptances/0/service unknown-service'],
  ],
  [
    'an acceptance for more than a year',
    { riskAcceptances: [{ ...ACCEPTANCE, until: '2027-11-03' }] },
    ['/riskAcceptances/0/until term-too-long'],
  ],
  [
    'an acceptance of tomorrow',
    { riskAcceptances: [{ ...ACCEPTANCE, acceptedOn: '2026-11-23' }] },
    ['/riskAcceptances/0/acceptedOn dated-in-the-future'],
  ],
  [
    'the same risk twice at a time',
    { riskAcceptances: [ACCEPTANCE, second] },
    ['/riskAcceptances/1/threat accepted-twice'],
  ],
  ['again after the first was ended', { riskAcceptances: [{ ...ACCEPTANCE, ended }, second] }, []],
  ['renewed', { riskAcceptances: [ACCEPTANCE, { ...second, renews: ACCEPTANCE.key }] }, []],
  [
    'a renewal of nothing',
    { riskAcceptances: [{ ...ACCEPTANCE, renews: 'nothing' }] },
    ['/riskAcceptances/0/renews unknown-acceptance'],
  ],
  [
    'a renewal of another risk',
    { riskAcceptances: [ACCEPTANCE, { ...second, threat: 'T-05', renews: ACCEPTANCE.key }] },
    ['/riskAcceptances/1/renews acceptance-of-another-risk'],
  ],
  [
    'a finding from no threat',
    { findings: [{ ...FINDING, sourceId: 'T-99' }] },
    ['/findings/0/sourceId unknown-source'],
  ],
  [
    'a finding from no gate',
    { findings: [{ ...FINDING, source: 'gate', sourceId: 'no-gate' }] },
    ['/findings/0/sourceId unknown-source'],
  ],
  ['a finding from a step', { findings: [{ ...FINDING, source: 'step', sourceId: 'note-review' }] }, []],
  [
    'a finding from an entry',
    { findings: [{ ...FINDING, source: 'safeguard', sourceId: '164.310(a)(2)(iv)' }] },
    [],
  ],
  [
    'a finding from no incident',
    { findings: [{ ...FINDING, source: 'incident', sourceId: 'nowhere' }] },
    ['/findings/0/sourceId unknown-source'],
  ],
  [
    'a finding about no tool',
    { findings: [{ ...FINDING, service: 'nowhere' }] },
    ['/findings/0/service unknown-service'],
  ],
  [
    'a finding shown by nothing on file',
    { findings: [{ ...FINDING, evidenceKeys: ['nothing'] }] },
    ['/findings/0/evidenceKeys/0 unknown-evidence'],
  ],
  ['a finding settled by an acceptance', { findings: [{ ...FINDING, acceptance: ACCEPTANCE.key }] }, []],
  [
    'settled by none',
    { findings: [{ ...FINDING, acceptance: 'nothing' }] },
    ['/findings/0/acceptance unknown-acceptance'],
  ],
  [
    'settled by one about something else',
    { findings: [{ ...FINDING, service: null, acceptance: ACCEPTANCE.key }] },
    ['/findings/0/acceptance acceptance-of-another-risk'],
  ],
  [
    'a decision about no tool',
    { practiceDecisions: [{ ...DECISION, service: 'nowhere' }] },
    ['/practiceDecisions/0/service unknown-service'],
  ],
  [
    'a decision without its conditions',
    { practiceDecisions: [{ ...DECISION, conditions: null }] },
    ['/practiceDecisions/0/conditions conditions-missing'],
  ],
])('%s', (_case, changes, faults) => {
  const found = findIncoherences(aDossier(changes), CONTEXT);
  expect(found.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(faults);
});

it('an assessment for an earlier day is not refused for what was done since', () => {
  const earlier = { ...CONTEXT, asOf: '2026-09-30', today: '2026-11-22' };
  const lists = ['riskAcceptances', 'findings', 'practiceDecisions'];
  const found = findIncoherences(aDossier(), earlier).filter(({ pointer }) =>
    lists.some((list) => pointer.startsWith(`/${list}/`)),
  );
  expect(found).toEqual([]);
});
