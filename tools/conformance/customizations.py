"""Lets botocore's clients build and sign what is code in botocore and not data: its handlers, and S3's sorts of buckets.

    python3 customizations.py [--seed N] [service ...]

There is nothing to choose by the seed here.

A case a line, as of signatures.py, with the settings of the client in both languages. test/conformance/customizations.jsonl
is all of it but what botocore refuses.
"""

import base64
import json
import sys

import botocore.session
from botocore.config import Config

from signatures import ID, KEYS, Sent, fix_the_world, stop
from values import json_input

BUCKET = 'amzn-s3-demo-bucket'
ACCOUNT = '123456789012'
ARNS = [
    f'arn:aws:s3:us-west-2:{ACCOUNT}:accesspoint/ap',
    f'arn:aws:s3:us-west-2:{ACCOUNT}:accesspoint:ap',
    f'arn:aws:s3:us-gov-west-1:{ACCOUNT}:accesspoint/ap',
    f'arn:aws-cn:s3:cn-north-1:{ACCOUNT}:accesspoint/ap',
    f'arn:aws:s3-object-lambda:us-west-2:{ACCOUNT}:accesspoint/ol',
    f'arn:aws:s3-outposts:us-west-2:{ACCOUNT}:outpost/op-01234567890123456/accesspoint/ap',
    f'arn:aws:s3-outposts:us-west-2:{ACCOUNT}:outpost:op-01234567890123456:accesspoint:ap',
    f'arn:aws:s3:us-west-2:{ACCOUNT}:bucket/x',
    'arn:aws:sqs:us-west-2:123456789012:q',
]
BUCKETS = [BUCKET, 'b.with.dots', 'UPPER_case', 'ab', 'name--usw2-az1--x-s3x', '-bad', 'a' * 64]
STYLES = [
    ({}, {}),
    ({'s3': {'addressing_style': 'path'}}, {'s3': {'addressingStyle': 'path'}}),
    ({'s3': {'addressing_style': 'virtual'}}, {'s3': {'addressingStyle': 'virtual'}}),
    ({'s3': {'use_accelerate_endpoint': True}}, {'s3': {'useAccelerateEndpoint': True}}),
    ({'use_dualstack_endpoint': True}, {'useDualstackEndpoint': True}),
    ({'use_fips_endpoint': True}, {'useFipsEndpoint': True}),
    ({'s3': {'use_arn_region': False}}, {'s3': {'useArnRegion': False}}),
    ({'s3': {'payload_signing_enabled': False}}, {'s3': {'payloadSigningEnabled': False}}),
    ({'s3': {'us_east_1_regional_endpoint': 'regional'}}, {'s3': {'usEast1RegionalEndpoint': 'regional'}}),
    ({'request_checksum_calculation': 'when_required'}, {'requestChecksumCalculation': 'when_required'}),
    ({'response_checksum_validation': 'when_required'}, {'responseChecksumValidation': 'when_required'}),
]
KEY = {'Bucket': BUCKET, 'Key': 'a/b c+ü'}
CUSTOMER = {'SSECustomerAlgorithm': 'AES256', 'SSECustomerKey': '0123456789abcdef0123456789abcdef'}
SOURCE_CUSTOMER = {f'CopySource{name}': value for name, value in CUSTOMER.items()}
COPY = {'SourceRegion': 'eu-west-1', 'KmsKeyId': 'k'}
LONG = [{'MetricName': f'metric-{i}', 'Value': 1.5, 'Unit': 'Count'} for i in range(400)]


