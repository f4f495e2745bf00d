import { Injectable } from '@nestjs/common';
import type { RiskManagementRegister } from '../assessments/registers/risk-management-register';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { RatedPracticeReader, registerOf, type RatedPractice } from './rated-practice.service';
import { registerPlaces, type PlacedRecord, type RegisterPlacesRow } from './register-ids.query';

export interface ReadRegisters {
  /** address of the practice */
  at: string;
  practice: RatedPractice;
  register: RiskManagementRegister;
  places: RegisterPlacesRow;
}

/** The three registers with all that their pages show. */
@Injectable()
export class RegistersReader {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly reader: RatedPracticeReader,
  ) {}

  /** @throws DomainError not-found */
  async of(organizationId: string): Promise<ReadRegisters> {
    const practice = await this.reader.of(organizationId);
    const [places] = await this.tenancy.readOne<RegisterPlacesRow>(
      organizationId,
      registerPlaces(organizationId),
    );
    if (!places) throw new DomainError('not-found', 'There is no organization with this id.');
    return { at: `/organizations/${organizationId}`, practice, register: registerOf(practice), places };
  }
}

/** @throws DomainError not-found */
export function recordAt<T extends { key: string }>(
  id: string,
  placed: readonly PlacedRecord[],
  records: readonly T[] | null | undefined,
): T & PlacedRecord {
  const place = placed.find((one) => one.id === id);
  const record = records?.find(({ key }) => key === place?.key);
  if (!place || !record) throw new DomainError('not-found', 'There is no record with this id.');
  return { ...record, ...place };
}

export function idOf(key: string, placed: readonly PlacedRecord[]): string {
  return placed.find((one) => one.key === key)?.id ?? '';
}

/** What a record is about, by its name. */
export function aboutOf(service: string | null | undefined, { places, practice }: ReadRegisters): string {
  if (!service) return practice.dossier.practice.name;
  return places.services.find(({ key }) => key === service)?.name ?? service;
}
