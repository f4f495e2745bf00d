import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../records/records.controller';
import { CreateDataFlowDto, DataFlowResponse, UpdateDataFlowDto } from './data-flow.dto';
import { DATA_FLOW } from './data-flow.record';

@ApiTags('Data flows')
@Controller('v1/organizations/:organizationId/data-flows')
export class DataFlowsController extends recordsController({
  kind: DATA_FLOW,
  create: CreateDataFlowDto,
  update: UpdateDataFlowDto,
  response: DataFlowResponse,
}) {}
