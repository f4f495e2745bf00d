const { typescriptOptions } = require('./test/support/swc-options.cjs');

// Nest 12 is published as ES modules: the packages named in transformIgnorePatterns are compiled for Jest's CommonJS mode.
const typescript = ['@swc/jest', typescriptOptions];
const javascript = [
  '@swc/jest',
  {
    swcrc: false,
    jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } },
    module: { type: 'commonjs' },
  },
];

const shared = {
  rootDir: __dirname,
  testEnvironment: 'node',
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': typescript, '^.+\\.m?js$': javascript },
  transformIgnorePatterns: [
    '/node_modules/(?!(@nestjs|light-my-request|cookie|content-disposition|glob|minimatch|path-scurry|lru-cache|minipass|brace-expansion|balanced-match|age-encryption|@noble|@scure|file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit|openid-client|oauth4webapi|jose)/)',
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  setupFiles: ['reflect-metadata'],
};

module.exports = {
  coverageProvider: 'v8',
  // Jest leaves one core idle; on the two of a usual build machine that is half. No test is decided by time.
  maxWorkers: '100%',
  testSequencer: '<rootDir>/test/support/longest-first.cjs',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/src/**/*.spec.ts'],
      setupFiles: [...shared.setupFiles, '<rootDir>/test/support/property-seed.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
    },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/**/*.e2e-spec.ts'],
      setupFilesAfterEnv: [
        '<rootDir>/test/support/patience.ts',
        '<rootDir>/test/support/queue-timers.ts',
        '<rootDir>/test/support/fresh-database.ts',
      ],
      globalSetup: '<rootDir>/test/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
    },
    {
      ...shared,
      displayName: 'screenshots',
      testMatch: ['<rootDir>/test/screenshots/*.screenshots.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/support/fresh-database.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
    },
  ],
};
