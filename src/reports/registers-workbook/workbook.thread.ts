// What runs in the thread: from the text of a sealed assessment to the bytes of its workbook.
import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import type { SealedAssessment } from '../../assessments/assessment.document';
import { narrowedToService } from '../security-risk-assessment/narrowed-to-service';
import type { AskedWorkbook } from './in-thread';
import { registersOf } from './registers-of';
import { writeWorkbook } from './write-workbook';

async function make({ envelope, service }: AskedWorkbook): Promise<void> {
  const sealed = JSON.parse(envelope) as SealedAssessment;
  const part = service === null ? sealed : narrowedToService(sealed, service);
  if (!part) throw new Error('the assessment has no result for the service of the report');
  parentPort?.postMessage(await writeWorkbook(registersOf(part)));
}

void make(workerData as AskedWorkbook);
