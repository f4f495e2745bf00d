import { DomainError, type Fault } from '../common/problems/domain.error';
import { nearestWord } from '../common/faults';
import type { Dossier } from '../dossiers/dossier.document';
import type { QuestionnaireSubject } from '../dossiers/select-questions';

/** @throws DomainError records-incoherent unless the questionnaire is about the practice, or about a service that is there */
export function requireSubject({ services }: Pick<Dossier, 'services'>, subject: QuestionnaireSubject): void {
  const fault = faultOf(
    services.map(({ key }) => key),
    subject,
  );
  if (fault)
    throw new DomainError('records-incoherent', 'There is nothing that the questionnaire is about.', [fault]);
}

function faultOf(services: readonly string[], { about, service }: QuestionnaireSubject): Fault | null {
  const at = (code: Fault['code'], detail: string): Fault => ({ pointer: '/service', code, detail });
  if (about === 'practice') {
    return service
      ? at(
          'service-not-expected',
          'is only for a questionnaire about a service; take it out or correct "about"',
        )
      : null;
  }
  if (!service) return at('service-missing', 'name the service that it is about');
  if (services.includes(service)) return null;
  const meant = nearestWord(service, services);
  return at(
    'unknown-service',
    `no service has this key${meant ? ` (did you mean "${meant}"?)` : ''}; add it or correct the key`,
  );
}
