"""Lets botocore send and read the hand-made cases of test/conformance/wire, one JSON object a line, in the order of the cases.

    python3 wire.py [--seed N] [service ...]

botocore's own clients are used, on the models beside the cases. Time and ids are fixed, so there is no use for a
seed. Nothing is sent.
"""

import base64
import io
import json
import sys
from pathlib import Path

import botocore.session
from botocore.awsrequest import AWSResponse
from botocore.config import Config
from botocore.eventstream import EventStream
from botocore.exceptions import ClientError
from botocore.loaders import Loader
from botocore.response import StreamingBody

from formats import plain
from signatures import KEYS, Sent, fix_the_world, message_of

FOLDER = Path(__file__).parents[2] / 'test' / 'conformance' / 'wire'


class Raw(io.BytesIO):
    def stream(self, **_):
        yield self.read()


def revived(shape, value):
    """An input as botocore takes it, of one as Awscope does: blobs of base64, and numbers that JSON lacks of their names."""
    kind = shape.type_name if shape else None
    if kind == 'structure' and isinstance(value, dict) and not shape.metadata.get('document'):
        return {n: revived(shape.members.get(n), v) for n, v in value.items()}
    if kind == 'list' and isinstance(value, list):
        return [revived(shape.member, v) for v in value]
    if kind == 'map' and isinstance(value, dict):
        return {k: revived(shape.value, v) for k, v in value.items()}
    if kind == 'blob' and isinstance(value, str):
        return base64.b64decode(value)
    if kind in ('float', 'double') and isinstance(value, str):
        return float(value)
    return value


def client_of(session, name):
    config = Config(retries={'mode': 'standard', 'total_max_attempts': 1}, request_min_compression_size_bytes=200)
    return session.create_client(name, region_name='us-east-1', aws_access_key_id=KEYS[0], aws_secret_access_key=KEYS[1], config=config)


def stop(request, **_):
    raise Sent(request)


def request_of(client, operation, one):
    try:
        client._make_api_call(operation.name, revived(operation.input_shape, one.get('input', {})))
    except Sent as sent:
        return message_of(sent.request)
    except Exception as error:
        return {'refused': f'{type(error).__name__}: {error}'[:300]}
    return {'refused': 'nothing was sent'}


def answer_of(client, operation, one):
    receives = one['receives']
    body = bytes.fromhex(receives['hex']) if 'hex' in receives else receives.get('body', '').encode()

    def answer(request, **_):
        return AWSResponse(request.url, receives.get('status', 200), receives.get('headers', {}), Raw(body))

    client.meta.events.register_first('before-send', answer, unique_id='answer')
    try:
        output = client._make_api_call(operation.name, revived(operation.input_shape, one.get('input', {})))
        return {'gives': plain({n: raw(operation.output_shape.members[n], v) for n, v in output.items() if n != 'ResponseMetadata'})}
    except ClientError as error:
        members = {n: v for n, v in error.response.items() if n not in ('Error', 'ResponseMetadata')}
        found, metadata = error.response.get('Error', {}), error.response.get('ResponseMetadata', {})
        about = {'code': found.get('Code', ''), 'message': found.get('Message', ''), 'requestId': metadata.get('RequestId')}
        return {'fails': plain({**about, 'members': members})}
    except Exception as error:
        return {'refused': f'{type(error).__name__}: {error}'[:300]}
    finally:
        client.meta.events.unregister('before-send', answer, unique_id='answer')


def raw(shape, value):
    """botocore gives a body that is a member as a stream, or as text even where it is bytes."""
    if isinstance(value, EventStream):
        return list(value)
    if isinstance(value, StreamingBody):
        return value.read()
    return value.encode() if shape.type_name == 'blob' and isinstance(value, str) else value


def main(arguments):
    names = arguments[2:] if arguments[:1] == ['--seed'] else arguments
    fix_the_world()
    session = botocore.session.Session()
    loader = Loader()
    # Behind its own data, so that it takes its own regions.
    loader.search_paths.append(str(FOLDER / 'models'))
    session.register_component('data_loader', loader)
    for file in sorted(FOLDER.glob('*.json')):
        name, kind = file.name.split('.')[:2]
        if names and name not in names:
            continue
        client = client_of(session, name)
        if kind == 'requests':
            client.meta.events.register_first('before-send', stop)
        for one in json.loads(file.read_text())['cases']:
            operation = client.meta.service_model.operation_model(one['operation'])
            make = request_of if kind == 'requests' else answer_of
            print(json.dumps({'service': name, 'kind': kind, 'name': one['name'], **make(client, operation, one)}))


if __name__ == '__main__':
    main(sys.argv[1:])
