// A restore that ends as by kill -9 when it reaches a step. Run as: node killed-restore.cjs '<options as JSON>'.
require('reflect-metadata');
const { restoreBackup } = require('../../dist/src/backups/restore-backup.js');

const { archive, identity, dataFolder, ownerUrl, applicationUrl, step } = JSON.parse(process.argv[2]);

restoreBackup({
  archive,
  identity,
  dataFolder,
  openDatabase: async () => ({ ownerUrl, applicationUrl, stop: async () => undefined }),
  progress: (reached) => {
    if (reached === step) process.kill(process.pid, 'SIGKILL');
  },
}).then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  },
);
