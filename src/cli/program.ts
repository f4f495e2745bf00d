// The commands and their options. What a command does is loaded when it is called: `duecare schema` waits for no browser.
import { Command } from 'commander';
import { PRODUCT_VERSION } from '../common/product-version';
import type { AssessFlags } from './assess.command';
import type { ExitCode } from './exit-codes';
import type { RestoreFlags } from './restore.command';
import type { TraceFlags } from './trace.command';
import type { VerifyAuditLogFlags } from './verify-audit-log.command';
import type { VerifyExportFlags } from './verify-export.command';
import type { VerifyFlags } from './verify.command';

/** `finish` gets the exit code of the command that ran. */
export function buildProgram(finish: (exitCode: ExitCode) => void): Command {
  const program = new Command('duecare')
    .description('Decide with care whether an AI tool may touch client data. Not legal advice.')
    .version(PRODUCT_VERSION, '-V, --version', 'print the version')
    .option('--debug', 'print the stack trace of an unexpected error')
    .showHelpAfterError('(duecare help shows the commands)')
    .configureHelp({ sortSubcommands: false });

  program
    .command('assess')
    .argument('<file>', 'dossier in YAML or JSON; - for standard input')
    .description(
      'assess a dossier and print the result: no server, no database; what it makes is an unsigned draft',
    )
    .option('--out <file>', 'print the report as PDF')
    .option('--json <file>', 'write the assessment as JSON')
    .option('--html <file>', 'write the report as HTML')
    .option('--xlsx <file>', 'write the registers as a workbook')
    .option(
      '--vendor-report <key=file>',
      'write the report on one tool, for the file of its vendor: PDF, or HTML by the ending; may be repeated',
      (one: string, before: string[] = []) => [...before, one],
    )
    .option('--previous <file>', 'compare with this sealed assessment of the practice')
    .option(
      '--as-of <date>',
      "assess for this date (default: the dossier's, else today in the practice's time zone)",
    )
    .action(async (file: string, flags: AssessFlags) => {
      const { assessFile } = await import('./assess.command.js');
      finish(await assessFile(file, flags));
    });

  program
    .command('verify')
    .argument('<file>', 'assessment as JSON; - for standard input')
    .description('check that an assessment is the one that was sealed')
    .option('--key-id <fingerprint>', 'the key that must have sealed it')
    .addHelpText(
      'after',
      '\nExit codes: 0 sealed and intact, 1 does not verify, 2 not an assessment, 3 intact but a draft.',
    )
    .action(async (file: string, flags: VerifyFlags) => {
      const { verifyFile } = await import('./verify.command.js');
      finish(await verifyFile(file, flags));
    });

  program
    .command('backup')
    .argument('<file>', 'archive to write; one that is there is replaced')
    .description('back up every row and file of the installation, encrypted; the server may run meanwhile')
    .action(async (file: string) => {
      const { backUp } = await import('./backup.command.js');
      finish(await backUp(file));
    });

  program
    .command('restore')
    .argument('<file>', 'archive that "duecare backup" or the daily backup wrote')
    .description('restore a backup into an empty database and data folder')
    .option('--key <file>', 'the backup key (default: backup-key.txt in the data folder)')
    .option('--check', 'only check that the archive is whole and can be restored by this version')
    .action(async (file: string, flags: RestoreFlags) => {
      const { restore } = await import('./restore.command.js');
      finish(await restore(file, flags));
    });

  program
    .command('verify-audit-log')
    .description(
      'walk the audit log of every organization and name the first entry that does not fit; reads the database of DATA_FOLDER or DATABASE_URL',
    )
    .option('--organization <id>', 'only the log of this organization')
    .option(
      '--key-id <fingerprint>',
      'a key that may have signed checkpoints, beside the one in the data folder; may be repeated',
      (one: string, before: string[] = []) => [...before, one],
    )
    .addHelpText(
      'after',
      '\nExit codes: 0 intact, 1 does not verify, 2 nothing to read, 3 intact but without a signed checkpoint.',
    )
    .action(async (flags: VerifyAuditLogFlags) => {
      const { verifyAuditLogs } = await import('./verify-audit-log.command.js');
      finish(await verifyAuditLogs(flags));
    });

  program
    .command('verify-export')
    .argument('<file>', 'archive that a practice took: GET .../export')
    .description('check the export of a practice: its signature, every entry, every seal, the audit log')
    .option(
      '--key-id <fingerprint>',
      'a key that may have signed; may be repeated, for an installation that changed its key',
      (one: string, before: string[] = []) => [...before, one],
    )
    .addHelpText(
      'after',
      '\nExit codes: 0 intact and whole, 1 does not verify, 2 not an export, 3 intact but files are lacking.',
    )
    .action(async (file: string, flags: VerifyExportFlags) => {
      const { verifyExportFile } = await import('./verify-export.command.js');
      finish(await verifyExportFile(file, flags));
    });

  program
    .command('schema')
    .description('print the JSON Schema of the dossier')
    .action(async () => {
      const { printSchema } = await import('./schema.command.js');
      finish(printSchema());
    });

  program
    .command('trace')
    .description('print how far the product serves the source documents that it was built from')
    .option('--awaiting', 'list what is still to be built, with the rows that wait for it')
    .addHelpText(
      'after',
      '\nExit codes: 0 every row is served or out of scope, 1 a row is served by nothing or the table does not hold together.',
    )
    .action(async (flags: TraceFlags) => {
      const { printTrace } = await import('./trace.command.js');
      finish(printTrace(flags));
    });

  program
    .command('demo')
    .description('go the whole way with the example practice on a throwaway database; leaves files in demo/')
    .action(async () => {
      const { runDemo } = await import('./demo.command.js');
      finish(await runDemo());
    });

  return program;
}