def cases():
    for settings in STYLES:
        for region in ('us-east-1', 'eu-west-1'):
            for bucket in BUCKETS[:3] + ARNS:
                yield 's3', 'GetObject', {'Bucket': bucket, 'Key': 'a/b c'}, region, settings
    for bucket in BUCKETS + ARNS:
        for operation in ('ListObjectsV2', 'HeadBucket', 'GetBucketLocation', 'GetBucketPolicy'):
            yield 's3', operation, {'Bucket': bucket}, 'us-east-1', STYLES[0]
        yield 's3', 'PutObject', {'Bucket': bucket, 'Key': 'k', 'Body': b'hello'}, 'us-east-1', STYLES[0]
        for endpoint in ('http://127.0.0.1:9000', 'https://s3.example.com/base/'):
            if '127' in endpoint and 'accesspoint' in bucket:
                continue  # A label in front of an IP address, as DEVIATIONS.md says.
            yield 's3', 'GetObject', {'Bucket': bucket, 'Key': '/k//../x'}, 'us-east-1', STYLES[0], endpoint
    for settings in STYLES:
        yield 's3', 'PutObject', {**KEY, 'Body': b'hello'}, 'us-east-1', settings
        yield 's3', 'UploadPart', {**KEY, 'Body': b'', 'PartNumber': 1, 'UploadId': 'u'}, 'us-east-1', settings
        yield 's3', 'PutObject', {**KEY, 'Body': b'hello'}, 'us-east-1', settings, 'http://127.0.0.1:9000'
        yield 's3', 'DeleteObjects', {'Bucket': BUCKET, 'Delete': {'Objects': [{'Key': 'k'}]}}, 'us-east-1', settings
        yield 's3', 'PutBucketPolicy', {'Bucket': BUCKET, 'Policy': '{}'}, 'us-east-1', settings
        yield 's3', 'PutObjectTagging', {**KEY, 'Tagging': {'TagSet': []}, 'ContentMD5': 'XUFAKrxLKna5cZ2REBfFkg=='}, 'us-east-1', settings
        yield 's3', 'GetObject', {**KEY, 'ChecksumMode': 'ENABLED'}, 'us-east-1', settings
    for body in ({}, {'Body': b''}):
        yield 's3', 'PutObject', {**KEY, **body}, 'us-east-1', STYLES[0]
    for md5 in ({}, {'ContentMD5': 'XUFAKrxLKna5cZ2REBfFkg=='}, {'ChecksumSHA256': 'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ='}):
        for endpoint in (None, 'http://127.0.0.1:9000'):
            yield 's3', 'PutObject', {**KEY, 'Body': b'hello', **md5}, 'us-east-1', STYLES[0], endpoint
            yield 's3', 'PutBucketPolicy', {'Bucket': BUCKET, 'Policy': '{}', **({} if 'ChecksumSHA256' in md5 else md5)}, 'us-east-1', STYLES[0], endpoint
    for algorithm in ('CRC32', 'SHA1', 'SHA256'):
        yield 's3', 'PutObject', {**KEY, 'Body': b'hello', 'ChecksumAlgorithm': algorithm}, 'us-east-1', STYLES[0]
        yield 's3', 'DeleteObjects', {'Bucket': BUCKET, 'Delete': {'Objects': [{'Key': 'a\rb'}]}, 'ChecksumAlgorithm': algorithm}, 'us-east-1', STYLES[0]
    for customer in (CUSTOMER, {**CUSTOMER, 'SSECustomerKeyMD5': 'given'}, {**CUSTOMER, 'SSECustomerKey': 'ü' * 16}):
        for operation in ('GetObject', 'HeadObject'):
            yield 's3', operation, {**KEY, **customer}, 'us-east-1', STYLES[0]
        yield 's3', 'PutObject', {**KEY, **customer, 'Body': b'x'}, 'us-east-1', STYLES[0]
        yield 's3', 'CreateMultipartUpload', {**KEY, **customer}, 'us-east-1', STYLES[0]
        yield 's3', 'UploadPart', {**KEY, **customer, 'Body': b'x', 'PartNumber': 1, 'UploadId': 'u'}, 'us-east-1', STYLES[0]
        yield 's3', 'CompleteMultipartUpload', {**KEY, **customer, 'UploadId': 'u', 'MultipartUpload': {'Parts': [{'ETag': '"e"', 'PartNumber': 1}]}}, 'us-east-1', STYLES[0]
        yield 's3', 'CopyObject', {**KEY, **customer, **SOURCE_CUSTOMER, 'CopySource': 'b/k'}, 'us-east-1', STYLES[0]
        yield 's3', 'UploadPartCopy', {**KEY, **customer, **SOURCE_CUSTOMER, 'CopySource': 'b/k', 'PartNumber': 1, 'UploadId': 'u'}, 'us-east-1', STYLES[0]
    for source in (
        '/b/k', 'b/a b/ü+%20', 'b/k?versionId=v+1', 'b/k?versionId=', 'b/k?x=y?versionId=v', ARNS[0] + '/object/a b',
        {'Bucket': 'b', 'Key': 'a b?versionId=x'}, {'Bucket': 'b', 'Key': 'k', 'VersionId': 'v'}, {'Bucket': ARNS[0], 'Key': 'a b'},
        {'Bucket': ARNS[5], 'Key': 'k', 'VersionId': None}, {'Bucket': 'b'},
    ):
        yield 's3', 'CopyObject', {**KEY, 'CopySource': source}, 'us-east-1', STYLES[0]
    for metadata in ({'a': 'b'}, {'a': 'ü'}, {'ü': 'a'}, {'A-b': ' x  y '}):
        yield 's3', 'PutObject', {**KEY, 'Metadata': metadata}, 'us-east-1', STYLES[0]
        yield 's3', 'CreateMultipartUpload', {**KEY, 'Metadata': metadata}, 'us-east-1', STYLES[0]
    yield 's3', 'GetObject', {**KEY, 'ExpectedBucketOwner': ACCOUNT, 'RequestPayer': 'requester'}, 'us-east-1', STYLES[0]
    yield 's3', 'ListObjectsV2', {'Bucket': BUCKET, 'EncodingType': 'url', 'Delimiter': '/', 'Prefix': 'a b'}, 'us-east-1', STYLES[0]
    yield 's3', 'WriteGetObjectResponse', {'RequestRoute': 'route', 'RequestToken': 't', 'Body': b'hello'}, 'us-west-2', STYLES[0]
    yield 's3', 'PutBucketLifecycleConfiguration', {'Bucket': BUCKET, 'LifecycleConfiguration': {'Rules': [{'ID': 'a\nb\r', 'Status': 'Enabled', 'Filter': {'Prefix': '<&'}}]}}, 'us-east-1', STYLES[0]
    yield 's3', 'ListBuckets', {}, 'us-east-1', STYLES[0]
    yield 's3', 'ListDirectoryBuckets', {}, 'us-west-2', STYLES[0]
    for settings in STYLES[:3] + STYLES[4:7]:
        yield 's3control', 'GetAccessPoint', {'AccountId': ACCOUNT, 'Name': 'ap'}, 'us-west-2', settings
        yield 's3control', 'GetBucket', {'Bucket': f'arn:aws:s3-outposts:eu-west-1:{ACCOUNT}:outpost/op-01234567890123456/bucket/b'}, 'us-west-2', settings
        yield 's3control', 'GetAccessPoint', {'Name': f'arn:aws:s3-outposts:us-west-2:{ACCOUNT}:outpost/op-01234567890123456/accesspoint/ap'}, 'us-west-2', settings
    yield 's3control', 'GetBucket', {'AccountId': '210987654321', 'Bucket': f'arn:aws:s3-outposts:us-west-2:{ACCOUNT}:outpost/op-01234567890123456/bucket/b'}, 'us-west-2', STYLES[0]
    for settings in STYLES[-2:]:
        yield 's3control', 'PutBucketPolicy', {'AccountId': ACCOUNT, 'Bucket': f'arn:aws:s3-outposts:us-west-2:{ACCOUNT}:outpost/op-01234567890123456/bucket/b', 'Policy': '{}'}, 'us-west-2', settings
        yield 's3control', 'PutJobTagging', {'AccountId': ACCOUNT, 'JobId': 'job-01', 'Tags': [{'Key': 'k', 'Value': 'v'}]}, 'us-west-2', settings
    yield 's3control', 'CreateBucket', {'Bucket': 'b', 'OutpostId': 'op-01234567890123456'}, 'us-west-2', STYLES[0]
    yield 's3control', 'ListRegionalBuckets', {'AccountId': ACCOUNT, 'OutpostId': 'op-01234567890123456'}, 'us-west-2', STYLES[0]
    yield 's3control', 'GetAccessPoint', {'AccountId': 'bad.account', 'Name': 'ap'}, 'us-west-2', STYLES[0]
    for id in ('/hostedzone/Z1', 'Z1', '/x/y/Z1', '/delegationset/N1', 'a/'):
        yield 'route53', 'GetHostedZone', {'Id': id}, 'us-east-1', STYLES[0]
        yield 'route53', 'CreateHostedZone', {'Name': 'n', 'CallerReference': 'c', 'DelegationSetId': id}, 'us-east-1', STYLES[0]
        yield 'route53', 'GetChange', {'Id': id}, 'us-east-1', STYLES[0]
        yield 'route53', 'GetHealthCheck', {'HealthCheckId': id}, 'us-east-1', STYLES[0]
        yield 'route53', 'ChangeResourceRecordSets', {'HostedZoneId': id, 'ChangeBatch': {'Changes': [{'Action': 'CREATE', 'ResourceRecordSet': {'Name': 'n', 'Type': 'A', 'AliasTarget': {'HostedZoneId': id, 'DNSName': 'd', 'EvaluateTargetHealth': False}}}]}}, 'us-east-1', STYLES[0]
    yield 'ec2', 'RunInstances', {'MinCount': 1, 'MaxCount': 1, 'UserData': '#!/bin/sh ü', 'ClientToken': ID}, 'us-east-1', STYLES[0]
    yield 'ec2', 'RequestSpotInstances', {'LaunchSpecification': {'UserData': 'eA=='}}, 'us-east-1', STYLES[0]
    yield 'autoscaling', 'CreateLaunchConfiguration', {'LaunchConfigurationName': 'l', 'UserData': 'x'}, 'us-east-1', STYLES[0]
    for region in ('us-east-1', 'cn-north-1'):
        yield 'ec2', 'CopySnapshot', {'SourceRegion': 'eu-west-1', 'SourceSnapshotId': 'snap-1'}, region, STYLES[0]
        yield 'ec2', 'CopySnapshot', {'SourceRegion': 'eu-west-1', 'SourceSnapshotId': 'snap-1', 'DestinationRegion': 'us-west-2'}, region, STYLES[0]
        yield 'ec2', 'CopySnapshot', {'SourceRegion': 'eu-west-1', 'SourceSnapshotId': 'snap-1', 'PresignedUrl': 'https://x'}, region, STYLES[0]
        for service in ('rds', 'neptune', 'docdb'):
            yield service, 'CreateDBCluster', {'DBClusterIdentifier': 'c', 'Engine': 'e', **COPY}, region, STYLES[0]
            yield service, 'CreateDBCluster', {'DBClusterIdentifier': 'c', 'Engine': 'e'}, region, STYLES[0]
            yield service, 'CopyDBClusterSnapshot', {'SourceDBClusterSnapshotIdentifier': 's', 'TargetDBClusterSnapshotIdentifier': 't', **COPY}, region, STYLES[0]
            yield service, 'CopyDBClusterSnapshot', {'SourceDBClusterSnapshotIdentifier': 's', 'TargetDBClusterSnapshotIdentifier': 't', **COPY, 'PreSignedUrl': 'https://x'}, region, STYLES[0]
        yield 'rds', 'CopyDBSnapshot', {'SourceDBSnapshotIdentifier': 's', 'TargetDBSnapshotIdentifier': 't', **COPY}, region, STYLES[0]
        yield 'rds', 'CreateDBInstanceReadReplica', {'DBInstanceIdentifier': 'i', 'SourceDBInstanceIdentifier': 's', **COPY}, region, STYLES[0]
        yield 'rds', 'StartDBInstanceAutomatedBackupsReplication', {'SourceDBInstanceArn': 's', **COPY}, region, STYLES[0]
    yield 'rds', 'CopyDBSnapshot', {'SourceDBSnapshotIdentifier': 's', 'TargetDBSnapshotIdentifier': 't', **COPY}, 'us-east-1', STYLES[0], 'http://127.0.0.1:9000'
    for archive in (b'', b'hello'):
        yield 'glacier', 'UploadArchive', {'vaultName': 'v', 'body': archive}, 'us-east-1', STYLES[0]
        yield 'glacier', 'UploadMultipartPart', {'vaultName': 'v', 'uploadId': 'u', 'range': 'bytes 0-1/*', 'body': archive}, 'us-east-1', STYLES[0]
    yield 'glacier', 'UploadArchive', {'vaultName': 'v', 'body': b'x', 'checksum': 'given', 'accountId': ACCOUNT}, 'us-east-1', STYLES[0]
    yield 'glacier', 'ListVaults', {}, 'us-east-1', STYLES[0]
    for url in (f'https://queue.amazonaws.com/{ACCOUNT}/q', f'https://sqs.eu-west-1.amazonaws.com/{ACCOUNT}/q', f'http://localhost:4566/{ACCOUNT}/q', 'q'):
        for region in ('us-east-1', 'eu-west-1'):
            yield 'sqs', 'SendMessage', {'QueueUrl': url, 'MessageBody': 'x'}, region, STYLES[0]
    yield 'apigateway', 'GetRestApis', {}, 'us-east-1', STYLES[0]
    yield 'apigateway', 'GetExport', {'restApiId': 'r', 'stageName': 's', 'exportType': 'swagger', 'accepts': 'application/yaml'}, 'us-east-1', STYLES[0]
    yield 'machinelearning', 'Predict', {'MLModelId': 'm', 'Record': {'a': 'b'}, 'PredictEndpoint': 'https://realtime.machinelearning.us-east-1.amazonaws.com'}, 'us-east-1', STYLES[0]
    yield 'cloudsearchdomain', 'Search', {'query': 'a b', 'returnFields': 'x'}, 'us-east-1', STYLES[0], 'https://search-x.us-east-1.cloudsearch.amazonaws.com'
    yield 'cloudsearchdomain', 'Suggest', {'query': 'a b', 'suggester': 's'}, 'us-east-1', STYLES[0], 'https://search-x.us-east-1.cloudsearch.amazonaws.com'
    yield 'logs', 'CreateExportTask', {'logGroupName': 'g', 'fromTime': 1, 'to': 2, 'destination': 'd'}, 'us-east-1', STYLES[0]
    for disabled, ours in (({}, {}), ({'disable_request_compression': True}, {'disableRequestCompression': True}), ({'request_min_compression_size_bytes': 100}, {'requestMinCompressionSizeBytes': 100})):
        for count in (1, 5, 400):
            yield 'cloudwatch', 'PutMetricData', {'Namespace': 'n', 'MetricData': LONG[:count]}, 'us-east-1', (disabled, ours)
    for service, operation, value in (
        ('cognito-identity', 'GetId', {'IdentityPoolId': 'us-east-1:p'}), ('cognito-identity', 'ListIdentityPools', {'MaxResults': 1}),
        ('sts', 'AssumeRoleWithWebIdentity', {'RoleArn': f'arn:aws:iam::{ACCOUNT}:role/r', 'RoleSessionName': 'session', 'WebIdentityToken': 'token'}),
        ('cognito-idp', 'InitiateAuth', {'AuthFlow': 'USER_PASSWORD_AUTH', 'ClientId': 'c'}), ('sso', 'ListAccounts', {'accessToken': 'token'}),
        ('bedrock-agentcore', 'CreateEvent', {'memoryId': 'memory-0123456789', 'actorId': 'a', 'eventTimestamp': 1714558830.123, 'payload': [], 'clientToken': 'c'}),
        ('dynamodb', 'DescribeEndpoints', {}), ('timestream-query', 'DescribeEndpoints', {}), ('timestream-write', 'DescribeEndpoints', {}),
        ('iot-data', 'Publish', {'topic': 'a/b', 'payload': b'x'}), ('lambda', 'Invoke', {'FunctionName': 'f', 'Payload': b'{}'}),
        ('mediastore-data', 'PutObject', {'Path': 'a/b', 'Body': b'x'}), ('sagemaker-runtime', 'InvokeEndpoint', {'EndpointName': 'e', 'Body': b'x'}),
    ):
        yield service, operation, value, 'us-east-1', STYLES[0]


