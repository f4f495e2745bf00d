// Practices whose audit log is looked at, and somebody who lays hands on it.
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { vendorBody } from '../factories/records.factory';
import { TestApplication } from '../support/test-application';
import { testDatabase } from '../support/test-database';

export interface Organization {
  id: string;
  key: string;
  at: string;
}

export class LoggedPractices {
  private constructor(
    readonly server: TestApplication,
    /** Somebody with the machine: row-level security does not bind a superuser, and triggers rest for this session. */
    readonly intruder: Client,
  ) {}

  static async start(options: Parameters<typeof TestApplication.start>[0] = {}): Promise<LoggedPractices> {
    const server = await TestApplication.start(options);
    const intruder = new Client({ connectionString: testDatabase().superuserUrl });
    await intruder.connect();
    await intruder.query('set session_replication_role = replica');
    return new LoggedPractices(server, intruder);
  }

  async close(): Promise<void> {
    await this.intruder.end();
    await this.server.close();
  }

  /** A practice with `vendors` vendors. */
  async practice(vendors = 3): Promise<Organization> {
    const organization = await this.server.newOrganization();
    for (let count = 0; count < vendors; count += 1) await this.addVendor(organization);
    return organization;
  }

  async addVendor({ at }: Organization): Promise<void> {
    const created = await this.server.post(`${at}/vendors`, vendorBody({ key: `vendor-${uuidv7()}` }));
    expect(created.status).toBe(201);
  }

  async verified({ at }: Pick<Organization, 'at'>): Promise<any> {
    const { status, body } = await this.server.get(`${at}/audit-log-verification`);
    expect(status).toBe(200);
    return body;
  }

  async signed({ at }: Pick<Organization, 'at'>): Promise<any> {
    const { status, body } = await this.server.call('POST', `${at}/audit-log-checkpoints`);
    expect(status).toBe(201);
    return body;
  }

  async entries({ at }: Pick<Organization, 'at'>): Promise<any[]> {
    return (await this.server.get(`${at}/audit-events?limit=100`)).body.items;
  }
}
