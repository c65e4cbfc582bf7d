"""Lets botocore presign every operation that it can, one JSON object a line.

    python3 presigned.py [--seed N] [--region R] [--all] [service ...]

S3 is told to use version 4 of the signature and the bucket's own host, as every other service does. Inputs, keys and time are
those of signatures.py. `--each N` takes every Nth operation only; test/conformance/presigned.jsonl was made with --each 211, with and
without --all, less what DEVIATIONS.md lists.
"""

import sys

from botocore import xform_name
from botocore.config import Config

from signatures import KEYS, main
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


if __name__ == '__main__':
    main(sys.argv[1:], client_of, case)
