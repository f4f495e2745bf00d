import { createServer } from 'node:net';
import { ClusterPaths } from './cluster-paths';
import { ServerAddress } from './connection-url';
import { ServerLockFile } from './postmaster-pid';
import { ServerAccount } from './server-account';
import { prepareSocketFolder, socketFolderOf } from './socket-folder';

/** On a unix socket the port is only a part of the socket's name. */
const SOCKET_PORT = 5432;
const LOCAL_HOST = '127.0.0.1';

/** Where a server that is about to start shall listen: a unix socket, or on Windows a free port of this machine only. */
export async function newServerAddress(
  paths: ClusterPaths,
  account: ServerAccount | undefined,
): Promise<ServerAddress> {
  if (process.platform === 'win32') return { host: LOCAL_HOST, port: await freePort() };
  const folder = await socketFolderOf(paths);
  await prepareSocketFolder(folder, paths, account);
  return { host: folder, port: SOCKET_PORT };
}

/** Where a running server listens; it wrote so itself, and may have been started with another temporary folder than ours. */
export async function addressOf(server: ServerLockFile, paths: ClusterPaths): Promise<ServerAddress> {
  if (process.platform === 'win32') return { host: LOCAL_HOST, port: server.port };
  return { host: server.socketFolder || (await socketFolderOf(paths)), port: SOCKET_PORT };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, LOCAL_HOST, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
