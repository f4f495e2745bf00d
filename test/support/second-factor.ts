// Sets an authenticator app up over the network, as its owner would: who owns several practices has to have one.
import { generate } from 'otplib';

/** @returns the secret of the app */
export async function setUpSecondFactor(url: string, session: string): Promise<string> {
  const post = async (path: string, body?: object): Promise<Response> => {
    const headers = {
      authorization: `Bearer ${session}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    };
    const reply = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!reply.ok) throw new Error(`POST ${path} answered ${reply.status}: ${await reply.text()}`);
    return reply;
  };
  const { secret } = (await (await post('/v1/account/totp')).json()) as { secret: string };
  await post('/v1/account/totp/confirmations', { code: await generate({ secret }) });
  return secret;
}
