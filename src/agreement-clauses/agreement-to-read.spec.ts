import type { AgreementWithId } from '../flow-maps/flow-facts.query';
import { agreementToRead } from './agreement-to-read';

const SERVICE = { id: 's', key: 'scribe', name: 'Scribe', vendor: 'northlight' };
const agreement = (id: string, changes: object): AgreementWithId => ({
  ...{ id, key: id, vendor: 'northlight', kind: 'business_associate_agreement', title: id },
  ...{ services: ['scribe'], ...changes },
});
const inForce = agreement('in-force', { signedOn: '2026-01-01' });
const ended = agreement('ended', { signedOn: '2024-01-01', endsOn: '2025-01-01' });
const draft = agreement('draft', { sentOn: '2026-11-01' });
const elsewhere = agreement('elsewhere', { services: ['chat'], signedOn: '2026-01-01' });

it.each([
  ['the one in force', [ended, draft, inForce, elsewhere], 'in-force'],
  ['a draft before what has ended', [ended, draft], 'draft'],
  ['what has ended', [ended], 'ended'],
  ['none that does not name the tool', [elsewhere], undefined],
])('leads to %s', (_what, agreements, id) => {
  expect(agreementToRead(agreements, SERVICE, '2026-11-29', 60)?.id).toBe(id);
});
