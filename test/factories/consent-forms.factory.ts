// A practice whose records leave no element of a form open but what it has to decide itself, to be changed by tests.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogs, type Catalogs } from '../../src/catalogs/load-catalogs';
import type { CalendarDate } from '../../src/common/calendar-date';
import { PROJECT_ROOT } from '../../src/common/project-root';
import type { UsState } from '../../src/common/us-states';
import {
  buildConsentForm,
  type AskedForm,
  type BuiltForm,
} from '../../src/consent-forms/rules/build-consent-form';
import type { ConsentSource } from '../../src/consent-forms/rules/consent-source';
import { readDossier } from '../../src/dossiers/read-dossier';
import type { Dossier } from '../../src/dossiers/dossier.document';

export const AS_OF: CalendarDate = '2026-11-22';

let catalogs: Catalogs | undefined;
export function consentCatalogs(): Catalogs {
  catalogs ??= loadCatalogs();
  return catalogs;
}

export function exampleDossier(): Dossier {
  return readDossier(readFileSync(join(PROJECT_ROOT, 'examples', 'practice.yaml')));
}

/** The example practice, with all its clients and clinicians in these states. */
export function practiceIn(states: readonly UsState[], changes: Partial<ConsentSource> = {}): ConsentSource {
  const dossier = exampleDossier();
  const practice = { ...dossier.practice, clientStates: [...states], clinicianStates: [...states] };
  return { ...dossier, practice, ...changes };
}

export function built(asked: AskedForm, source: ConsentSource, asOf: CalendarDate = AS_OF): BuiltForm {
  const { consentElements: elements, recordingConsent } = consentCatalogs();
  return buildConsentForm(asked, source, { asOf, elements, recordingConsent });
}

export function elementOf(form: BuiltForm, id: string) {
  return form.sections.flatMap(({ elements }) => elements).find((element) => element.id === id);
}
