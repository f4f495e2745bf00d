// The two steps by which a finding comes to its end: an action is done, and somebody looks whether it works.
import { Injectable } from '@nestjs/common';
import { DomainError } from '../common/problems/domain.error';
import type { Caller } from '../identity/caller';
import type { RecordRow } from '../records/record-kind';
import { RecordsService } from '../records/records.service';
import type { CreateFindingDto } from './finding.dto';
import { FINDING } from './finding.record';
import type { CompleteActionDto, ReviewFindingDto } from './finding-work.dto';

export interface FindingTarget {
  organizationId: string;
  id: string;
  /** as it was read */
  version: number;
}

type StoredFinding = RecordRow & CreateFindingDto;

@Injectable()
export class FindingWork {
  constructor(private readonly records: RecordsService) {}

  /** @throws DomainError records-incoherent when there is no such action, or it is done already; stale-version */
  async complete(target: FindingTarget, caller: Caller, body: CompleteActionDto): Promise<RecordRow> {
    const { actions } = await this.read(target);
    const place = (actions ?? []).findIndex(({ key }) => key === body.action);
    const action = actions?.[place];
    if (!action) throw refused('unknown-subject', 'is no corrective action of this finding');
    if (action.doneOn) {
      const detail = `is done already, on ${action.doneOn}; reopen the finding and add a new action`;
      throw refused('completed-twice', detail);
    }
    const { doneOn, done, evidenceKeys } = body;
    const completed = { ...action, doneOn, done, evidenceKeys };
    const changed = (actions ?? []).map((one) => (one === action ? completed : one));
    return this.store(target, caller, { actions: changed }, `/actions/${place}`);
  }

  /** @throws DomainError records-incoherent when an action is open, or who looks owns one; stale-version */
  async review(target: FindingTarget, caller: Caller, body: ReviewFindingDto): Promise<RecordRow> {
    const { actions, reviews } = await this.read(target);
    const review = { ...body, actionsSeen: (actions ?? []).length };
    const place = `/reviews/${(reviews ?? []).length}`;
    return this.store(target, caller, { reviews: [...(reviews ?? []), review] }, place);
  }

  private async read({ organizationId, id }: FindingTarget): Promise<StoredFinding> {
    return (await this.records.get(FINDING, organizationId, id)) as StoredFinding;
  }

  /** @param place of what was said in the record, so that a fault points into what was sent */
  private async store(
    { organizationId, id, version }: FindingTarget,
    caller: Caller,
    changes: object,
    place: string,
  ): Promise<RecordRow> {
    try {
      return await this.records.update(FINDING, organizationId, caller, { id, version }, changes);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const faults = error.faults.map((fault) =>
        fault.pointer.startsWith(`${place}/`)
          ? { ...fault, pointer: fault.pointer.slice(place.length) }
          : fault,
      );
      throw new DomainError(error.code, error.detail, faults, error.retryAfterSeconds);
    }
  }
}

function refused(code: 'unknown-subject' | 'completed-twice', detail: string): DomainError {
  return new DomainError('records-incoherent', 'This action cannot be completed; nothing was saved.', [
    { pointer: '/action', code, detail },
  ]);
}
