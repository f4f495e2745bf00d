// What a report for a vendor's file holds of obligations: what was done about this service and its vendor, and nothing that the practice decided or did for itself.
import { sealedAssessment } from '../../../test/factories/assessment-document.factory';
import type { DossierObligationCompletion } from '../../dossiers/dossier.document';
import { narrowedToService } from './narrowed-to-service';

const sealed = sealedAssessment();
const [first, second] = sealed.document.results.map(({ service }) => service);
if (!first || !second) throw new Error('the example lost its services');

const completion = (
  key: string,
  subject: DossierObligationCompletion['subject'],
): DossierObligationCompletion => ({
  ...{ key, subject, obligation: 'OB-41', period: 'first', doneOn: '2026-10-14', proof: 'Minutes' },
  doneBy: { name: 'Dana Whitfield', role: 'Security official' },
});

it('takes along what is about the tool and its vendor, and leaves the rest to the practice', () => {
  const obligationCompletions = [
    completion('own', { kind: 'service', key: first.key }),
    completion('vendor', { kind: 'vendor', key: first.vendorKey }),
    completion('other', { kind: 'service', key: second.key }),
    completion('event', { kind: 'event', key: 'incident-2026-03' }),
    completion('practice', null),
  ];
  const obligationSettings = [
    {
      ...{
        key: 'set',
        obligation: 'OB-25',
        decision: 'other_interval' as const,
        months: 6,
        reason: 'Enough',
      },
      ...{ decidedBy: { name: 'Dana Whitfield', role: 'Owner' }, decidedOn: '2026-10-01' },
    },
  ];
  const dossier = { ...sealed.document.dossier, obligationCompletions, obligationSettings };
  const narrowed = narrowedToService({ ...sealed, document: { ...sealed.document, dossier } }, first.key);
  const kept = narrowed?.document.dossier;
  expect(kept?.obligationCompletions?.map(({ key }) => key)).toEqual(['own', 'vendor']);
  expect(kept?.obligationSettings).toEqual([]);
});
