// The practice as it is rated at this moment, with what it has on record about its risks. What is worked out hangs on the day: it is asked anew each time.
import { Inject, Injectable } from '@nestjs/common';
import { ratePractice, type RatedPractice as Rated } from '../assessments/rate-practice';
import {
  riskManagementRegister,
  type RiskManagementRegister,
} from '../assessments/registers/risk-management-register';
import { CATALOGS, type Catalogs } from '../catalogs/catalogs.module';
import { dateInTimeZone, type CalendarDate } from '../common/calendar-date';
import { CLOCK, type Clock } from '../common/clock';
import { Tenancy } from '../database/tenancy';
import type { Dossier } from '../dossiers/dossier.document';
import { exportedDossier } from '../dossiers/dossier.query';
import { ratedRisk, type RatedRisk, type RatedSubject } from '../risk-acceptances/rated-risk';

export interface RatedPractice extends Pick<Rated, 'results' | 'practiceResult'> {
  dossier: Dossier;
  /** where the practice is */
  today: CalendarDate;
}

@Injectable()
export class RatedPracticeReader {
  constructor(
    private readonly tenancy: Tenancy,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError not-found */
  async of(organizationId: string): Promise<RatedPractice> {
    return this.rated(await exportedDossier(this.tenancy, organizationId));
  }

  rated(dossier: Dossier): RatedPractice {
    const today = dateInTimeZone(this.clock.now(), dossier.practice.timeZone);
    const { results, practiceResult } = ratePractice(dossier, today, this.catalogs);
    return { dossier, today, results, practiceResult };
  }
}

export function registerOf({ dossier, today, ...rated }: RatedPractice): RiskManagementRegister {
  return riskManagementRegister(dossier, rated, today);
}

/** @param service key, or null for the practice itself */
export function subjectOf(
  { results, practiceResult }: RatedPractice,
  service: string | null,
): RatedSubject | null {
  if (service === null) return practiceResult;
  return results.find((result) => result.service.key === service) ?? null;
}

export function riskOf(practice: RatedPractice, service: string | null, threat: string): RatedRisk | null {
  return ratedRisk(subjectOf(practice, service), threat);
}
