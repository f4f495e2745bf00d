// A practice with vendors, made through the API as a client would.
export interface StoredVendors {
  organizationId: string;
  paths: string[];
}

const VENDORS = 40;

/** A practice, and the address of its records. */
export async function storePractice(
  port: number,
  session: string,
): Promise<{ organizationId: string; at: string }> {
  const { id } = await post(port, session, '/v1/organizations', PRACTICE);
  return { organizationId: id, at: `/v1/organizations/${id}` };
}

export async function storeVendors(port: number, session: string): Promise<StoredVendors> {
  const { organizationId, at: practice } = await storePractice(port, session);
  const at = `${practice}/vendors`;
  const paths: string[] = [];
  for (let number = 0; number < VENDORS; number += 1) {
    const website = `https://vendor-${number}.example`;
    const { id } = await post(port, session, at, {
      key: `vendor-${number}`,
      name: `Vendor ${number}, Inc.`,
      website,
    });
    paths.push(`${at}/${id}`);
  }
  return { organizationId, paths };
}

async function post(port: number, session: string, path: string, body: object): Promise<{ id: string }> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${session}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.status !== 201) throw new Error(`POST ${path} answered ${response.status}`);
  return (await response.json()) as { id: string };
}

const PRACTICE = {
  key: 'bench-practice',
  name: 'Bench Practice, PLLC',
  timeZone: 'America/Chicago',
  coveredEntity: 'yes',
  clientStates: ['IL'],
  clinicianStates: ['IL'],
  modalities: ['video'],
  specialties: ['general_adult'],
  clinicians: 4,
  clientsPerYear: 220,
};
