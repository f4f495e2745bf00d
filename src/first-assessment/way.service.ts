// Where somebody stands on the way to the first assessment: the steps around each of its pages, and what is on record of the tool that a page is about.
import { Injectable } from '@nestjs/common';
import { DomainError } from '../common/problems/domain.error';
import { Tenancy } from '../database/tenancy';
import { SeeOther } from '../web/page';
import { firstAssessment, type FirstAssessmentRow, type ToolOnTheWay } from './first-assessment.query';
import { neighbours, stepsOf, type Step, type StepCode, type ToolStep } from './steps';
import { wayView, type WayView } from './way.presenter';

export interface PlaceOnTheWay {
  at: string;
  facts: FirstAssessmentRow;
  steps: Step[];
  way: WayView;
}

export interface PlaceAtTool extends PlaceOnTheWay {
  tool: ToolOnTheWay;
}

@Injectable()
export class Way {
  constructor(private readonly tenancy: Tenancy) {}

  /** @param tool of the step, null for one that is about none. @throws DomainError not-found */
  async at(
    organizationId: string,
    code: StepCode,
    tool: { id: string } | null = null,
  ): Promise<PlaceOnTheWay> {
    const query = firstAssessment(organizationId);
    const [facts] = await this.tenancy.readOne<FirstAssessmentRow>(organizationId, query);
    if (!facts) throw new DomainError('not-found', 'There is no organization with this id.');
    const at = `/organizations/${organizationId}`;
    const steps = stepsOf(facts, at);
    return { at, facts, steps, way: wayView(steps, at, code, tool?.id ?? null) };
  }

  /** @throws DomainError not-found */
  async atTool(organizationId: string, code: ToolStep, serviceId: string): Promise<PlaceAtTool> {
    const place = await this.at(organizationId, code, { id: serviceId });
    const tool = place.facts.tools.find(({ id }) => id === serviceId);
    if (!tool) throw new DomainError('not-found', 'There is no tool with this id.');
    return { ...place, tool };
  }
}

/** The step after this one: where a form leads that was taken. */
export function goOn({ steps, at }: PlaceOnTheWay, code: StepCode, toolId: string | null = null): SeeOther {
  const { after } = neighbours(steps, code, toolId);
  return new SeeOther(after?.href ?? `${at}/first-assessment`, 'saved');
}
