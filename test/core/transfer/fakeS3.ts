// So much of S3 as a transfer needs, in memory, on a free loopback port: with faults a test asks for.

import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import type { Client, ClientOptions } from '../../../src/core/client.ts';
import { createSend } from '../../../src/core/http/send.ts';
import { clientOf } from '../client/clients.ts';

/** One request as it came, named as the operation it is. */
export interface FakeCall {
  readonly operation: string;
  readonly part: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly range: string | undefined;
  readonly body: Buffer;
}

export interface FakeS3 extends AsyncDisposable {
  readonly client: Client;
  readonly calls: FakeCall[];
  readonly objects: Map<string, Buffer>;
  /** The parts of uploads that are neither completed nor aborted. */
  readonly uploads: Map<string, Map<number, Buffer>>;
  /** Answers instead of the server when it gives true. */
  fault: (call: FakeCall, response: ServerResponse, count: number) => boolean | Promise<boolean>;
  names(): string[];
}

export async function startFakeS3(options: Partial<ClientOptions> = {}): Promise<FakeS3> {
  const server = createServer(async (request, response) => {
    try {
      await answer(s3, request, response);
    } catch {
      response.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const send = createSend();
  const s3: FakeS3 = {
    client: await clientOf('s3', { endpoint: `http://127.0.0.1:${port}`, send, ...options }),
    calls: [],
    objects: new Map(),
    uploads: new Map(),
    fault: () => false,
    names: () => s3.calls.map(({ operation, part }) => (part ? `${operation} ${part}` : operation)),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await send.close();
    },
  };
  return s3;
}

async function answer(s3: FakeS3, request: IncomingMessage, response: ServerResponse) {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://s3');
  const part = searchParams.get('partNumber');
  const call = {
    operation: operationOf(request, searchParams),
    part: part === null ? undefined : Number(part),
    headers: request.headers,
    range:
      String(request.headers.range ?? request.headers['x-amz-copy-source-range'] ?? '') ||
      undefined,
    body: await buffer(request),
  };
  s3.calls.push(call);
  const count = s3.calls.filter(
    (other) =>
      other.operation === call.operation && other.part === call.part && other.range === call.range,
  ).length;
  if (await s3.fault(call, response, count)) return;
  const handler = handlers[call.operation];
  handler?.({
    s3,
    call,
    response,
    key: decodeURIComponent(pathname),
    id: searchParams.get('uploadId') ?? '',
  });
  if (!response.writableEnded) response.end();
}

function operationOf({ method, headers }: IncomingMessage, query: URLSearchParams): string {
  const isPart = query.has('partNumber');
  if (method === 'PUT' && headers['x-amz-copy-source'])
    return isPart ? 'UploadPartCopy' : 'CopyObject';
  if (method === 'PUT') return isPart ? 'UploadPart' : 'PutObject';
  if (method === 'POST')
    return query.has('uploads') ? 'CreateMultipartUpload' : 'CompleteMultipartUpload';
  if (method === 'DELETE') return 'AbortMultipartUpload';
  if (method === 'HEAD') return 'HeadObject';
  return query.has('uploadId') ? 'ListParts' : 'GetObject';
}

interface Handled {
  readonly s3: FakeS3;
  readonly call: FakeCall;
  readonly response: ServerResponse;
  readonly key: string;
  readonly id: string;
}

const handlers: Readonly<Record<string, (handled: Handled) => void>> = {
  PutObject({ s3, call, response, key }) {
    s3.objects.set(key, call.body);
    response.setHeader('etag', etagOf(call.body));
  },
  CreateMultipartUpload({ s3, response }) {
    const id = `upload-${s3.uploads.size + 1}`;
    s3.uploads.set(id, new Map());
    response.end(`<R><UploadId>${id}</UploadId></R>`);
  },
  UploadPart({ s3, call, response, id }) {
    s3.uploads.get(id)?.set(call.part ?? 0, call.body);
    response.setHeader('etag', etagOf(call.body));
    response.setHeader('x-amz-checksum-crc32', crcOf(call.body));
  },
  CompleteMultipartUpload({ s3, call, response, key, id }) {
    const numbers = [...call.body.toString().matchAll(/<PartNumber>(\d+)</g)].map(([, n]) =>
      Number(n),
    );
    s3.objects.set(
      key,
      Buffer.concat(numbers.map((n) => s3.uploads.get(id)?.get(n) ?? Buffer.alloc(0))),
    );
    s3.uploads.delete(id);
    response.end('<R><ETag>"whole"</ETag></R>');
  },
  AbortMultipartUpload({ s3, response, id }) {
    s3.uploads.delete(id);
    response.statusCode = 204;
  },
  ListParts({ s3, response, id }) {
    const parts = [...(s3.uploads.get(id) ?? [])].map(
      ([number, body]) =>
        `<Part><PartNumber>${number}</PartNumber><Size>${body.length}</Size><ETag>${etagOf(body)}</ETag><ChecksumCRC32>${crcOf(body)}</ChecksumCRC32></Part>`,
    );
    response.end(`<R><ChecksumAlgorithm>CRC32</ChecksumAlgorithm>${parts.join('')}</R>`);
  },
  HeadObject({ s3, response, key }) {
    const body = s3.objects.get(key) ?? Buffer.alloc(0);
    response.setHeader('content-length', body.length);
    response.setHeader('content-type', 'text/x-fake');
    response.setHeader('etag', etagOf(body));
  },
  GetObject({ s3, call, response, key }) {
    const body = s3.objects.get(key) ?? Buffer.alloc(0);
    const match = call.headers['if-match'];
    if (match && match !== etagOf(body)) {
      response.statusCode = 412;
      response.end('<Error><Code>PreconditionFailed</Code></Error>');
      return;
    }
    const piece = pieceOf(body, call.range);
    if (call.range) {
      response.statusCode = 206;
      response.setHeader('content-range', `${call.range.replace('=', ' ')}/${body.length}`);
    } else {
      response.setHeader('x-amz-checksum-crc32', crcOf(body));
    }
    response.setHeader('content-length', piece.length);
    response.end(piece);
  },
  CopyObject({ s3, call, response, key }) {
    s3.objects.set(key, s3.objects.get(copySourceOf(call)) ?? Buffer.alloc(0));
    response.end('<CopyObjectResult><ETag>"copy"</ETag></CopyObjectResult>');
  },
  UploadPartCopy({ s3, call, response, id }) {
    const piece = pieceOf(s3.objects.get(copySourceOf(call)) ?? Buffer.alloc(0), call.range);
    s3.uploads.get(id)?.set(call.part ?? 0, piece);
    response.end(`<CopyPartResult><ETag>${etagOf(piece)}</ETag></CopyPartResult>`);
  },
};

function copySourceOf({ headers }: FakeCall): string {
  return `/${decodeURIComponent(String(headers['x-amz-copy-source']))}`;
}

function pieceOf(body: Buffer, range: string | undefined): Buffer {
  const [, start, end] = /bytes=(\d+)-(\d+)/.exec(range ?? '') ?? [];
  return start === undefined ? body : body.subarray(Number(start), Number(end) + 1);
}

export function etagOf(body: Buffer): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}

function crcOf(body: Buffer): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return bytes.toString('base64');
}

/** Bytes that differ all along, always the same. */
export function bytesOf(size: number): Buffer {
  const bytes = Buffer.alloc(size);
  for (let i = 0; i < size; i += 4)
    bytes.writeUInt32LE(Math.imul(i, 2654435761) >>> 0, Math.min(i, size - 4));
  return bytes;
}
