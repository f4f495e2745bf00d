// A form as a file: printed, or as plain text for a portal. Both are made anew each time from the text on record.
import { Injectable, StreamableFile } from '@nestjs/common';
import { printNow } from '../reports/printer/print-now';
import { ReportPrinter } from '../reports/printer/report-printer';
import { ConsentFormReader } from './consent-form-reader.service';
import { renderConsentForm } from './render-consent-form';
import { plainTextOf } from './rules/plain-text';

@Injectable()
export class ConsentFormFiles {
  constructor(
    private readonly reader: ConsentFormReader,
    private readonly printer: ReportPrinter,
  ) {}

  /** @throws DomainError not-found; unavailable where no browser is there to print with */
  async pdf(organizationId: string, id: string): Promise<StreamableFile> {
    const { one } = await this.reader.one(organizationId, id);
    const html = renderConsentForm(one.read);
    // The day of the text, not of the printing: the same form gives the same file.
    const madeAt = new Date(`${one.form.adoption?.adoptedOn ?? one.built.asOf}T12:00:00Z`);
    const bytes = await printNow(this.printer, html, madeAt);
    return file(bytes, 'application/pdf', `${one.form.key}.pdf`);
  }

  /** @throws DomainError not-found */
  async text(organizationId: string, id: string): Promise<StreamableFile> {
    const { one } = await this.reader.one(organizationId, id);
    return file(Buffer.from(plainTextOf(one.read)), 'text/plain; charset=utf-8', `${one.form.key}.txt`);
  }
}

function file(bytes: Buffer, type: string, name: string): StreamableFile {
  return new StreamableFile(bytes, { type, disposition: `inline; filename="${name}"`, length: bytes.length });
}
