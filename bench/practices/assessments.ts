// The practices that are measured: the example that comes with the product, and a large one made from it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SealedAssessment } from '../../src/assessments/assessment.document';
import { buildAssessment } from '../../src/assessments/build-assessment';
import { draftEnvelope } from '../../src/assessments/sealing';
import type { Catalogs } from '../../src/catalogs/load-catalogs';
import { PROJECT_ROOT } from '../../src/common/project-root';
import type { Dossier } from '../../src/dossiers/dossier.document';
import { readDossier } from '../../src/dossiers/read-dossier';

/** Facts are judged for this date where a dossier names none: figures of two days must not differ by it. */
export const AS_OF = '2026-11-22';

export function exampleDossier(): Dossier {
  return readDossier(readFileSync(join(PROJECT_ROOT, 'examples', 'practice.yaml')), {
    todayIn: () => AS_OF,
  });
}

/** A draft assessment, as `duecare assess` makes it. */
export function assessmentOf(dossier: Dossier, catalogs: Catalogs): SealedAssessment {
  const asOf = dossier.asOf ?? AS_OF;
  return draftEnvelope(
    buildAssessment({
      dossier,
      asOf,
      createdAt: new Date(`${asOf}T12:00:00Z`),
      catalogs,
      assessmentId: null,
      organizationId: null,
      assessor: null,
    }),
  );
}
