// One practice, whole, as one archive. The order is that of reading: what it is, what was recorded, what was issued, what was done; last the
// manifest, which can name what came before it.
import type { SigningKey } from '../common/signing/signing-key';
import { publishedKey } from '../common/signing/signing-key';
import { PRODUCT_VERSION } from '../common/product-version';
import { addDocuments } from './documents-part';
import type { ExportArchive } from './export-archive';
import { addFiles, type FileSource } from './files-part';
import { addLog } from './log-part';
import { MANIFEST_FORMAT, MANIFEST_FORMAT_VERSION, MANIFEST_NAME, signManifest } from './manifest';
import type { SignedManifest } from './manifest';
import { addPeople } from './people-part';
import { readmeText } from './readme-text';
import { addRecords } from './records-part';
import { jsonText, type Snapshot } from './rows';

export interface ExportMaking {
  snapshot: Snapshot;
  files: FileSource;
  key: SigningKey;
  at: Date;
}

const PRACTICE = 'select organization_id as id, key, name from organization where organization_id = $1';

export async function writeExport(
  archive: ExportArchive,
  { snapshot, files, key, at: moment }: ExportMaking,
): Promise<SignedManifest> {
  const at = moment.toISOString();
  const { rows } = await snapshot.client.query<{ id: string; key: string; name: string }>(PRACTICE, [
    snapshot.organizationId,
  ]);
  const [organization] = rows;
  if (!organization) throw new Error('the organization of an export is gone');
  const facts = { practice: organization.name, at, productVersion: PRODUCT_VERSION, keyId: key.keyId };
  await archive.add('README.txt', [readmeText(facts)]);
  await addRecords(archive, snapshot);
  await addDocuments(archive, snapshot);
  const lackingFiles = await addFiles(archive, snapshot, files);
  await addPeople(archive, snapshot);
  await archive.add('signing-key.json', jsonText(publishedKey(key)));
  const { sequence, digest } = await addLog(archive, snapshot);
  const signed = signManifest(
    {
      ...{ format: MANIFEST_FORMAT, formatVersion: MANIFEST_FORMAT_VERSION, organization, at },
      productVersion: PRODUCT_VERSION,
      auditLog: { sequence, digest },
      entries: [...archive.entries],
      lackingFiles,
    },
    key,
  );
  await archive.add(MANIFEST_NAME, jsonText(signed));
  return signed;
}
