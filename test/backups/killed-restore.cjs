// A restore that ends as by kill -9 when it reaches a step. Run as: node killed-restore.cjs '<options as JSON>'.
require('reflect-metadata');
const { join } = require('node:path');

// What the test has built; on a fresh clone it is not there yet when imports are checked.
const BUILT = join(__dirname, '..', '..', 'dist', 'src');
const { restoreBackup } = require(join(BUILT, 'backups', 'restore-backup.js'));

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
