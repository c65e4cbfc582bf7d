// Prints, in a process that has made no resource yet, what lists of resources cost over the calls that give them:
// node resourceTimes.mjs URL. Milliseconds to make the first 1,000 objects of a bucket, and 1,000 instances, of answers that
// are read already; to make them once more; to read 100,000 objects page by page; and the megabytes that are still held
// after the hundredth page beyond those after the tenth. Wants --expose-gc. What reading the answers left in memory is
// collected before a first time is taken, since moving that costs more than making resources; what they themselves leave
// is collected within it.

import { Session } from '../../dist/core.mjs';

const [url] = process.argv.slice(2);
const options = {
  region: 'eu-west-1',
  environment: {},
  credentials: {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  },
};

async function timeOf(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** A Session of which every list is this answer, read before. */
async function answering(path, service, operation) {
  const real = new Session({ ...options, endpoint: `${url}/${path}` });
  const client = await real.client(service);
  const output = await client.call(operation, service === 's3' ? { Bucket: 'example' } : {});
  const pages = async function* () {
    yield output;
  };
  real.client = async () => ({ service: client.service, pages });
  return real;
}

async function objectsOf(session) {
  const s3 = await session.resource('s3');
  const bucket = s3.get('Bucket', { Name: 'example' });
  bucket.take({ BucketRegion: 'eu-west-1' });
  return bucket.collection('Objects');
}

async function timesOf(collection) {
  const read = async () => {
    const { items } = await collection.page();
    if (items.length !== 1000) throw new Error(`There are ${items.length} resources.`);
  };
  globalThis.gc();
  const first = await timeOf(async () => {
    await read();
    globalThis.gc({ type: 'minor' });
  });
  const later = [];
  for (let i = 0; i < 21; i++) later.push(await timeOf(read));
  return [first, later.sort((a, b) => a - b)[10]];
}

const objects = await objectsOf(await answering('objects', 's3', 'ListObjectsV2'));
const ec2 = await (await answering('instances', 'ec2', 'DescribeInstances')).resource('ec2');
const [first, later] = await timesOf(objects);
const [instances] = await timesOf(ec2.collection('Instances'));

const many = await objectsOf(new Session({ ...options, endpoint: `${url}/pages` }));
let count = 0;
let page = 0;
let early = 0;
const all = await timeOf(async () => {
  for await (const { items } of many.pages()) {
    count += items.length;
    page += 1;
    if (page === 10) {
      globalThis.gc();
      early = process.memoryUsage().heapUsed;
    }
  }
});
if (count !== 100_000) throw new Error(`There are ${count} objects.`);
globalThis.gc();
const held = (process.memoryUsage().heapUsed - early) / 1024 / 1024;
process.stdout.write(JSON.stringify([first, later, instances, all, Math.max(0, held)]));
