// The first person of a throwaway installation (the demo, the bench, tests), made as the setup page makes one: through the API.
import type { SetUpResponse } from '../setup/setup.dto';

export const THROWAWAY_OWNER = {
  name: 'Dana Whitfield',
  email: 'dana@harbor-light.example',
  password: 'seven lanterns over a quiet quay',
};

/** @returns the token of the owner's session, and the id of the organization when one is made */
export async function setUpOwner(
  url: string,
  token: string | null,
  organization: object | null = null,
): Promise<{ session: string; organizationId: string | null }> {
  if (!token) throw new Error('the throwaway installation is set up already');
  const reply = await fetch(`${url}/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, owner: THROWAWAY_OWNER, organization }),
  });
  if (reply.status !== 201) throw new Error(`setting up answered ${reply.status}: ${await reply.text()}`);
  const { session, organizations } = (await reply.json()) as SetUpResponse;
  if (!session.token) throw new Error('setting up gave no session');
  return { session: session.token, organizationId: organizations[0]?.id ?? null };
}
