// Dossiers that are refused, and what they are refused for.
import { DossierFaultsError } from '../../src/dossiers/dossier-faults.error';
import { readDossier, type ReadDossierOptions } from '../../src/dossiers/read-dossier';
import { aDossier } from './dossier.factory';
import { setAtPointer } from './set-at-pointer';

export const asJson = (value: unknown) => JSON.stringify(value);

export function refusalOf(text: Buffer | string, options?: ReadDossierOptions): DossierFaultsError {
  try {
    readDossier(text, options);
  } catch (error) {
    if (error instanceof DossierFaultsError) return error;
    throw error;
  }
  throw new Error('the dossier was accepted');
}

/** The faults of the factory's dossier with other values at some pointers, each as [pointer, code, detail]. */
export function faultsWith(values: Record<string, unknown>): [string, string, string][] {
  const dossier = aDossier();
  for (const [pointer, value] of Object.entries(values)) setAtPointer(dossier, pointer, value);
  return refusalOf(asJson(dossier)).faults.map(({ pointer, code, detail }) => [pointer, code, detail]);
}
