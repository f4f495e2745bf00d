// The metrics from start to stop: counting, the port, what is asked of the running application.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Settings } from '../../config/settings';
import { listenError } from '../listen-error';
import { Metrics } from './metrics';
import { serveMetrics } from './metrics-server';
import { sourcesOf } from './metrics-sources';

export interface RunningMetrics {
  url: string;
  /** Once the application runs: from here on its pools and queues are looked at too. */
  ask(): void;
  stop(): Promise<void>;
}

const NAMES = { host: 'METRICS_HOST', port: 'METRICS_PORT' };

/**
 * Before the application listens.
 * @param place null: nothing is counted
 * @throws ListenError when the port cannot be had
 */
export async function startMetrics(
  app: NestFastifyApplication,
  place: Settings['metrics'],
): Promise<RunningMetrics | null> {
  if (!place) return null;
  const metrics = new Metrics();
  const server = await serveMetrics(metrics.registry, place).catch((error: unknown) => {
    metrics.stop();
    throw listenError(error, place.host, place.port, NAMES);
  });
  app.getHttpAdapter().getInstance().addHook('onResponse', metrics.onResponse);
  return {
    url: server.url,
    ask: () => metrics.ask(sourcesOf(app)),
    stop: async () => {
      metrics.stop();
      await server.stop();
    },
  };
}
