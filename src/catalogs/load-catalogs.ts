// Reads catalogs/ once, when the application starts. A fault names the file and the place in it, and nothing starts.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { CalendarDate } from '../common/calendar-date';
import { PROJECT_ROOT } from '../common/project-root';
import type {
  AgreementProvisionsCatalog,
  CatalogHead,
  RecordingConsentCatalog,
  ScoringModel,
  TechChecklistCatalog,
} from '../assessments/scoring/scoring-model';
import {
  checkAgreementProvisions,
  checkRecordingConsent,
  checkScoringModel,
  uniqueIds,
} from './cross-checks';
import { agreementProvisionsShape, recordingConsentShape, techChecklistShape } from './other-catalogs.shape';
import { scoringModelShape } from './scoring-model.shape';
import { ShapeError, type Shape } from './shape';
import { sourcesOf, type CitedSource } from './sources';

export interface CatalogDigest {
  id: string;
  version: string;
  /** SHA-256 of the file's bytes, in hex */
  digest: string;
  lawAsOf: CalendarDate;
}

export interface Catalogs {
  readonly scoringModel: ScoringModel;
  readonly techChecklist: TechChecklistCatalog;
  readonly agreementProvisions: AgreementProvisionsCatalog;
  readonly recordingConsent: RecordingConsentCatalog;
  readonly digests: readonly CatalogDigest[];
  /** everything that the catalogs cite, each citation once, sorted by citation */
  readonly sources: readonly CitedSource[];
}

export class CatalogError extends Error {
  constructor(file: string, fault: string) {
    super(`catalogs/${file}: ${fault}`);
    this.name = 'CatalogError';
  }
}

/** Reads and checks every catalog under `root`/catalogs. Throws a CatalogError that names file and place. */
export function loadCatalogs(root: string = PROJECT_ROOT): Catalogs {
  const digests: CatalogDigest[] = [];
  const read = <T extends CatalogHead>(file: string, shape: Shape<T>, check?: (catalog: T) => void): T => {
    const bytes = readBytes(root, file);
    const catalog = parsed(file, bytes, shape, check);
    const digest = createHash('sha256').update(bytes).digest('hex');
    digests.push({ id: catalog.id, version: catalog.version, digest, lawAsOf: catalog.lawAsOf });
    return catalog;
  };
  const modelFile = read('scoring-model.yaml', scoringModelShape, checkScoringModel);
  const techChecklist = read('ai-tech-checklist.yaml', techChecklistShape, ({ items }) =>
    uniqueIds(items, 'items'),
  );
  const agreementProvisions = read(
    'agreement-provisions.yaml',
    agreementProvisionsShape,
    checkAgreementProvisions,
  );
  const recordingConsent = read('recording-consent.yaml', recordingConsentShape, checkRecordingConsent);
  const scoringModel = { ...modelFile, techChecklist, agreementProvisions, recordingConsent };
  return {
    scoringModel,
    techChecklist,
    agreementProvisions,
    recordingConsent,
    digests,
    sources: sourcesOf(scoringModel),
  };
}

function readBytes(root: string, file: string): Buffer {
  try {
    return readFileSync(join(root, 'catalogs', file));
  } catch (error) {
    throw new CatalogError(file, `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
}

function parsed<T>(file: string, bytes: Buffer, shape: Shape<T>, check?: (catalog: T) => void): T {
  try {
    const catalog = shape(parse(bytes.toString('utf8')), '');
    check?.(catalog);
    return catalog;
  } catch (error) {
    if (error instanceof ShapeError) throw new CatalogError(file, error.message);
    // the YAML parser's message gives line and column
    throw new CatalogError(file, `is not YAML: ${(error as Error).message}`);
  }
}
