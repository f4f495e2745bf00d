// The migrations, oldest first. Named here one by one so that nothing is found by a file pattern.
import { CreateOrganizations1795305600000 } from './1795305600000-CreateOrganizations';
import { CreateVendorRecords1795305660000 } from './1795305660000-CreateVendorRecords';
import { CreateAssessments1795305720000 } from './1795305720000-CreateAssessments';

export const MIGRATIONS = [
  CreateOrganizations1795305600000,
  CreateVendorRecords1795305660000,
  CreateAssessments1795305720000,
];
