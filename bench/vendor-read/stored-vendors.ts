// A practice with vendors, made through the API as a client would.
export interface StoredVendors {
  organizationId: string;
  paths: string[];
}

const VENDORS = 40;

export async function storeVendors(port: number, apiKey: string): Promise<StoredVendors> {
  const post = async (path: string, body: object): Promise<{ id: string }> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.status !== 201) throw new Error(`POST ${path} answered ${response.status}`);
    return (await response.json()) as { id: string };
  };
  const { id: organizationId } = await post('/v1/organizations', PRACTICE);
  const at = `/v1/organizations/${organizationId}/vendors`;
  const paths: string[] = [];
  for (let number = 0; number < VENDORS; number += 1) {
    const website = `https://vendor-${number}.example`;
    const { id } = await post(at, { key: `vendor-${number}`, name: `Vendor ${number}, Inc.`, website });
    paths.push(`${at}/${id}`);
  }
  return { organizationId, paths };
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
