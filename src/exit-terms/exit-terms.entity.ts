import { Column, Entity } from 'typeorm';
import type { CalendarDate } from '../common/calendar-date';
import type { YesNoUnknown } from '../common/words';
import { KeyedRecord } from '../records/keyed-record.entity';
import type { ExportCost } from './exit-terms.fields';

@Entity('exit_terms')
export class ExitTerms extends KeyedRecord {
  @Column('text', { name: 'service_key' })
  service: string;

  @Column('text', { name: 'export_formats', array: true, nullable: true })
  exportFormats: string[] | null;

  @Column('date', { name: 'export_tested_on', nullable: true })
  exportTestedOn: CalendarDate | null;

  @Column('text', { name: 'export_cost' })
  exportCost: ExportCost;

  @Column('text', { name: 'export_cost_note', nullable: true })
  exportCostNote: string | null;

  @Column('integer', { name: 'transition_days', nullable: true })
  transitionDays: number | null;

  @Column('integer', { name: 'deletion_days', nullable: true })
  deletionDays: number | null;

  @Column('integer', { name: 'backup_days', nullable: true })
  backupDays: number | null;

  @Column('text', { name: 'certificate_of_destruction' })
  certificateOfDestruction: YesNoUnknown;

  @Column('integer', { name: 'notice_days', nullable: true })
  noticeDays: number | null;

  @Column('text', { name: 'covers_insolvency' })
  coversInsolvency: YesNoUnknown;

  @Column('text', { name: 'covers_change_of_control', nullable: true })
  coversChangeOfControl: YesNoUnknown | null;

  @Column('text', { name: 'agreement_key', nullable: true })
  agreement: string | null;
}
