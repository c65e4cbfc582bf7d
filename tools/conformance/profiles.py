"""Writes what botocore makes of the profiles in profileCases.py, one JSON object a line.

    python3 tools/conformance/profiles.py > test/conformance/profiles.jsonl

Every case runs in a process of its own, with the caches of the AWS CLI 2 and a local server in the place of STS, IAM Identity
Center, the sign-in service, the container's agent and the metadata service. The first line holds what the server answers by
default; each other one a case and what came of it: keys, the method that gave them, the account, minutes until they expire, or
the class of the error and AWS's code for it; the requests the server got; the cache files that were written. Nothing leaves the machine.
"""

import json
import os
import re
import sys
import tempfile
import threading
import time
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import botocore.credentials
import botocore.exceptions
import botocore.session
import botocore.tokens
from botocore.utils import JSONFileCache
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, utils

from profileCases import CASES, DEFAULTS


class Crt:
    """What botocore takes from awscrt for `aws login`, by another library."""

    def __init__(self, key):
        self.key = key

    @classmethod
    def new_key_from_der_data(cls, der):
        return cls(serialization.load_der_private_key(der, None))

    def get_public_coords(self):
        numbers = self.key.public_key().public_numbers()
        return numbers.x.to_bytes(32, 'big'), numbers.y.to_bytes(32, 'big')

    def sign(self, digest):
        return self.key.sign(digest, ec.ECDSA(utils.Prehashed(hashes.SHA256())))

    @staticmethod
    def decode_der_signature_to_padded_pair(signature, pad_to):
        return b''.join(part.to_bytes(pad_to, 'big') for part in utils.decode_dss_signature(signature))


def new_dpop_key():
    key = ec.generate_private_key(ec.SECP256R1())
    form = serialization.PrivateFormat.TraditionalOpenSSL
    pem = key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
    return json.dumps(pem.decode())[1:-1]


class Filling:
    """Puts values into the places of a text."""

    def __init__(self, server, home):
        self.values = {'server': server, 'home': home, 'dpop': new_dpop_key()}

    def fill(self, text, **more):
        return re.sub('<<([^<>]*)>>', lambda found: self.value(found[1], {**self.values, **more}), text)

    @staticmethod
    def value(name, values):
        moment = re.fullmatch(r'(ms|utc)?([+-]\d+)m', name)
        if not moment:
            return values[name]
        then = datetime.now(timezone.utc) + timedelta(minutes=int(moment[2]))
        if moment[1] == 'ms':
            return str(int(then.timestamp() * 1000))
        return then.strftime('%Y-%m-%dT%H:%M:%S') + ('UTC' if moment[1] else 'Z')


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(('127.0.0.1', 0), Handler)
        self.url = f'http://127.0.0.1:{self.server_address[1]}'
        self.begin({}, None)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def begin(self, answers, filling):
        self.answers = {label: list(a) if isinstance(a, list) else [a] for label, a in {**DEFAULTS, **answers}.items()}
        self.filling = filling
        self.calls = []

    def answer(self, label):
        answers = self.answers.get(label, [{'status': 404, 'body': ''}])
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def handle_error(self, request, client_address):
        """A client that hangs up is part of the cases."""


