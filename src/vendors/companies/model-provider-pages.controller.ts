import { Pages } from '../../web/pages';
import { ModelProviderFields } from '../model-provider.fields';
import { companyPages } from './company-pages.controller';
import { MODEL_PROVIDER_WORDS } from './company-words';

@Pages('organizations/:organizationId/services/:serviceId/model-providers')
export class ModelProviderPagesController extends companyPages({
  list: 'modelProviders',
  path: 'model-providers',
  type: ModelProviderFields,
  words: MODEL_PROVIDER_WORDS,
  noun: 'a provider of AI models',
  lead: 'Many tools send what they are given to a model of another company. What that company may do with it decides what could go wrong.',
}) {}
