// A tool as a practice owner thinks of it: one form for the service and its vendor.
import { Injectable } from '@nestjs/common';
import { DomainError } from '../common/problems/domain.error';
import type { Caller } from '../identity/caller';
import { keyFromName } from '../records/key-from-name';
import { RecordsService } from '../records/records.service';
import type { AddToolDto } from './add-tool.dto';
import { SERVICE } from './service.record';
import { VENDOR } from './vendor.record';

@Injectable()
export class ToolsService {
  constructor(private readonly records: RecordsService) {}

  /**
   * Both or neither.
   * @returns id of the service
   * @throws DomainError request-invalid, key-taken for a tool that is on the list
   */
  async add(organizationId: string, caller: Caller, tool: AddToolDto): Promise<string> {
    const { name, vendor: known, vendorName, plan, functions, usesAi } = tool;
    if (!known && !vendorName) throw vendorMissing();
    const vendor = known ?? keyFromName(vendorName ?? '', 'vendor');
    const key = keyFromName(name, 'tool');
    const made = known ? [] : [{ kind: VENDOR, fields: { key: vendor, name: vendorName } }];
    const fields = { key, vendor, name, functions, usesAi, ...(plan ? { plan } : {}) };
    try {
      const ids = await this.records.createTogether(organizationId, caller, [
        ...made,
        { kind: SERVICE, fields },
      ]);
      return ids.at(-1) as string;
    } catch (error) {
      throw error instanceof DomainError && error.code === 'key-taken' ? onTheList(error) : error;
    }
  }
}

function vendorMissing(): DomainError {
  const detail = 'choose the vendor, or write its name where it is not on the list';
  return new DomainError('request-invalid', 'The vendor is missing.', [
    { pointer: '/vendorName', code: 'invalid-field', detail },
  ]);
}

/** Which of the two it is, the detail says. */
function onTheList(error: DomainError): DomainError {
  const isVendor = error.detail.includes('vendor');
  const detail = isVendor
    ? 'a vendor of this name is on your list: choose it above'
    : 'a tool of this name is on your list already';
  const pointer = isVendor ? '/vendorName' : '/name';
  return new DomainError('key-taken', error.detail, [{ pointer, code: 'key-taken', detail }]);
}
