// The checksums S3 and others know, each made piece by piece. The CRCs and hashes Node lacks come from AWS's own library,
// which is loaded with the first of them.

import { createHash, type Hash } from 'node:crypto';

export interface Checksum {
  update(chunk: Uint8Array): void;
  /** In base 64. */
  digest(): Promise<string>;
}

export type MakeChecksum = () => Promise<Checksum>;

/** By the name as it stands in headers, those first that an answer is held to when it has several. */
const algorithms: Readonly<Record<string, MakeChecksum>> = {
  xxhash128: async () => fromLibrary(new (await loadHashes()).Xxh3_128()),
  xxhash3: async () => fromLibrary(new (await loadHashes()).Xxh3_64()),
  crc64nvme: async () => fromLibrary(new (await loadCrcs()).Crc64Nvme()),
  xxhash64: async () => fromLibrary(new (await loadHashes()).Xxh64()),
  crc32c: async () => fromLibrary(new (await loadCrcs()).Crc32c()),
  crc32: crc32Checksum,
  sha1: async () => fromHash(createHash('sha1')),
  sha256: async () => fromHash(createHash('sha256')),
  sha512: async () => fromHash(createHash('sha512')),
  md5: async () => fromHash(createHash('md5')),
};

export const algorithmNames: readonly string[] = Object.keys(algorithms);

/** How to make one; undefined for a name that is not known. */
export function algorithmOf(name: string): MakeChecksum | undefined {
  return Object.hasOwn(algorithms, name) ? algorithms[name] : undefined;
}

const loadHashes = () => import('@aws-sdk/checksums/xxh');
const loadCrcs = () => import('@aws-sdk/checksums/crc');

async function crc32Checksum(): Promise<Checksum> {
  const { crc32 } = await import('node:zlib');
  let value = 0;
  return {
    update(chunk) {
      value = crc32(chunk, value);
    },
    async digest() {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(value);
      return bytes.toString('base64');
    },
  };
}

function fromHash(hash: Hash): Checksum {
  return {
    update: (chunk) => void hash.update(chunk),
    digest: async () => hash.digest('base64'),
  };
}

interface LibraryChecksum {
  update(data: Uint8Array): void;
  digest(): Promise<Uint8Array>;
}

function fromLibrary(checksum: LibraryChecksum): Checksum {
  return {
    update: (chunk) => checksum.update(chunk),
    digest: async () => Buffer.from(await checksum.digest()).toString('base64'),
  };
}