def client_of(session, name, region, config, endpoint):
    client = session.create_client(
        name, region_name=region, endpoint_url=endpoint, aws_access_key_id=KEYS[0], aws_secret_access_key=KEYS[1],
        config=Config(retries={'mode': 'standard'}, endpoint_discovery_enabled=False, **config),
    )
    client.meta.events.register_first('before-send', stop)
    return client


def answer(client, operation, value):
    try:
        client._make_api_call(operation, value)
    except Sent as sent:
        request = sent.request
        body = request.body or b''
        body = body if isinstance(body, (bytes, bytearray)) else body.encode() if isinstance(body, str) else body.read()
        text = lambda v: v.decode() if isinstance(v, bytes) else str(v)
        headers = {k.lower(): text(v) for k, v in request.headers.items()}
        expects = headers.pop('expect', None) is not None
        for name in ('user-agent', 'amz-sdk-invocation-id', 'amz-sdk-request', 'content-length'):
            headers.pop(name, None)
        given = {'method': request.method, 'url': request.url, 'headers': headers, 'expects': expects}
        return {**given, 'body': base64.b64encode(body).decode()}
    except Exception as error:
        return {'refused': f'{type(error).__name__}: {error}'[:300]}


def main(arguments):
    services = arguments[2:] if arguments[:1] == ['--seed'] else arguments
    fix_the_world()
    session = botocore.session.Session()
    for service, operation, value, region, (config, settings), *endpoint in cases():
        if services and service not in services:
            continue
        endpoint = endpoint[0] if endpoint else None
        place = {'service': service, 'region': region, 'settings': settings, **({'endpoint': endpoint} if endpoint else {})}
        given = json_input(value)
        result = answer(client_of(session, service, region, config, endpoint), operation, value)
        print(json.dumps({**place, 'operation': operation, 'input': given, **result}, separators=(',', ':')))


if __name__ == '__main__':
    main(sys.argv[1:])
