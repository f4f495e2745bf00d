import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { recordsController } from '../records/records.controller';
import { CreateModelCardDto, ModelCardResponse, UpdateModelCardDto } from './model-card.dto';
import { MODEL_CARD } from './model-card.record';

@ApiTags('Model cards')
@Controller('v1/organizations/:organizationId/model-cards')
export class ModelCardsController extends recordsController({
  kind: MODEL_CARD,
  create: CreateModelCardDto,
  update: UpdateModelCardDto,
  response: ModelCardResponse,
}) {}
