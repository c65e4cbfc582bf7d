"""Lets botocore's own clients build and sign a request for every operation, one JSON object a line.

    python3 signatures.py [--seed N] [--region R] [--each N] [--all] [--wild] [service ...]

Inputs have the required members, with `--all` about half of the others too, with
`--wild` values at the edges (see values.py). Time, keys and ids are fixed, so that signatures
can be compared; JSON bodies are written without spaces, as test/conformance/signedRequests.ts expects them. Nothing is sent. `--each N`
takes every Nth operation only; test/conformance/signatures.jsonl was made with --each 61 and with --all --wild --each 97.
"""

import base64
import datetime
import json
import sys
import time
import types

import botocore.auth
import botocore.compat
import botocore.handlers
import botocore.serialize
import botocore.session
import botocore.signers
import botocore.useragent
import botocore.utils
from botocore import xform_name
from botocore.config import Config

from values import Inputs as Values, json_input

NOW = datetime.datetime(2026, 1, 2, 3, 4, 5)
ID = '00000000-0000-4000-8000-000000000000'
KEYS = ('AKIAIOSFODNN7EXAMPLE', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY')
PLACES = {
    'Bucket': 'amzn-s3-demo-bucket',
    'AccountId': '123456789012',
    'QueueUrl': 'https://queue.amazonaws.com/123456789012/q',
    'accountId': '123456789012',
    'PredictEndpoint': 'https://realtime.machinelearning.us-east-1.amazonaws.com',
    'KvsARN': 'arn:aws:cloudfront::123456789012:key-value-store/00000000-0000-0000-0000-000000000000',
    'CopySource': 'amzn-s3-demo-bucket/key',
}


class Sent(Exception):
    def __init__(self, request):
        self.request = request


class Inputs(Values):
    def member(self, shape, everything, depth):
        if shape.metadata.get('contextParam') or shape.serialization.get('contextParam'):
            return self.text(shape, 'context', ['alpha', 'beta'], ['alpha', 'beta']) if shape.type_name == 'string' else super().member(shape, everything, depth)
        return super().member(shape, everything, depth)

    def of(self, operation, everything):
        shape = operation.input_shape
        if shape is None:
            return {}
        value = self.input(shape, everything, 0 if everything else 5)
        for name in operation.idempotent_members:
            value[name] = ID
        for name, place in PLACES.items():
            if name in value and shape.members[name].type_name == 'string':
                value[name] = place
        return value


def fix_the_world():
    fixed = lambda *_, **__: NOW
    for module in (botocore.auth, botocore.compat, botocore.signers, botocore.utils):
        module.get_current_datetime = fixed
    botocore.auth.time = types.SimpleNamespace(strftime=time.strftime, gmtime=lambda: NOW.timetuple())
    botocore.handlers.uuid = types.SimpleNamespace(uuid4=lambda: ID)
    compact = lambda value, **_: json.dumps(value, separators=(',', ':'), ensure_ascii=False)
    botocore.serialize.json = types.SimpleNamespace(dumps=compact)


def stop(request, **_):
    raise Sent(request)


def client_of(session, name, region):
    # Endpoint discovery would ask over the network.
    config = Config(retries={'mode': 'standard'}, endpoint_discovery_enabled=False)
    client = session.create_client(
        name, region_name=region, aws_access_key_id=KEYS[0], aws_secret_access_key=KEYS[1], config=config
    )
    client.meta.events.register_first('before-send', stop)
    return client


def message_of(request):
    body = request.body or b''
    body = body if isinstance(body, (bytes, bytearray)) else body.encode() if isinstance(body, str) else body.read()
    text = lambda v: v.decode() if isinstance(v, bytes) else str(v)
    unsigned = ('user-agent', 'amz-sdk-invocation-id', 'amz-sdk-request', 'content-length', 'expect')
    headers = {k.lower(): text(v) for k, v in request.headers.items() if k.lower() not in unsigned}
    return {'method': request.method, 'url': request.url, 'headers': headers, 'body': base64.b64encode(body).decode()}


def case(client, maker, operation, everything):
    value = maker.of(operation, everything)
    given = {'operation': operation.name, 'input': json_input(value)}
    if not hasattr(client, xform_name(operation.name)):
        return {**given, 'refused': 'NotOffered: it sends a stream of events'}
    try:
        client._make_api_call(operation.name, value)
    except Sent as sent:
        return {**given, **message_of(sent.request)}
    except Exception as error:
        return {**given, 'refused': f'{type(error).__name__}: {error}'[:300]}
    return {**given, 'refused': 'nothing was sent'}


def main(arguments, client_of, case):
    """Prints the case of each operation asked for; `case(client, inputs, operation, everything)` makes it."""
    options = {'--seed': '1', '--region': 'us-east-1', '--each': '1'}
    flags = {'--all': False, '--wild': False}
    while arguments[:1] and arguments[0].startswith('--'):
        if arguments[0] in flags:
            flags[arguments[0]], arguments = True, arguments[1:]
        else:
            options[arguments[0]], arguments = arguments[1], arguments[2:]
    fix_the_world()
    session = botocore.session.Session()
    count = 0
    for name in arguments or session.get_available_services():
        maker = Inputs(f'{options["--seed"]}/{name}')
        maker.is_wild = flags['--wild']
        client = client_of(session, name, options['--region'])
        model = client.meta.service_model
        for operation_name in model.operation_names:
            count += 1
            if count % int(options['--each']):
                continue
            one = case(client, maker, model.operation_model(operation_name), flags['--all'])
            print(json.dumps({'service': name, 'region': options['--region'], **one}, separators=(',', ':')))


if __name__ == '__main__':
    main(sys.argv[1:], client_of, case)
