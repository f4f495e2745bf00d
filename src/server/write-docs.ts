// `npm run docs`: writes what docs/ says of the API from the code. Needs no database: the application is laid out and not started.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppModule } from '../app.module';
import { signingKeyOf } from '../common/signing/signing-key';
import { problemsPage } from '../common/problems/problems-page';
import { PROJECT_ROOT } from '../common/project-root';
import { readSettings } from '../config/settings';
import { FileVault } from '../files/file-vault';
import { rolesPage } from '../permissions/roles-page';
import { SecretBox } from '../common/secret-box';
import { Outbox } from '../mail/outbox';
import { openApiDocument } from './open-api';

async function laidOutApplication(): Promise<NestFastifyApplication> {
  const layout = AppModule.forRoot({
    settings: readSettings({}),
    databaseUrl: 'postgres://nowhere',
    signingKey: signingKeyOf(generateKeyPairSync('ed25519').privateKey),
    vault: new FileVault('nowhere', 'none'),
    secrets: new SecretBox('none'),
    mailer: new Outbox('nowhere'),
  });
  return NestFactory.create<NestFastifyApplication>(layout, new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
}

async function writeDocs(): Promise<void> {
  const app = await laidOutApplication();
  const pages = {
    'openapi.json': `${JSON.stringify(openApiDocument(app), null, 2)}\n`,
    'problems.md': problemsPage(),
    'roles.md': rolesPage(),
  };
  for (const [name, text] of Object.entries(pages)) {
    await writeFile(join(PROJECT_ROOT, 'docs', name), text);
    process.stdout.write(`docs/${name}\n`);
  }
}

void writeDocs();
