// Lints the OpenAPI document on standard input and prints the faults as JSON. A process of its own: the linter is published as ES modules
// only, and Jest runs CommonJS.
const { text } = require('node:stream/consumers');

/** Beyond the recommended rules: every example must fit, and names must be usable. */
const RULES = {
  'no-invalid-schema-examples': 'error',
  'no-invalid-parameter-examples': 'error',
  'no-invalid-media-type-examples': 'error',
  'no-unused-components': 'error',
  'no-ambiguous-paths': 'error',
  'no-http-verbs-in-paths': { severity: 'error', splitIntoWords: true },
  'no-path-trailing-slash': 'error',
  'operation-operationId-url-safe': 'error',
  'operation-singular-tag': 'error',
  'operation-tag-defined': 'error',
  'parameter-description': 'error',
  'request-mime-type': {
    severity: 'error',
    allowedValues: ['application/json', 'application/yaml', 'multipart/form-data'],
  },
  'tag-description': 'error',
  // Health takes nothing that a caller could get wrong; open-api.e2e-spec.ts asks for 4xx bodies everywhere else.
  'operation-4xx-response': 'off',
};

async function main() {
  const { createConfig, lintFromString } = await import('@redocly/openapi-core');
  const config = await createConfig({ extends: ['recommended-strict'], rules: RULES });
  const source = await text(process.stdin);
  const faults = await lintFromString({ source, absoluteRef: '/openapi.json', config });
  const listed = faults.map(({ ruleId, severity, message, location }) => ({
    rule: ruleId,
    severity,
    message,
    at: location[0]?.pointer,
  }));
  process.stdout.write(JSON.stringify(listed));
}

void main();
