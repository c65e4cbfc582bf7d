"""Asks botocore's endpoint rules for addresses, one JSON object a line.

    python3 endpoints.py [--seed N] [--sample N] [service ...]

Every service, in every region of every partition and in a few that no partition lists, with and without FIPS and dual
stack, with an endpoint of one's own, without a region, and with random values for each parameter that only this service
has. `--sample N` gives about N cases in all, spread over the services.
"""

import itertools
import json
import random
import sys

import botocore.loaders
from botocore.endpoint_provider import EndpointProvider
from botocore.exceptions import EndpointProviderError, EndpointResolutionError

LOADER = botocore.loaders.Loader()
PARTITIONS = LOADER.load_data('partitions')
STRANGE = ['xx-new-1', 'us-east-99', 'cn-new-1', 'us-gov-new-1', 'eu-isoe-new-1', 'aws-global']
ARNS = [
    'arn:aws:s3:us-west-2:123456789012:accesspoint:myendpoint',
    'arn:aws:s3:us-west-2:123456789012:accesspoint/myendpoint',
    'arn:aws:s3::123456789012:accesspoint:mfzwi23gnjvgw.mrap',
    'arn:aws:s3:cn-north-1:123456789012:accesspoint:myendpoint',
    'arn:aws:s3-object-lambda:us-east-1:123456789012:accesspoint/mybanner',
    'arn:aws:s3-outposts:us-east-1:123456789012:outpost:op-01234567890123456:accesspoint:reports',
    'arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-01234567890123456/accesspoint/reports',
    'arn:aws:s3-outposts:us-west-2:123456789012:outpost:op-01234567890123456:bucket:mybucket',
    'arn:aws:s3:us-west-2::accesspoint:myendpoint',
    'arn:aws:sqs:us-west-2:123456789012:q',
    'arn:aws:dynamodb:us-east-1:222222222222:table/t',
    'arn:aws:dynamodb:eu-west-1:222222222222:table/t/index/i',
    'arn:aws:dynamodb:us-east-1:333333333333:table/t/stream/2024-01-01T00:00:00.000',
    'arn:aws:kinesis:us-east-1:123456789012:stream/s',
    'arn:aws:kinesis:us-west-2:123456789012:stream/s/consumer/c:1',
    'arn:aws:cloudfront::123456789012:key-value-store/00000000-0000-0000-0000-000000000000',
    'arn:aws-cn:kinesis:cn-north-1:123456789012:stream/s',
    'arn:x',
    'nothing like an ARN',
]
BUCKETS = ARNS[:9] + [
    'bucket', 'a.b.c', 'Bucket', 'b_1', 'ab', '99a', 'bucket.', '-bucket', 'x' * 64, 'a..b', '192.168.0.1',
    'mybucket--use1-az1--x-s3', 'mybucket--usw2-lax1-az1--x-s3', 'mybucket--abcd-ab1--xa-s3', 'bucket--op-s3',
    'test-accessp-e0000075o--op-s3', 'test-accessp-o01234567890123456000000e0000075o--op-s3', 'bucket name',
]
STRINGS = {
    'Bucket': BUCKETS,
    'ResourceArnList': None,
    'EndpointId': ['abc123.456def', 'badactor.com?foo=bar', 'a b', ''],
    'StreamId': ['s-1', 'abc'],
    'OperationType': ['control', 'data', 'other'],
    'AccountId': ['123456789012', '', '1234', '/?invalid', 'a.b'],
    'AccountIdEndpointMode': ['preferred', 'disabled', 'required', 'x'],
    'ApiType': ['ControlPlane', 'DataPlane'],
    'OutpostId': ['op-123', 'op-01234567890123456', 'a.b', ''],
    'AccessPointName': ['apname', ARNS[5], 'a.b', 'apname--usw2-az1--xa-s3'],
    'Key': ['key', 'a/b'],
    'Prefix': ['a/'],
    'CopySource': ['bucket/key'],
}


def regions():
    return [r for p in PARTITIONS['partitions'] for r in p['regions']] + STRANGE


def random_value(name, kind, source):
    if kind == 'boolean':
        return source.random() < 0.5
    if kind == 'stringarray':
        return source.sample(ARNS, source.choice([0, 1, 2]))
    return source.choice(STRINGS.get(name) or ARNS)


def common_cases():
    for region, fips, dual in itertools.product(regions(), (False, True), (False, True)):
        yield {'Region': region, 'UseFIPS': fips, 'UseDualStack': dual}
    for fips, dual in itertools.product((False, True), (False, True)):
        yield {'UseFIPS': fips, 'UseDualStack': dual}
        for region in ('us-east-1', 'cn-north-1', None):
            given = {'UseFIPS': fips, 'UseDualStack': dual, 'Endpoint': 'https://example.com:8443/a/path'}
            yield given if region is None else {**given, 'Region': region}
    yield {'Region': 'us-east-1', 'Endpoint': 'http://127.0.0.1:4566'}


def own_cases(parameters, source, count):
    own = {n: p['type'].lower() for n, p in parameters.items() if n not in ('Region', 'UseFIPS', 'UseDualStack', 'Endpoint')}
    if not own:
        return
    for _ in range(count):
        case = {'Region': source.choice(['us-east-1', 'us-west-2', 'eu-west-1', 'cn-north-1', 'us-gov-west-1', 'aws-global', 'us-iso-east-1'])}
        for name, share in (('UseFIPS', 0.15), ('UseDualStack', 0.2)):
            case[name] = source.random() < share
        if source.random() < 0.1:
            case['Endpoint'] = source.choice(['https://example.com', 'http://10.0.1.12:433', 'https://10.0.1.12:433/path'])
        share = source.choice([0.1, 0.3, 0.6])
        for name, kind in own.items():
            if source.random() < (share if kind == 'boolean' else 0.6):
                case[name] = random_value(name, kind, source)
        yield case


def answer(provider, params):
    try:
        endpoint = provider.resolve_endpoint(**params)
    except EndpointResolutionError as error:
        return {'error': str(error)}
    except EndpointProviderError as error:
        return {'error': str(error)}
    except Exception as error:
        return {'broken': f'{type(error).__name__}: {error}'}
    found = {'url': endpoint.url, 'properties': endpoint.properties, 'headers': endpoint.headers}
    return {name: value for name, value in found.items() if value}


def main(arguments):
    options = {'--seed': '1', '--sample': '0'}
    while arguments[:1] and arguments[0] in options:
        options[arguments[0]], arguments = arguments[1], arguments[2:]
    sample = int(options['--sample'])
    names = arguments or LOADER.list_available_services('service-2')
    for name in names:
        source = random.Random(options['--seed'] + name)
        rules = LOADER.load_service_model(name, 'endpoint-rule-set-1')
        provider = EndpointProvider(rules, PARTITIONS)
        own = list(own_cases(rules['parameters'], source, 4000 if name.startswith('s3') else 600))
        common = [c for c in common_cases() if 'UseDualStack' in rules['parameters'] or c.pop('UseDualStack', True) in (True, False)]
        if sample:
            common = source.sample(common, max(1, round(sample * 0.65 / len(names))))
            own = own[: sample // (5 if name == 's3' else 60)]
        seen = set()
        for params in common + own:
            key = json.dumps(params, sort_keys=True)
            if key not in seen:
                seen.add(key)
                params = {k: v for k, v in params.items() if v is not False or k not in ('UseFIPS', 'UseDualStack')}
                print(json.dumps({'service': name, 'params': params, **answer(provider, params)}, separators=(',', ':')))


main(sys.argv[1:])
