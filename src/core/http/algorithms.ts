// The checksums S3 and others know, each made piece by piece. The CRCs and hashes Node lacks come from AWS's own library.

import { createHash, type Hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { Crc32c, Crc64Nvme } from '@aws-sdk/checksums/crc';
import { Xxh3_64, Xxh3_128, Xxh64 } from '@aws-sdk/checksums/xxh';

export interface Checksum {
  update(chunk: Uint8Array): void;
  /** In base 64. */
  digest(): Promise<string>;
}

/** By the name as it stands in headers, those first that an answer is held to when it has several. */
const algorithms: Readonly<Record<string, () => Checksum>> = {
  xxhash128: () => fromLibrary(new Xxh3_128()),
  xxhash3: () => fromLibrary(new Xxh3_64()),
  crc64nvme: () => fromLibrary(new Crc64Nvme()),
  xxhash64: () => fromLibrary(new Xxh64()),
  crc32c: () => fromLibrary(new Crc32c()),
  crc32: crc32Checksum,
  sha1: () => fromHash(createHash('sha1')),
  sha256: () => fromHash(createHash('sha256')),
  sha512: () => fromHash(createHash('sha512')),
  md5: () => fromHash(createHash('md5')),
};

export const algorithmNames: readonly string[] = Object.keys(algorithms);

/** How to make one; undefined for a name that is not known. */
export function algorithmOf(name: string): (() => Checksum) | undefined {
  return Object.hasOwn(algorithms, name) ? algorithms[name] : undefined;
}

function crc32Checksum(): Checksum {
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
