import { aDossier } from '../../../test/factories/dossier.factory';
import { loadCatalogs } from '../../catalogs/load-catalogs';
import type { IncidentFields } from '../../incidents/incident.fields';
import { findIncoherences } from '../dossier-coherence';
import type { Dossier } from '../dossier.document';

const { breachNotification } = loadCatalogs();
const CONTEXT = { asOf: '2026-11-22', breachNotification };

function codesOf(changes: Partial<IncidentFields>, dossier: Partial<Dossier> = {}): string[] {
  const whole = aDossier(dossier);
  const incidents = (whole.incidents ?? []).map((incident) => ({ ...incident, ...changes }));
  return findIncoherences({ ...whole, incidents }, CONTEXT).map(
    ({ pointer, code }) => `${pointer.replace('/incidents/0/', '')} ${code}`,
  );
}

const LOW = { probability: 'low', reason: 'Nobody read it.', decidedOn: '2026-10-05' } as const;
const factor = { finding: 'points_to_low', reason: 'Nobody read it.' } as const;

describe('An incident fits the other records', () => {
  it.each<[string, Partial<IncidentFields>]>([
    ['as the example has it', {}],
    [
      'when it happened at the practice, with no vendor',
      { vendor: null, vendorDiscoveredOn: null, vendorToldOn: null, vendorIsAgent: null, services: [] },
    ],
    ['when fewer are counted by state than there are', { affectedIndividuals: 4 }],
    ['when nobody knows how many there are', { affectedIndividuals: null }],
    ['when the practice knew before the vendor told', { knownOn: '2026-09-26' }],
    [
      'when an official spoke and named no day',
      { lawEnforcementDelay: { statedOn: '2026-10-03', inWriting: false } },
    ],
    [
      'when one state was told, and its media',
      {
        notices: [
          { recipient: 'state', state: 'IL', doneOn: '2026-10-20' },
          { recipient: 'media', state: 'IL', doneOn: '2026-10-20' },
          { recipient: 'state', state: 'WI', doneOn: '2026-10-20', notNeededBecause: 'Note on file' },
        ],
      },
    ],
    [
      'when it is closed with nothing left to do',
      {
        outcome: 'The vendor tests the separation.',
        closedOn: '2026-11-02',
        notices: [
          { recipient: 'individuals', doneOn: '2026-10-20' },
          { recipient: 'hhs', doneOn: '2026-10-21' },
          { recipient: 'state', state: 'IL', doneOn: '2026-10-20' },
        ],
      },
    ],
    [
      'when it is closed as no breach',
      { dataSecured: 'yes', outcome: 'The key was never with it.', closedOn: '2026-11-02' },
    ],
  ])('%s', (_what, changes) => expect(codesOf(changes)).toEqual([]));
});

describe('An incident is refused', () => {
  it.each<[string, Partial<IncidentFields>, string[]]>([
    [
      'with a vendor that is not there, whose services they are not',
      { vendor: 'nobody' },
      ['vendor unknown-vendor', 'services/0 service-of-another-vendor'],
    ],
    ['with a service that is not there', { services: ['nothing'] }, ['services/0 unknown-service']],
    ['with what a vendor said, and no vendor', { vendor: null }, ['vendor vendor-missing']],
    [
      'with evidence that is not on file',
      { evidenceKeys: ['none'], notices: [{ recipient: 'hhs', doneOn: '2026-10-20', evidenceKey: 'none' }] },
      ['evidenceKeys/0 unknown-evidence', 'notices/0/evidenceKey unknown-evidence'],
    ],
    [
      'with more people by state than there are',
      { affectedByState: [{ state: 'IL', individuals: 4 }] },
      ['affectedByState counted-too-many'],
    ],
    [
      'with a state that is counted twice',
      {
        affectedByState: [
          { state: 'IL', individuals: 1 },
          { state: 'IL', individuals: 1 },
        ],
      },
      ['affectedByState/1/state counted-twice'],
    ],
    [
      'with a factor that is judged twice',
      {
        factors: [
          { factor: 'mitigated', ...factor },
          { factor: 'mitigated', ...factor },
        ],
      },
      ['factors/1/factor judged-twice'],
    ],
    [
      'with a notice that is noted twice',
      {
        notices: [
          { recipient: 'individuals', doneOn: '2026-10-20' },
          { recipient: 'individuals', doneOn: '2026-10-21' },
        ],
      },
      ['notices/1/recipient noticed-twice'],
    ],
    [
      'with a state where none is told',
      { notices: [{ recipient: 'hhs', state: 'IL', doneOn: '2026-10-20' }] },
      ['notices/0/state state-not-expected'],
    ],
    [
      'with a federal notice that was not needed: that follows from the facts',
      { notices: [{ recipient: 'individuals', doneOn: '2026-10-20', notNeededBecause: 'Too few' }] },
      ['notices/0/notNeededBecause reason-not-expected'],
    ],
    [
      'with a notice from before it was known',
      { notices: [{ recipient: 'individuals', doneOn: '2026-09-27' }] },
      ['notices/0/doneOn dates-reversed'],
    ],
    ['that ended before it began', { happenedUntil: '2026-09-23' }, ['happenedUntil dates-reversed']],
    ['that was known before it happened', { knownOn: '2026-09-23' }, ['knownOn dates-reversed']],
    [
      'that should have been known after it was',
      { shouldHaveBeenKnownOn: '2026-09-29' },
      ['shouldHaveBeenKnownOn dates-reversed'],
    ],
    [
      'that the vendor told before discovering it',
      { vendorDiscoveredOn: '2026-09-29' },
      ['vendorToldOn dates-reversed'],
    ],
    ['that was known after the vendor told', { knownOn: '2026-09-30' }, ['knownOn dates-reversed']],
    [
      'from after the date of assessment',
      { vendorToldOn: '2026-12-01' },
      ['vendorToldOn dated-in-the-future'],
    ],
    [
      'with an exception that is not explained',
      { exception: 'could_not_retain' },
      ['exceptionReason reason-missing'],
    ],
    [
      'with a written delay that names no day',
      { lawEnforcementDelay: { statedOn: '2026-10-03', inWriting: true } },
      ['lawEnforcementDelay/until day-missing'],
    ],
    ['as improbable on one factor', { conclusion: LOW }, ['conclusion/probability factors-missing']],
    [
      'closed before it was known',
      { closedOn: '2026-09-27' },
      ['closedOn dates-reversed', 'closedOn duties-open'],
    ],
    [
      'closed with the report to HHS left',
      {
        outcome: 'Tested.',
        closedOn: '2026-11-02',
        notices: [{ recipient: 'individuals', doneOn: '2026-10-20' }],
      },
      ['closedOn duties-open'],
    ],
  ])('%s', (_what, changes, codes) => expect(codesOf(changes)).toEqual(codes));

  it('closed with something left, which is named', () => {
    const dossier = aDossier();
    const incidents = (dossier.incidents ?? []).map((one) => ({ ...one, closedOn: '2026-11-02' }));
    const [fault] = findIncoherences({ ...dossier, incidents }, CONTEXT);
    expect(fault?.detail).toBe(
      'cannot be given while something is left to do: Write down what happened and how it ended; ' +
        'Report it to HHS after the end of the year; Look up what the state asks (IL)',
    );
  });

  it('with a key that another has', () => {
    const { incidents = [] } = aDossier();
    const twice = [...(incidents ?? []), ...(incidents ?? [])];
    expect(
      findIncoherences(aDossier({ incidents: twice }), CONTEXT).map(({ pointer, code }) => pointer + code),
    ).toEqual(['/incidents/1/keyduplicate-key']);
  });
});
