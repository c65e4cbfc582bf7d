// The answers the benchmarks are measured on: of the size and make that AWS sends, with no two items alike.

import { hex, repeat } from './instances.ts';

/** STS GetCallerIdentity: the smallest answer there is. */
export function callerIdentity(): string {
  return (
    '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>' +
    '<Arn>arn:aws:iam::123456789012:user/alice</Arn><UserId>AIDACKCEVSQ6C2EXAMPLE</UserId><Account>123456789012</Account>' +
    '</GetCallerIdentityResult><ResponseMetadata><RequestId>01234567-89ab-cdef-0123-456789abcdef</RequestId></ResponseMetadata>' +
    '</GetCallerIdentityResponse>'
  );
}

/** S3 ListObjectsV2 with `count` keys from the number `first` on, about 370 bytes each; without `next` it is the last page. */
export function objectsPage(count: number, first = 0, next?: string): string {
  const token = next ? `<NextContinuationToken>${next}</NextContinuationToken>` : '';
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">' +
    `<Name>example-bucket</Name><Prefix></Prefix>${token}<KeyCount>${count}</KeyCount><MaxKeys>1000</MaxKeys>` +
    `<EncodingType>url</EncodingType><IsTruncated>${next !== undefined}</IsTruncated>` +
    `${repeat(count, (i) => objectEntry(first + i))}</ListBucketResult>`
  );
}

function objectEntry(i: number): string {
  return (
    `<Contents><Key>logs/2026/11/${String(i % 30).padStart(2, '0')}/service-${i % 7}/part-${String(i).padStart(6, '0')}.json.gz</Key>` +
    `<LastModified>2026-11-${String((i % 28) + 1).padStart(2, '0')}T12:${String(i % 60).padStart(2, '0')}:30.000Z</LastModified>` +
    `<ETag>&quot;${hex(i, 32)}&quot;</ETag><ChecksumAlgorithm>CRC32</ChecksumAlgorithm><ChecksumType>FULL_OBJECT</ChecksumType>` +
    `<Size>${1000 + i * 37}</Size><StorageClass>STANDARD</StorageClass></Contents>`
  );
}

/** IAM ListUsers with `count` users, about 345 bytes each. */
export function usersPage(count: number): string {
  return (
    '<ListUsersResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">\n  <ListUsersResult>\n    <IsTruncated>false</IsTruncated>\n' +
    `    <Users>\n${repeat(count, user)}    </Users>\n  </ListUsersResult>\n` +
    '  <ResponseMetadata>\n    <RequestId>01234567-89ab-cdef-0123-456789abcdef</RequestId>\n  </ResponseMetadata>\n</ListUsersResponse>\n'
  );
}

function user(i: number): string {
  const lastUse =
    i % 3 === 0
      ? ''
      : `        <PasswordLastUsed>2026-11-${day(i)}T12:${two(i % 60)}:30Z</PasswordLastUsed>\n`;
  return `      <member>
        <Path>/division-${i % 9}/team-${i % 31}/</Path>
        <UserName>person.number-${i}</UserName>
        <UserId>AIDA${hex(i, 13).toUpperCase()}EXAMPLE</UserId>
        <Arn>arn:aws:iam::123456789012:user/division-${i % 9}/team-${i % 31}/person.number-${i}</Arn>
        <CreateDate>2024-03-${day(i)}T07:${two(i % 60)}:11Z</CreateDate>
${lastUse}      </member>
`;
}

/** DynamoDB Scan with `count` items, about 746 bytes each: 1,405 of them are the megabyte a page may have. */
export function scanPage(count: number): string {
  const Items = Array.from({ length: count }, (_, i) => item(i));
  return JSON.stringify({ Count: count, Items, ScannedCount: count });
}

function item(i: number): object {
  return {
    pk: { S: `customer#${hex(i, 12)}` },
    sk: { S: `order#2026-11-${day(i)}#${i}` },
    total: { N: String(1999 + i * 37) },
    paid: { BOOL: i % 3 === 0 },
    note: i % 7 === 0 ? { NULL: true } : { S: `left with the neighbour at number ${i}` },
    tags: { SS: ['fragile', `zone-${i % 12}`, 'prepaid'] },
    address: {
      M: {
        street: { S: `${i} Example Street` },
        city: { S: ['Dublin', 'Frankfurt', 'Stockholm', 'Paris'][i % 4] },
        postcode: { S: hex(i, 6) },
        location: { M: { lat: { N: `53.${i}` }, lon: { N: `-6.${i}` } } },
      },
    },
    lines: {
      L: Array.from({ length: 3 }, (_, line) => ({
        M: {
          sku: { S: `sku-${hex(i * 3 + line, 8)}` },
          quantity: { N: String(line + 1) },
          price: { N: `${line * 7 + 3}.95` },
        },
      })),
    },
    ...(i % 5 === 0 ? { digest: { B: Buffer.from(hex(i, 32)).toString('base64') } } : {}),
  };
}

/** CloudWatch Logs FilterLogEvents with `count` events, about 340 bytes each. */
export function eventsPage(count: number): string {
  const events = Array.from({ length: count }, (_, i) => ({
    logStreamName: `2026/11/${day(i)}/[$LATEST]${hex(i % 40, 32)}`,
    timestamp: 1_795_000_000_000 + i * 137,
    message: `2026-11-${day(i)}T12:${two(i % 60)}:30.000Z ${hex(i, 36)} INFO request ${i} to /orders/${i % 977} took ${i % 431} ms\n`,
    ingestionTime: 1_795_000_001_000 + i * 137,
    eventId: hex(i, 56),
  }));
  return JSON.stringify({ events, searchedLogStreams: [], nextToken: hex(count, 40) });
}

function day(i: number): string {
  return two((i % 28) + 1);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
