import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InstallationStore } from './installation-store.ts';

const algorithm = 'aes-256-gcm';

/** The setting's text as a key. Throws with the sentence that says how to make one. */
export function installationKey(text: string): Buffer {
  const key = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64');
  if (key.length === 32) return key;
  throw new Error(
    'SLACK_INSTALLATIONS_KEY must be 32 bytes in hex or base64: make one with `openssl rand -hex 32`.',
  );
}

/** One encrypted file a workspace. A file that was changed, or moved to another workspace's name, does not open. */
export function createFolderInstallations(folder: string, key: Buffer): InstallationStore {
  const fileOf = (team: string) => {
    if (!/^\w{1,40}$/.test(team)) throw new Error('No id of a workspace');
    return join(folder, `${team}.sealed`);
  };
  return {
    async store(team, installation) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = fileOf(team);
      const fresh = `${file}.${randomBytes(6).toString('hex')}`;
      await writeFile(fresh, seal(JSON.stringify(installation), team, key), { mode: 0o600 });
      await rename(fresh, file);
    },
    async fetch(team) {
      const sealed = await readFile(fileOf(team)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      return sealed && (JSON.parse(unseal(sealed, team, key)) as unknown);
    },
    remove: (team) => rm(fileOf(team), { force: true }),
  };
}

function seal(text: string, team: string, key: Buffer): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(team));
  const closed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), closed]);
}

function unseal(sealed: Buffer, team: string, key: Buffer): string {
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, 12), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(team)).setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
}
