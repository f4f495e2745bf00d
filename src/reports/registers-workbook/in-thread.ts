// A workbook made in a thread of its own: that of a practice of 40 services computes for seconds, in which the server would answer nobody.
// From the text of the document on: reading it, too, takes longer than a request may wait. How many threads run at once is how many jobs
// print reports at once.
import { join } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { PROJECT_ROOT } from '../../common/project-root';

export interface AskedWorkbook {
  /** the sealed assessment as JSON */
  envelope: string;
  /** key of the one service that the workbook is about; null for the whole */
  service: string | null;
}

/** A document that needs more, or longer, fails its job; the server goes on. */
const BOUNDS = { megabytes: 2_048, milliseconds: 120_000 };

/** The bytes that `registersWorkbook` gives for the same document. */
export function registersWorkbookInThread(asked: AskedWorkbook): Promise<Buffer> {
  const worker = new Worker(join(__dirname, `workbook.thread${EXTENSION}`), {
    workerData: asked,
    resourceLimits: { maxOldGenerationSizeMb: BOUNDS.megabytes },
    ...COMPILING,
  });
  const timer = setTimeout(() => void worker.terminate(), BOUNDS.milliseconds);
  return new Promise<Buffer>((resolve, reject) => {
    worker.once('message', (content: Uint8Array) => resolve(Buffer.from(content)));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the thread ended before the workbook was made')));
  }).finally(() => clearTimeout(timer));
}

/** Under Jest this is TypeScript, and a thread does not have Jest's compiler. */
const EXTENSION = __filename.endsWith('.ts') ? '.ts' : '.js';
const COMPILING: WorkerOptions =
  EXTENSION === '.ts'
    ? { execArgv: ['--require', join(PROJECT_ROOT, 'test', 'support', 'typescript-in-threads.cjs')] }
    : {};
