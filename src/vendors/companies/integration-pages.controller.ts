import { Pages } from '../../web/pages';
import { IntegrationFields } from '../integration.fields';
import { companyPages } from './company-pages.controller';
import { INTEGRATION_WORDS } from './company-words';

@Pages('organizations/:organizationId/services/:serviceId/integrations')
export class IntegrationPagesController extends companyPages({
  list: 'integrations',
  path: 'integrations',
  type: IntegrationFields,
  words: INTEGRATION_WORDS,
  noun: 'a connected system',
  lead: 'A system that the tool reads from or writes to, such as your record system or calendar: through it the tool sees more than you type.',
}) {}
