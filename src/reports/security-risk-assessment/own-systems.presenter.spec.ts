import { draftAssessment } from '../../../test/factories/assessment-document.factory';
import type { AssessmentDocument } from '../../assessments/assessment.document';
import { numberedFlows } from './flows.presenter';
import { loadGraphLayout } from './data-flow-diagram/draw-diagram';
import { inventoryView } from './inventory.presenter';
import { ownSystemRows, UNKNOWN_WAY, withoutFlowWords } from './own-systems.presenter';

type Dossier = AssessmentDocument['dossier'];

const asset = (key: string, name: string, kind: 'software_system' | 'laptop') => ({
  ...{ key, name, kind, handlesClientData: 'yes' as const },
  ...{ encryptedAtRest: 'yes' as const, locksItself: 'yes' as const, backedUp: 'yes' as const },
  ...{ managed: 'yes' as const, personallyOwned: 'no' as const },
});
const ASSETS = [asset('records', 'Records system', 'software_system'), asset('laptop', 'Laptop', 'laptop')];
const TO_RECORDS = {
  ...{ key: 'to-records', from: 'laptop', toAsset: 'records', network: 'own_wifi' as const },
  ...{ carriesClientData: 'yes' as const, encryptedInTransit: 'yes' as const, remoteAccess: 'no' as const },
};

async function told(changes: Partial<Dossier>) {
  const { dossier, asOf } = draftAssessment();
  const document = { dossier: { ...dossier, ...changes } as Dossier, asOf };
  const { connections } = inventoryView(document, await loadGraphLayout(), 'x');
  const keys = document.dossier.services.map(({ key }) => key);
  const flows = numberedFlows(document, keys);
  return { rows: ownSystemRows(document, connections, flows), without: withoutFlowWords(document, flows) };
}

describe('The practice’s own systems in the report', () => {
  it('say from where client data reaches them, and which flows name them', async () => {
    const dataFlows = (draftAssessment().dossier.dataFlows ?? []).map((flow) =>
      flow.key === 'scribe-notes' ? { ...flow, carriedBy: 'Copied into the records system' } : flow,
    );
    const { rows } = await told({ assets: ASSETS, assetConnections: [TO_RECORDS], dataFlows });
    expect(rows).toEqual([
      { name: 'Records system', ways: 'Laptop (C1). Named in the steps of F4', isUnknown: false },
    ]);
  });

  it('are not yet known where nothing leads to them, and have no flow where only a connection does', async () => {
    expect((await told({ assets: ASSETS })).rows).toEqual([
      { name: 'Records system', ways: UNKNOWN_WAY, isUnknown: true },
    ]);
    const { rows } = await told({ assets: ASSETS, assetConnections: [TO_RECORDS] });
    expect(rows[0]?.ways).toBe('Laptop (C1). No flow names it');
  });
});

it('names the tools of which no flow is recorded', async () => {
  expect((await told({})).without).toBe('');
  const dataFlows = draftAssessment().dossier.dataFlows?.filter(
    ({ service }) => service !== 'openfield-chat',
  );
  expect((await told({ dataFlows })).without).toBe(
    'No flow is recorded of 1 tool: Openfield Chat. How client data gets in and out of it is not yet known.',
  );
});
