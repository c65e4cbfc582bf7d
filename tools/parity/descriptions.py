"""Prints boto3's descriptions of resources: one JSON object with its version and the newest description of each service."""

import json
import pathlib

import boto3

data = pathlib.Path(boto3.__file__).parent / 'data'
newest = {
    folder.name: max(folder.glob('*/resources-1.json'))
    for folder in sorted(data.iterdir())
    if any(folder.glob('*/resources-1.json'))
}
services = {name: json.loads(file.read_text('utf8')) for name, file in newest.items()}
print(json.dumps({'version': boto3.__version__, 'services': services}))
