"""Lets botocore presign every operation that it can, one JSON object a line.

    python3 presigned.py [--seed N] [--region R] [--all] [service ...]

S3 is told to use version 4 of the signature and the bucket's own host, as every other service does. Inputs, keys and time are
those of signatures.py. `--each N` takes every Nth operation only; test/conformance/presigned.jsonl was made with --each 211, with and
without --all, less what DEVIATIONS.md lists.
"""

import json
import sys

import botocore.session
from botocore import xform_name
from botocore.config import Config

from signatures import KEYS, Inputs, fix_the_world
from values import json_input


def client_of(session, name, region):
    own = {'signature_version': 's3v4', 's3': {'addressing_style': 'virtual'}} if name == 's3' else {}
    return session.create_client(
        name,
        region_name=region,
        aws_access_key_id=KEYS[0],
        aws_secret_access_key=KEYS[1],
        config=Config(endpoint_discovery_enabled=False, **own),
    )


def case(client, maker, operation, everything):
    value = maker.of(operation, everything)
    given = {'operation': operation.name, 'input': json_input(value)}
    if not hasattr(client, xform_name(operation.name)):
        return {**given, 'refused': 'NotOffered: it sends a stream of events'}
    try:
        url = client.generate_presigned_url(xform_name(operation.name), Params=value, ExpiresIn=900)
        return {**given, 'url': url}
    except Exception as error:
        return {**given, 'refused': f'{type(error).__name__}: {error}'[:300]}


def main(arguments):
    options = {'--seed': '1', '--region': 'us-east-1', '--each': '1'}
    everything = False
    while arguments[:1] and arguments[0].startswith('--'):
        if arguments[0] == '--all':
            everything, arguments = True, arguments[1:]
        else:
            options[arguments[0]], arguments = arguments[1], arguments[2:]
    fix_the_world()
    session = botocore.session.Session()
    count = 0
    for name in arguments or session.get_available_services():
        maker = Inputs(f'{options["--seed"]}/{name}')
        client = client_of(session, name, options['--region'])
        for operation_name in client.meta.service_model.operation_names:
            count += 1
            if count % int(options['--each']):
                continue
            operation = client.meta.service_model.operation_model(operation_name)
            one = case(client, maker, operation, everything)
            print(json.dumps({'service': name, 'region': options['--region'], **one}, separators=(',', ':')))


main(sys.argv[1:])
