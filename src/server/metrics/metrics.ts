// What is counted and timed of this process, for Prometheus. Labels come from short lists (route patterns, queues, formats): never an id of an
// organization or a person, never an address.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { TIMINGS, type Timing } from '../../common/timings';

const REQUEST_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];
const SCORING_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];
const PRINTING_BUCKETS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 720];

/** What is looked at when somebody asks. */
export interface Sources {
  pools: Readonly<Record<string, { totalCount: number; idleCount: number; waitingCount: number }>>;
  jobs: () => Promise<readonly { queue: string; state: string; count: number }[]>;
}

export class Metrics {
  readonly registry = new Registry();
  private readonly requests: Histogram<'method' | 'route' | 'status_class'>;
  private readonly scoring: Histogram;
  private readonly printing: Histogram<'format' | 'outcome'>;

  constructor() {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'duecare_http_request_duration_seconds',
      help: 'Time from the first byte of a request to the last of its answer, by route pattern',
      labelNames: ['method', 'route', 'status_class'],
      buckets: REQUEST_BUCKETS,
      registers,
    });
    this.scoring = new Histogram({
      name: 'duecare_scoring_duration_seconds',
      help: 'Time to score all services of a practice',
      buckets: SCORING_BUCKETS,
      registers,
    });
    this.printing = new Histogram({
      name: 'duecare_report_printing_duration_seconds',
      help: 'Time to print a report, by format and outcome',
      labelNames: ['format', 'outcome'],
      buckets: PRINTING_BUCKETS,
      registers,
    });
    TIMINGS.scoring.subscribe(this.onScoring);
    TIMINGS.printing.subscribe(this.onPrinting);
  }

  /** Adds what is only known by asking: connections and jobs, at each scrape. */
  ask({ pools, jobs }: Sources): void {
    const registers = [this.registry];
    new Gauge({
      name: 'duecare_database_connections',
      help: 'Connections to the database, by pool and state; `waiting` are callers for whom none is free',
      labelNames: ['pool', 'state'],
      registers,
      collect() {
        for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(pools)) {
          this.set({ pool, state: 'busy' }, totalCount - idleCount);
          this.set({ pool, state: 'idle' }, idleCount);
          this.set({ pool, state: 'waiting' }, waitingCount);
        }
      },
    });
    new Gauge({
      name: 'duecare_jobs',
      help: 'Jobs that wait or are worked on, by queue and state',
      labelNames: ['queue', 'state'],
      registers,
      async collect() {
        for (const { queue, state, count } of await jobs()) this.set({ queue, state }, count);
      },
    });
  }

  /** For Fastify's hook after an answer. */
  readonly onResponse = (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const labels = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status_class: `${Math.floor(reply.statusCode / 100)}xx`,
    };
    this.requests.observe(labels, reply.elapsedTime / 1_000);
    done();
  };

  stop(): void {
    TIMINGS.scoring.unsubscribe(this.onScoring);
    TIMINGS.printing.unsubscribe(this.onPrinting);
    this.registry.clear();
  }

  private readonly onScoring = (message: unknown): void => this.scoring.observe((message as Timing).seconds);

  private readonly onPrinting = (message: unknown): void => {
    const { labels, seconds } = message as Timing;
    this.printing.observe(labels, seconds);
  };
}
