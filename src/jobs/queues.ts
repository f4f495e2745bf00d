// The queues and what their jobs carry: ids only. A new queue is one line here; the owner makes it at the next start.

export interface QueueJobs {
  'print-report': { organizationId: string; reportId: string };
  'rescore-organization': { organizationId: string };
  'sign-audit-log': { organizationId: string };
  'purge-idempotency-keys': Record<string, never>;
  'purge-ways-in': Record<string, never>;
  'back-up': { what: 'installation' };
}

export type QueueName = keyof QueueJobs;

interface QueueOptions {
  retryLimit: number;
  retryDelay: number;
  retryBackoff: boolean;
  expireInSeconds: number;
}

/**
 * A job whose process died comes back after `expireInSeconds`, which must be longer than its work may take: a print has up to twelve minutes,
 * twice when its browser dies, and a first print unpacks a browser.
 */
export const QUEUES: Readonly<Record<QueueName, QueueOptions>> = {
  'print-report': { retryLimit: 2, retryDelay: 2, retryBackoff: true, expireInSeconds: 900 },
  'rescore-organization': { retryLimit: 2, retryDelay: 30, retryBackoff: true, expireInSeconds: 300 },
  'sign-audit-log': { retryLimit: 2, retryDelay: 30, retryBackoff: true, expireInSeconds: 300 },
  'purge-idempotency-keys': { retryLimit: 2, retryDelay: 60, retryBackoff: true, expireInSeconds: 300 },
  'purge-ways-in': { retryLimit: 2, retryDelay: 60, retryBackoff: true, expireInSeconds: 300 },
  'back-up': { retryLimit: 1, retryDelay: 300, retryBackoff: false, expireInSeconds: 4 * 3600 },
};

export const QUEUE_SCHEMA = 'pgboss';
