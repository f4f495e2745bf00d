import { Pages } from '../../web/pages';
import { SubcontractorFields } from '../subcontractor.fields';
import { companyPages } from './company-pages.controller';
import { SUBCONTRACTOR_WORDS } from './company-words';

@Pages('organizations/:organizationId/services/:serviceId/subcontractors')
export class SubcontractorPagesController extends companyPages({
  list: 'subcontractors',
  path: 'subcontractors',
  type: SubcontractorFields,
  words: SUBCONTRACTOR_WORDS,
  noun: 'a company behind the tool',
  lead: 'A company that works for the vendor, such as its host. What reaches it goes further than the vendor, so it has to be bound as well.',
}) {}
