"""Makes wire-format cases from botocore's models and lets botocore itself answer them, one JSON object a line.

    python3 cases.py [--seed N] [service ...]

Five kinds: "request" (an input and the request botocore builds), "faults" (a spoiled input and how many faults botocore
finds in it), "response" (a made-up answer and the output botocore reads from it) and "error" (the same for an error);
"excluded" names an operation that streams events. compare.ts feeds them to the formats in src/core/protocols.
Needs the Python package botocore, nothing else.
"""

import base64
import datetime
import json
import random
import sys
from xml.sax.saxutils import escape, quoteattr

import botocore.loaders
import botocore.model
import botocore.parsers
import botocore.serialize
import botocore.validate
from botocore.awsrequest import HeadersDict, prepare_request_dict
from urllib.parse import urlencode

WORDS = ['a', 'b c', 'x/y', 'ü€', 'q&a', '<t>', 'p+q', "it's", 'z~-._*', '"q"', '100%', 'l1\nl2']
PLAIN = ['alpha', 'beta', 'gamma-1', 'delta_2']
CBOR = 'smithy-rpc-v2-cbor'


class Maker:
    """Random values for shapes: as input, and as the bytes a service would answer with."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def text(self, shape, words):
        if shape.metadata.get('enum'):
            return self.random.choice(shape.metadata['enum'])
        text = self.random.choice(words)
        return text * max(1, -(-shape.metadata.get('min', 0) // len(text)))

    def integer(self, shape, wide):
        low = int(shape.metadata.get('min', 0))
        return low + self.random.choice([0, 1, 7, 300, 70000] + ([2**53 + 1, 2**62 + 3] if wide else []))

    def scalar(self, shape, words=WORDS):
        kind = shape.type_name
        if kind in ('string', 'character'):
            return self.text(shape, words)
        if kind in ('integer', 'long'):
            return self.integer(shape, kind == 'long')
        if kind in ('float', 'double'):
            return shape.metadata.get('min', 0) + self.random.choice([0.25, 1.5, 100.75])
        if kind == 'boolean':
            return self.random.random() < 0.5
        if kind == 'timestamp':
            return self.random.choice(
                [1714558830, '2024-05-01T10:20:30Z', '2024-05-01T10:20:30.123Z', '1999-12-31T23:59:59+01:00', '2024-02-29']
            )
        return bytes(self.random.randrange(256) for _ in range(self.random.randrange(1, 9)))

    def names(self, shape, depth, everything):
        required = shape.metadata.get('required', [])
        if shape.metadata.get('union'):
            return [self.random.choice(list(shape.members))]
        if depth > 4:
            return list(required)
        share = 1 if everything and depth == 0 else 0.5
        return [n for n in shape.members if n in required or self.random.random() < share]

    def input(self, shape, everything, depth=0):
        kind = shape.type_name
        if shape.serialization.get('jsonvalue') and shape.serialization.get('location') == 'header':
            return {'k': [1, 'two']}
        if kind == 'structure':
            if shape.metadata.get('document'):
                return {'k': [1, 'two', None, {'x': True}]}
            return {n: self.member(shape.members[n], everything, depth) for n in self.names(shape, depth, everything)}
        if kind == 'list':
            least = shape.metadata.get('min', 0)
            count = max(least, 0 if depth > 5 else self.random.choice([0, 1, 2]) if not least else least)
            return [self.input(shape.member, everything, depth + 1) for _ in range(min(count, 5) if least < 5 else least)]
        if kind == 'map':
            if depth > 5:
                return {}
            keys = {self.text(shape.key, WORDS) for _ in range(2)}
            return {k: self.input(shape.value, everything, depth + 1) for k in sorted(keys)}
        return self.scalar(shape)

    def member(self, shape, everything, depth):
        location = shape.serialization.get('location')
        if shape.serialization.get('hostLabel'):
            return 'label'
        if location in ('header', 'headers') and shape.type_name in ('string', 'map'):
            if shape.type_name == 'map':
                return {'alpha': 'beta', 'Gamma': 'delta'}
            if not shape.serialization.get('jsonvalue'):
                return self.text(shape, PLAIN)
        return self.input(shape, everything, depth + 1)

    def spoil(self, shape, value, depth=0):
        """The value with one or more faults in it, at random places."""
        kind = shape.type_name
        if shape.metadata.get('document') or shape.serialization.get('jsonvalue'):
            return value
        if depth > 0 and self.random.random() < 0.1:
            return self.random.choice([None, [], {}, -1, '', 'text', 0.5])
        if kind == 'structure' and isinstance(value, dict):
            spoiled = {n: self.spoil(shape.members[n], v, depth + 1) for n, v in value.items()}
            if spoiled and self.random.random() < 0.15:
                spoiled.pop(self.random.choice(list(spoiled)))
            if self.random.random() < 0.15:
                spoiled['notInTheModel'] = 1
            return spoiled
        if kind == 'list' and isinstance(value, list):
            return [self.spoil(shape.member, v, depth + 1) for v in value]
        if kind == 'map' and isinstance(value, dict):
            return {k: self.spoil(shape.value, v, depth + 1) for k, v in value.items()}
        return value

    # What a service would answer with.

    def output_names(self, shape, depth):
        names = [n for n, m in shape.members.items() if 'location' not in m.serialization and not m.serialization.get('eventstream')]
        if shape.metadata.get('union') and names:
            return [self.random.choice(names)]
        return [n for n in names if depth <= 4 and self.random.random() < 0.7]

    def wire_timestamp(self, shape, default):
        form = shape.serialization.get('timestampFormat', default).lower()
        if form == 'unixtimestamp':
            return self.random.choice([1714558830, 1714558830.25, 0, -5])
        if form == 'rfc822':
            return 'Wed, 01 May 2024 10:20:30 GMT'
        return self.random.choice(
            ['2024-05-01T10:20:30Z', '2024-05-01T10:20:30.123Z', '1999-12-31T23:59:59+01:00', '0001-01-01T00:00:00Z', '2024-05-01T10:20:30.123456Z']
        )

    def tree(self, shape, binary, depth=0):
        kind = shape.type_name
        if kind == 'structure':
            if shape.metadata.get('document'):
                return {'k': [1, 'two', None, {'x': 2**60}]}
            tree = {}
            for n in self.output_names(shape, depth):
                name = n if binary else shape.members[n].serialization.get('name', n)
                tree[name] = self.tree(shape.members[n], binary, depth + 1)
            if not shape.metadata.get('union'):
                if self.random.random() < 0.2:
                    tree['notInTheModel'] = {'x': [1]}
                if self.random.random() < 0.2 and shape.members:
                    n = self.random.choice(list(shape.members))
                    tree[n if binary else shape.members[n].serialization.get('name', n)] = None
            return tree
        if kind == 'list':
            return [self.tree(shape.member, binary, depth + 1) for _ in range(0 if depth > 5 else self.random.choice([0, 1, 2]))]
        if kind == 'map':
            if depth > 5:
                return {}
            return {self.text(shape.key, WORDS): self.tree(shape.value, binary, depth + 1)}
        if kind == 'timestamp':
            return self.wire_timestamp(shape, 'unixtimestamp')
        if kind == 'blob':
            return base64.b64encode(self.scalar(shape)).decode()
        return self.scalar(shape)

    def xml(self, shape, name, depth=0):
        """The elements of one member, as text."""
        kind = shape.type_name
        if kind == 'structure':
            return element(name, self.xml_members(shape, depth), self.xml_attributes(shape))
        if kind == 'list':
            return self.xml_list(shape, name, depth)
        if kind == 'map':
            return self.xml_map(shape, name, depth)
        if kind == 'timestamp':
            return element(name, str(self.wire_timestamp(shape, 'iso8601')))
        if kind == 'blob':
            return element(name, base64.b64encode(self.scalar(shape)).decode())
        if kind == 'boolean':
            return element(name, self.random.choice(['true', 'false']))
        if kind in ('string', 'character'):
            text = self.random.choice([self.text(shape, WORDS), '', ' padded '])
            if self.random.random() < 0.1:
                return element(name, f'<![CDATA[{text}]]><!-- x -->tail')
            return element(name, escape(text))
        return element(name, str(self.scalar(shape)))

    def xml_members(self, shape, depth, without=()):
        parts = []
        for n in self.output_names(shape, depth):
            member = shape.members[n]
            if member.serialization.get('xmlAttribute') or n in without:
                continue
            parts.append(self.xml(member, xml_name(member, n), depth + 1))
            if self.random.random() < 0.2:
                parts.append(self.random.choice(['\n  ', '<!-- <a> -->', '']))
        if not shape.metadata.get('union') and self.random.random() < 0.2:
            parts.append('<notInTheModel><x a="1>"/>y</notInTheModel>')
        return ''.join(parts)

    def xml_attributes(self, shape):
        text = ''
        for n, member in shape.members.items():
            if member.serialization.get('xmlAttribute'):
                name = member.serialization['name']
                prefix = name.split(':')[0]
                text += f' xmlns:{prefix}="http://www.w3.org/2001/XMLSchema-instance" {name}={quoteattr(self.text(member, PLAIN))}'
        return text

    def xml_list(self, shape, name, depth):
        flattened = shape.serialization.get('flattened')
        item_name = name if flattened else shape.member.serialization.get('name', 'member')
        count = 0 if depth > 5 else self.random.choice([1, 2] if flattened else [0, 1, 2])
        items = ''.join(self.xml(shape.member, item_name, depth + 1) for _ in range(count))
        return items if flattened else element(name, items)

    def xml_map(self, shape, name, depth):
        key = element(shape.key.serialization.get('name', 'key'), escape(self.text(shape.key, WORDS)))
        value = self.xml(shape.value, shape.value.serialization.get('name', 'value'), depth + 1)
        if shape.serialization.get('flattened'):
            return element(name, key + value)
        return element(name, element('entry', key + value))

    def headers(self, shape):
        headers = {'x-amzn-requestid': 'request-1'}
        for n, member in shape.members.items():
            location = member.serialization.get('location')
            name = member.serialization.get('name', n)
            if location == 'headers':
                headers[name + 'alpha'] = 'one'
            elif location == 'header' and self.random.random() < 0.7:
                headers[name] = self.header(member)
        return headers

    def header(self, shape):
        if shape.serialization.get('jsonvalue'):
            return base64.b64encode(b'{"a": [1]}').decode()
        if shape.type_name == 'timestamp':
            return str(self.wire_timestamp(shape, 'rfc822'))
        if shape.type_name == 'list':
            return 'alpha, beta'
        if shape.type_name == 'boolean':
            return self.random.choice(['true', 'false'])
        return str(self.scalar(shape, PLAIN))


def element(name, content, attributes=''):
    return f'<{name}{attributes}>{content}</{name}>' if content else f'<{name}{attributes}/>'


def xml_name(shape, name):
    if shape.type_name == 'list' and shape.serialization.get('flattened'):
        return shape.member.serialization.get('name') or shape.serialization.get('name', name)
    return shape.serialization.get('name', name)


def plain(value):
    """A value as JSON, with the types JSON lacks under a name."""
    if isinstance(value, (bytes, bytearray)):
        return {'$bytes': base64.b64encode(value).decode()}
    if isinstance(value, datetime.datetime):
        value = value if value.tzinfo else value.replace(tzinfo=datetime.timezone.utc)
        epoch = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
        return {'$date': round((value - epoch) / datetime.timedelta(microseconds=1))}
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items() if k != 'ResponseMetadata'}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    return value


def json_input(value):
    """An input as Awscope takes it: blobs in base64."""
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, dict):
        return {k: json_input(v) for k, v in value.items()}
    if isinstance(value, list):
        return [json_input(v) for v in value]
    return value


def request_case(maker, protocol, operation, everything):
    value = maker.input(operation.input_shape, everything) if operation.input_shape else {}
    # As botocore's handlers set it for this service.
    precision = 'millisecond' if operation.service_model.service_name == 'bedrock-agentcore' else 'default'
    serializer = botocore.serialize.create_serializer(protocol, timestamp_precision=precision)
    try:
        request = serializer.serialize_to_request(value, operation)
    except Exception as error:
        return {'input': json_input(value), 'refused': type(error).__name__ + ': ' + str(error)[:300]}
    prepare_request_dict(request, 'https://host')
    body = request['body']
    if isinstance(body, dict):
        body = urlencode([(k, v) for k, v in body.items()], doseq=True).encode()
    if isinstance(body, str):
        body = body.encode()
    return {
        'input': json_input(value),
        'method': request['method'],
        'url': request['url'].split('https://', 1)[1].split('/', 1)[1],
        'headers': {k.lower(): v for k, v in request['headers'].items()},
        'body': base64.b64encode(body).decode(),
    }


def faults_case(maker, operation):
    value = maker.spoil(operation.input_shape, maker.input(operation.input_shape, True))
    found = botocore.validate.ParamValidator().validate(value, operation.input_shape)
    return {'input': json_input(value), 'faults': [list(map(str, error[:2])) for error in found._errors]}


def streams(operation):
    shapes = [s for s in (operation.input_shape, operation.output_shape) if s]
    return any(s.event_stream_name for s in shapes)


def response_body(maker, protocol, operation, shape):
    payload = shape.serialization.get('payload')
    target = shape.members[payload] if payload else shape
    if target.type_name in ('string', 'blob'):
        return b'raw body'
    if protocol in ('json', 'rest-json'):
        return json.dumps(maker.tree(target, False)).encode()
    if protocol == CBOR:
        return cbor_bytes(protocol, maker, target)
    namespace = ' xmlns="http://example.com/doc/"'
    root = f'{operation.name}Response'
    content = maker.xml_members(target, 0)
    wrapper = shape.serialization.get('resultWrapper')
    if wrapper:
        content = element(wrapper, content) + '<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata>'
    return f'<?xml version="1.0"?>\n{element(root, content, namespace)}'.encode()


def cbor_bytes(protocol, maker, shape):
    body = bytearray()
    serializer = botocore.serialize.RpcV2CBORSerializer()
    serializer._serialize_data_item(body, maker.input(shape, False), shape)
    return bytes(body)


def answer_case(parser, body, headers, status, shape):
    response = {'body': body, 'headers': HeadersDict(headers), 'status_code': status, 'context': {}}
    case = {'status': status, 'headers': headers, 'body': base64.b64encode(body).decode()}
    try:
        case['output'] = plain(parser.parse(response, shape))
    except Exception as error:
        case['refused'] = type(error).__name__ + ': ' + str(error)[:300]
    return case


def response_case(maker, protocol, operation):
    shape = operation.output_shape
    body = response_body(maker, protocol, operation, shape) if shape else b''
    headers = maker.headers(shape) if shape else {}
    if shape is None and protocol in ('query', 'ec2'):
        body = b'<R/>'
    return answer_case(botocore.parsers.create_parser(protocol), body, headers, 200, shape)


def error_case(maker, protocol, service, shape):
    parser = botocore.parsers.create_parser(protocol)
    headers = maker.headers(shape)
    code = shape.error_code
    if protocol in ('json', 'rest-json'):
        tree = maker.tree(shape, False)
        tree['__type'] = f'com.amazonaws.x#{code}'
        if protocol == 'rest-json':
            headers['x-amzn-ErrorType'] = f'{code}:http://internal.amazon.com/x/'
        body = json.dumps(tree).encode()
    else:
        inner = f'<Code>{escape(code)}</Code><Message>why</Message>' + maker.xml_members(shape, 0, without=('Code', 'Message'))
        error = element('Error', inner)
        if protocol == 'ec2':
            body = element('Response', element('Errors', error) + '<RequestID>r</RequestID>').encode()
        elif service.service_name == 's3':
            body = error.encode()
        else:
            body = element('ErrorResponse', error + '<RequestId>r</RequestId>').encode()
    generic = answer_case(parser, body, headers, 400, None)
    modelled = answer_case(parser, body, headers, 400, shape)
    return {**generic, 'members': modelled.get('output'), 'refused': generic.get('refused') or modelled.get('refused')}


def protocols_of(service):
    names = [service.resolved_protocol]
    if CBOR in (service.metadata.get('protocols') or []):
        names.append(CBOR)
    return names


def cases_of(name, loader, seed):
    service = botocore.model.ServiceModel(loader.load_service_model(name, 'service-2'), name)
    for protocol in protocols_of(service):
        maker = Maker(f'{seed}/{name}/{protocol}')
        for operation_name in service.operation_names:
            operation = service.operation_model(operation_name)
            head = {'service': name, 'protocol': protocol, 'operation': operation_name}
            if streams(operation):
                yield {**head, 'kind': 'excluded'}
                continue
            for everything in (False, True):
                yield {**head, 'kind': 'request', **request_case(maker, protocol, operation, everything)}
                yield {**head, 'kind': 'response', **response_case(maker, protocol, operation)}
            if operation.input_shape:
                yield {**head, 'kind': 'faults', **faults_case(maker, operation)}
        if protocol == CBOR or not service.operation_names:
            continue
        head = {'service': name, 'protocol': protocol, 'operation': service.operation_names[0]}
        for shape in service.error_shapes:
            yield {**head, 'kind': 'error', 'shape': shape.name, **error_case(maker, protocol, service, shape)}


def main(arguments):
    seed = '1'
    if arguments[:1] == ['--seed']:
        seed, arguments = arguments[1], arguments[2:]
    loader = botocore.loaders.Loader()
    for name in arguments or loader.list_available_services('service-2'):
        for case in cases_of(name, loader, seed):
            # botocore leaves XML elements in the output where S3 has two members under one name.
            print(json.dumps(case, default=lambda _: '$element'))


if __name__ == '__main__':
    main(sys.argv[1:])