class Handler(BaseHTTPRequestHandler):
    def handle_any(self):
        url = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get('content-length') or 0)).decode()
        form = dict(parse_qsl(body, keep_blank_values=True)) if 'Action=' in body else {}
        label = form.get('Action') or f'{self.command} {url.path}'
        self.server.calls.append(describe(label, self.headers, url.query, form, body))
        answer = self.server.answer(label)
        time.sleep(answer.get('delay', 0))
        if answer.get('close'):
            self.connection.close()
            return
        role = form.get('RoleArn', '').split('/')[-1]
        content = self.server.filling.fill(answer['body'], role=role).encode()
        self.send_response(answer.get('status', 200))
        for name, value in {**answer.get('headers', {}), 'content-length': str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PUT = handle_any

    def log_message(self, *_):
        pass


NOTED = ['x-amz-sso_bearer_token', 'x-aws-ec2-metadata-token', 'x-aws-ec2-metadata-token-ttl-seconds']


def describe(label, headers, query, form, body):
    call = {'call': label}
    signed = re.search(r'Credential=([^/]+)', headers.get('authorization') or '')
    if signed:
        call['by'] = signed[1]
    elif headers.get('authorization') is not None:
        call['authorization'] = headers['authorization']
    call.update({name: headers[name] for name in NOTED if headers.get(name) is not None})
    if query:
        call['query'] = dict(parse_qsl(query))
    if form:
        call['form'] = {k: v for k, v in form.items() if k not in ('Action', 'Version') and not re.search(r'-session-\d+$', v)}
    elif body:
        call['body'] = json.loads(body)
    if headers.get('dpop'):
        call['isBound'] = True
    return call


def minutes_left(moment):
    return round((moment - datetime.now(timezone.utc)).total_seconds() / 60)


def run(case, filling):
    botocore.credentials.EC = Crt
    home = filling.values['home']
    session = botocore.session.Session(profile=case['profile'])
    cache = JSONFileCache(f'{home}/.aws/cli/cache')
    for owner in (botocore.credentials.SSOProvider, botocore.tokens.SSOTokenProvider):
        owner._SSO_TOKEN_CACHE_DIR = f'{home}/.aws/sso/cache'
    try:
        resolver = session.get_component('credential_provider')
        for method in ('assume-role', 'assume-role-with-web-identity', 'sso'):
            resolver.get_provider(method).cache = cache
        resolver.get_provider('assume-role')._prompter = lambda prompt: '123456'
        credentials = session.get_credentials()
        if credentials is None:
            return {'method': None}
        frozen = credentials.get_frozen_credentials()
        expiry = getattr(credentials, '_expiry_time', None)
        return {
            'method': credentials.method,
            'keys': [frozen.access_key, frozen.secret_key, frozen.token],
            'account': frozen.account_id,
            'minutes': None if expiry is None or case.get('jitter') else minutes_left(expiry),
        }
    except botocore.exceptions.ClientError as error:
        return {'error': 'ClientError', 'awsCode': error.response['Error']['Code']}
    except Exception as error:
        return {'error': type(error).__name__}


def in_child(work):
    """What `work` returns, in a process of its own."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            with os.fdopen(writer, 'w') as out:
                json.dump(work(), out)
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as answer:
        text = answer.read()
    os.waitpid(child, 0)
    return json.loads(text)


def environment_of(case, server, home):
    environment = {'HOME': home, 'PATH': '/usr/bin:/bin', 'AWS_RETRY_MODE': 'standard', 'AWS_MAX_ATTEMPTS': '1',
                   'AWS_DEFAULT_REGION': 'us-east-1',
                   'AWS_ENDPOINT_URL': server, 'AWS_EC2_METADATA_SERVICE_ENDPOINT': server, **case['environment']}
    return {name: value for name, value in environment.items() if value is not None}


def write_files(case, filling):
    home = filling.values['home']
    files = {'config': case['config'], 'credentials': case['credentials'], **case['files']}
    written = {}
    for name, text in files.items():
        path = Path(home, '.aws', name).resolve()
        path.parent.mkdir(parents=True, exist_ok=True)
        written[path] = filling.fill(text)
        path.write_text(written[path])
    return written


def cache_files(home, before):
    """By their names below ~/.aws, those that are new or not what they were."""
    root = Path(home, '.aws').resolve()
    found = {}
    for path in sorted(root.glob('*/cache/*.json')):
        text = path.read_text()
        if before.get(path) != text:
            found[str(path.relative_to(root))] = plain(json.loads(text))
    return found


def plain(value):
    if isinstance(value, dict):
        return {name: plain(member) for name, member in value.items() if name not in ('ResponseMetadata', 'dpopKey')}
    moment = re.fullmatch(r'(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(Z|UTC)', value) if isinstance(value, str) else None
    if moment is None:
        return value
    then = datetime.fromisoformat(moment[1]).replace(tzinfo=timezone.utc)
    return f'{minutes_left(then):+d}m {moment[2]}'


def record(case, server):
    with tempfile.TemporaryDirectory() as home:
        filling = Filling(server.url, home)
        before = write_files(case, filling)
        server.begin(case['answers'], filling)
        environment = environment_of(case, server.url, home)

        def work():
            os.environ.clear()
            os.environ.update({name: filling.fill(value) for name, value in environment.items()})
            return run(case, filling)

        outcome = in_child(work)
        return {**case, **outcome, 'calls': server.calls, 'written': cache_files(home, before)}


def main(names):
    server = Server()
    print(json.dumps({'defaults': DEFAULTS}))
    for case in CASES:
        if names and case['name'] not in names:
            continue
        kept = {name: value for name, value in record(case, server).items() if value not in ('', {}, [], None) or name in ('method', 'profile')}
        print(json.dumps(kept, ensure_ascii=False), flush=True)
    print(f'{len(CASES)} cases', file=sys.stderr)


main(sys.argv[1:])
