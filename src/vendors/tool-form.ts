// The form "which tools do you use?": with the vendors that are on record already, so that none is written twice.
import type { Tenancy } from '../database/tenancy';
import type { ShownFaults } from '../web/form-faults';
import { fieldViews, type FieldView, type Values } from '../web/form-view';
import { AddToolDto } from './add-tool.dto';
import { TOOL_WORDS } from './tool-words';
import { vendorNames } from './vendor-names.query';

export interface ToolForm {
  faults: ShownFaults;
  fields: Record<string, FieldView>;
  hasVendors: boolean;
}

export async function toolForm(
  tenancy: Tenancy,
  organizationId: string,
): Promise<(values: Values, faults: ShownFaults) => ToolForm> {
  const vendors = await tenancy.readOne<{ key: string; name: string }>(
    organizationId,
    vendorNames(organizationId),
  );
  return (values, faults) => {
    const fields: Record<string, FieldView> = fieldViews(AddToolDto, TOOL_WORDS, values, faults);
    const vendor = fields.vendor as FieldView;
    const [chosen] = values('vendor');
    const options = vendors.map(({ key, name }) => ({
      value: key,
      label: name,
      help: '',
      isChosen: key === chosen,
    }));
    return {
      faults,
      fields: { ...fields, vendor: { ...vendor, kind: 'select', options } },
      hasVendors: vendors.length > 0,
    };
  };
}
