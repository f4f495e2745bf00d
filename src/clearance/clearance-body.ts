// The body of a question: before anything else is said of it, it is looked over for who a client is.
import { Injectable, type ArgumentMetadata, type Type } from '@nestjs/common';
import type { Constructor } from '../common/fields';
import { fitsSchema } from '../common/fields/fits-schema';
import { RequestValidation } from '../common/http/request-validation';
import { DomainError } from '../common/problems/domain.error';
import { clientIdentityIn, clientIdentityInIds } from './client-identity';
import type { EvaluationsRequest } from './evaluation.dto';

@Injectable()
export class ClearanceBody extends RequestValidation {
  protected override readonly isScreened = false;

  constructor(private readonly type: Type<unknown> & Constructor) {
    super(type);
  }

  override transform(value: unknown, metadata: ArgumentMetadata): unknown {
    // Bytes that nobody has read as JSON: a file, say.
    if (Buffer.isBuffer(value)) return super.transform(value, metadata);
    const fits = fitsSchema(this.type, value);
    const found = fits ? clientIdentityInIds(value as EvaluationsRequest) : clientIdentityIn(value);
    if (found.length > 0) throw refusal(found);
    if (fits) return value;
    return super.transform(value, metadata);
  }
}

function refusal(pointers: readonly string[]): DomainError {
  const detail = 'Something here says, or could say, who a client is. Leave it out.';
  return new DomainError(
    'client-identity-refused',
    'The request says, or could say, who a client is. Nothing of it was stored.',
    pointers.map((pointer) => ({ pointer, code: 'client-identity', detail })),
  );
}
