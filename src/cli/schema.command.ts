import { dossierJsonSchema } from '../dossiers/dossier-json-schema';
import { EXIT, type ExitCode } from './exit-codes';

/** Prints the dossier's JSON Schema. */
export function printSchema(): ExitCode {
  process.stdout.write(`${JSON.stringify(dossierJsonSchema(), null, 2)}\n`);
  return EXIT.ok;
}
