// duecare assess with a dossier that can be used: what it prints and what it leaves.
import { stringify } from 'yaml';
import { aDossier } from '../factories/dossier.factory';
import { ensureBuilt } from '../support/built-server';
import { CommandFolder } from '../support/duecare-command';
import type { SealedAssessment } from '../../src/assessments/assessment.document';

const NO_BROWSER = { PUPPETEER_EXECUTABLE_PATH: '/nowhere/browser' };
const STACK_TRACE = /^\s+at .+:\d+/m;

const practice = (folder: CommandFolder) => folder.file('practice.yaml', stringify(aDossier()));

let folder: CommandFolder;

beforeAll(ensureBuilt, 180_000);
beforeEach(() => (folder = new CommandFolder()));
afterEach(() => folder.remove());

describe('duecare assess', () => {
  it('prints a line per tool and leaves the assessment as JSON, HTML and PDF', async () => {
    const args = ['assess', practice(folder), '--json', 'sra.json', '--html', 'sra.html', '--out', 'sra.pdf'];
    const { exitCode, stdout, stderr } = await folder.run(args);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: expect.stringContaining('Printing sra.pdf'),
    });
    expect(stdout).toMatch(/Tool\s+Decision\s+Level\s+Why/);
    expect(stdout).toMatch(/^Northlight Scribe\s+\S/m);
    expect(stdout).toContain('Not legal advice.');
    expect(folder.read('sra.pdf').slice(0, 5)).toBe('%PDF-');
    expect(folder.read('sra.html')).toContain('Northlight Scribe');
    expect(folder.names()).toEqual(['practice.yaml', 'sra.html', 'sra.json', 'sra.pdf']);
    expect((await folder.run(['verify', 'sra.json'])).exitCode).toBe(3);
  });

  it('writes nothing when no file is asked for, and reads standard input', async () => {
    const { exitCode, stdout } = await folder.run(['assess', '-'], JSON.stringify(aDossier()));
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Northlight Scribe');
    expect(folder.names()).toEqual([]);
  });

  it('assesses for the date asked for', async () => {
    const { exitCode } = await folder.run([
      'assess',
      practice(folder),
      '--as-of',
      '2027-03-01',
      '--json',
      'sra.json',
    ]);
    const { document } = JSON.parse(folder.read('sra.json')) as SealedAssessment;
    expect([exitCode, document.asOf, document.dossier.asOf]).toEqual([0, '2027-03-01', '2027-03-01']);
  });

  it('without a browser leaves JSON and HTML, says how to get the PDF, and ends with exit code 3', async () => {
    const { exitCode, stdout, stderr } = await folder.run(
      ['assess', practice(folder), '--out', 'sra.pdf'],
      '',
      NO_BROWSER,
    );
    expect(exitCode).toBe(3);
    expect(stdout).toContain('Northlight Scribe');
    expect(stderr).toMatch(/No PDF was made\..*Install/);
    expect(stderr).not.toMatch(STACK_TRACE);
    expect(folder.names()).toEqual(['practice.yaml', 'sra.html', 'sra.json']);
  });

  it('leaves the registers as a workbook, whether there is a browser or not', async () => {
    const args = ['assess', practice(folder), '--xlsx', 'registers.xlsx'];
    const { exitCode, stderr } = await folder.run(args, '', NO_BROWSER);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: 'Wrote registers.xlsx\n' });
    expect(folder.read('registers.xlsx').slice(0, 2)).toBe('PK');
    expect(folder.names()).toEqual(['practice.yaml', 'registers.xlsx']);
  });

  it('leaves the report on one service as HTML, for the file of its vendor', async () => {
    const args = ['assess', practice(folder), '--vendor-report', 'northlight-scribe=scribe.html'];
    const { exitCode, stderr } = await folder.run(args, '', NO_BROWSER);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: 'Wrote scribe.html\n' });
    expect(folder.read('scribe.html')).toContain('Vendor report: Northlight Scribe');
    expect(folder.names()).toEqual(['practice.yaml', 'scribe.html']);
  });

  it('does not write what it leaves over the dossier', async () => {
    const dossier = JSON.stringify(aDossier());
    folder.file('sra.json', dossier);
    const { exitCode } = await folder.run(['assess', 'sra.json', '--out', 'sra.pdf'], '', NO_BROWSER);
    expect(exitCode).toBe(3);
    expect(folder.read('sra.json')).toBe(dossier);
    expect(folder.names()).toContain('sra.assessment.json');
  });
});
