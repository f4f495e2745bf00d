// Lints the OpenAPI document on standard input and prints the faults as JSON. A process of its own: the linter is published as ES modules
// only, and Jest runs CommonJS.
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { text } from 'node:stream/consumers';

const config = await createConfig({
  extends: ['recommended-strict'],
  rules: {
    // Beyond the recommended set: examples must fit, names must be usable, nothing lies about unused.
    'no-invalid-schema-examples': 'error',
    'no-invalid-parameter-examples': 'error',
    'no-invalid-media-type-examples': 'error',
    'no-unused-components': 'error',
    'no-ambiguous-paths': 'error',
    'no-http-verbs-in-paths': 'error',
    'no-path-trailing-slash': 'error',
    'operation-description': 'off', // the summaries say it; long descriptions would repeat them
    'operation-operationId-unique': 'error',
    'operation-operationId-url-safe': 'error',
    'operation-singular-tag': 'error',
    'operation-tag-defined': 'error',
    'parameter-description': 'error',
    'path-segment-plural': 'off', // "dossier", "health" and "signing-key" name the one there is
    'request-mime-type': { severity: 'error', allowedValues: ['application/json', 'application/yaml'] },
    'tag-description': 'error',
    // Health takes nothing that a caller could get wrong; the spec asks for 4xx bodies everywhere else.
    'operation-4xx-response': 'off',
    // The server is this installation, wherever it runs.
    'no-server-example.com': 'off',
  },
});
const source = await text(process.stdin);
const faults = await lintFromString({ source, absoluteRef: '/openapi.json', config });
process.stdout.write(
  JSON.stringify(
    faults.map(({ ruleId, severity, message, location }) => ({
      rule: ruleId,
      severity,
      message,
      at: location[0]?.pointer,
    })),
  ),
);
