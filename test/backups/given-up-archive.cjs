// Archives that are given up before and while they are written. What nobody handles ends the process, as it would end the server.
// Run as: node given-up-archive.cjs FILE
const { setImmediate: nextTurn } = require('node:timers/promises');
const { join } = require('node:path');

// What the test has built; on a fresh clone it is not there yet when imports are checked.
const BUILT = join(__dirname, '..', '..', 'dist', 'src');
const { ArchiveWriter } = require(join(BUILT, 'backups', 'archive-writer.js'));
const { generateX25519Identity, identityToRecipient } = require('age-encryption');

async function giveUp(path, when) {
  const recipient = await identityToRecipient(await generateX25519Identity());
  const giving = new AbortController();
  const { signal } = giving;
  if (when === 'before') giving.abort();
  const archive = ArchiveWriter.begin({ path, recipients: [recipient], moment: new Date(), signal });
  if (when === 'meanwhile') process.nextTick(() => giving.abort());
  const added = await archive.add('entry', Buffer.from('bytes')).then(
    () => true,
    () => false,
  );
  if (added) throw new Error('the archive went on');
  await archive.abandon();
  await nextTurn();
}

async function main() {
  for (const when of ['before', 'meanwhile']) await giveUp(process.argv[2], when);
}

void main();
