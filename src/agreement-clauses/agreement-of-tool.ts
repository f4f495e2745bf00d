// The agreement that a page about its clauses or amendments is of, with the tool under whose address it stands.
import type { AgreementFields } from '../business-associate-agreements/agreement.fields';
import { AGREEMENT } from '../business-associate-agreements/agreement.record';
import { DomainError } from '../common/problems/domain.error';
import type { Tenancy } from '../database/tenancy';
import type { RecordRow } from '../records/record-kind';
import type { RecordsService } from '../records/records.service';
import { addressOfTool, readTool, type ToolOfPage } from '../vendors/tool-of-page.query';

export type StoredAgreement = RecordRow & AgreementFields;

export interface AgreementOfTool {
  tool: ToolOfPage;
  /** address of the page of the tool */
  at: string;
  agreement: StoredAgreement;
}

/** @throws DomainError not-found, also for an agreement with the vendor of another tool */
export async function readAgreement(
  { tenancy, records }: { tenancy: Tenancy; records: RecordsService },
  organizationId: string,
  serviceId: string,
  id: string,
): Promise<AgreementOfTool> {
  const [tool, row] = await Promise.all([
    readTool(tenancy, organizationId, serviceId),
    records.get(AGREEMENT, organizationId, id),
  ]);
  if (row.vendor !== tool.vendor) throw new DomainError('not-found', 'There is no agreement with this id.');
  return { tool, at: addressOfTool(organizationId, tool.id), agreement: row as StoredAgreement };
}
