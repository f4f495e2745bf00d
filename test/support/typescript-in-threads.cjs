// Lets a thread that a test starts run the sources as they are: Jest's compiler serves only Jest's own modules.
require('reflect-metadata');
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');
const { typescriptOptions } = require('./swc-options.cjs');

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...typescriptOptions, filename });
  module._compile(code, filename);
};
