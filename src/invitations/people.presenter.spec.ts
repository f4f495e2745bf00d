import type { MemberResponse } from '../memberships/member.dto';
import type { InvitationResponse } from './invitation.dto';
import { peopleView } from './people.presenter';

const NOW = new Date('2026-03-02T12:00:00Z');
const member = (fields: Partial<MemberResponse>) =>
  ({
    id: 'm',
    name: 'Dana',
    email: 'dana@x.example',
    role: 'owner',
    endedAt: null,
    ...fields,
  }) as MemberResponse;
const invitation = (fields: Partial<InvitationResponse>) =>
  ({
    ...{ id: 'i', email: 'robin@x.example', role: 'staff', acceptedAt: null, withdrawnAt: null },
    expiresAt: new Date('2026-03-05T12:00:00Z'),
    ...fields,
  }) as InvitationResponse;

it('parts those who belong from those who did', () => {
  const { members, former } = peopleView('o', [member({}), member({ name: 'Kim', endedAt: NOW })], [], NOW);
  expect([members.map(({ name }) => name), former.map(({ name }) => name)]).toEqual([['Dana'], ['Kim']]);
  expect(members[0]).toMatchObject({
    href: '/organizations/o/settings/people/m',
    role: 'Owner',
    endsOn: null,
  });
});

it('shows invitations that can still be accepted or sent again', () => {
  const { invitations } = peopleView(
    'o',
    [],
    [
      invitation({}),
      invitation({ acceptedAt: NOW }),
      invitation({ withdrawnAt: NOW }),
      invitation({ id: 'late', expiresAt: NOW }),
    ],
    NOW,
  );
  expect(invitations.map(({ at, isExpired }) => [at, isExpired])).toEqual([
    ['/organizations/o/settings/people/invitations/i', false],
    ['/organizations/o/settings/people/invitations/late', true],
  ]);
});
