"""Makes cases of the wire formats from botocore's models and lets botocore itself answer them, one JSON object a line.

    python3 formats.py [--seed N] [service ...]

Six kinds: "request" (an input and the request botocore builds), "faults" (a spoiled input and what botocore finds wrong with it),
"response" (a made-up answer and the output botocore reads from it), "error" (the same for an error), "events" (a stream of them
and the events botocore reads) and "alone" (a request with one member beside the required ones). formats.ts compares.
"""

import base64
import datetime
import json
import sys
from urllib.parse import urlencode

import botocore.loaders
import botocore.model
import botocore.parsers
import botocore.serialize
import botocore.validate
from botocore.awsrequest import HeadersDict, prepare_request_dict

from answers import CBOR, Answers
from errors import error_answers
from events import events_case
from values import Inputs, json_input


def plain(value):
    """A value as JSON, with the types JSON lacks under a name."""
    if isinstance(value, (bytes, bytearray)):
        return {'$bytes': base64.b64encode(value).decode()}
    if isinstance(value, datetime.datetime):
        value = value if value.tzinfo else value.replace(tzinfo=datetime.timezone.utc)
        epoch = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
        return {'$date': round((value - epoch) / datetime.timedelta(microseconds=1))}
    if isinstance(value, float) and (value != value or abs(value) == float('inf')):
        return {'$float': json_input(value)}
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items() if k != 'ResponseMetadata'}
    if isinstance(value, (list, tuple)):
        return [plain(v) for v in value]
    return value


def request_case(protocol, operation, value):
    # As botocore's handlers set it for this service.
    precision = 'millisecond' if operation.service_model.service_name == 'bedrock-agentcore' else 'default'
    serializer = botocore.serialize.create_serializer(protocol, timestamp_precision=precision)
    try:
        request = serializer.serialize_to_request(value, operation)
        prepare_request_dict(request, 'https://host')
    except Exception as error:
        return {'input': json_input(value), 'refused': type(error).__name__ + ': ' + str(error)[:300]}
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


def request_cases(maker, protocol, operation):
    shape = operation.input_shape
    if shape is None:
        yield {'kind': 'request', **request_case(protocol, operation, {})}
        return
    for mode, everything in (('', False), ('', True), ('wild', True), ('deep', True)):
        maker.is_wild, maker.is_deep = mode == 'wild', mode == 'deep'
        yield {'kind': 'request', **request_case(protocol, operation, maker.input(shape, everything))}
    maker.is_wild, maker.is_deep = True, False
    for name in shape.members:
        yield {'kind': 'alone', **request_case(protocol, operation, maker.alone(shape, name))}
    maker.is_wild = False
    yield {'kind': 'faults', **faults_case(maker, operation)}


def faults_case(maker, operation):
    value = maker.spoil(operation.input_shape, maker.input(operation.input_shape, True))
    try:
        found = botocore.validate.ParamValidator().validate(value, operation.input_shape)
    except RuntimeError as error:
        # A number too large for a timestamp.
        return {'input': json_input(value), 'refused': str(error)}
    return {'input': json_input(value), 'faults': [list(map(str, error[:2])) for error in found._errors]}


def response_body(maker, protocol, operation, shape):
    if shape is None:
        return b'<R/>' if protocol in ('query', 'ec2') else b''
    payload = shape.serialization.get('payload')
    target = shape.members[payload] if payload else shape
    if target.type_name in ('string', 'blob'):
        return b'raw body'
    if protocol in ('json', 'rest-json'):
        return maker.json(maker.tree(target))
    if protocol == CBOR:
        return maker.cbor(maker.tree(target))
    after = '<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata>'
    return maker.document_of(target, f'{operation.name}Response', shape.serialization.get('resultWrapper'), after)


def answer_case(parser, body, headers, status, shape):
    response = {'body': body, 'headers': HeadersDict(headers), 'status_code': status, 'context': {}}
    case = {'status': status, 'headers': headers, 'body': base64.b64encode(body).decode()}
    try:
        case['output'] = plain(parser.parse(response, shape))
    except Exception as error:
        case['refused'] = type(error).__name__ + ': ' + str(error)[:300]
    return case


def response_cases(maker, protocol, operation):
    shape = operation.output_shape
    parser = botocore.parsers.create_parser(protocol)
    for mode in ('', 'wild', 'wild', 'deep') if shape else ('',):
        maker.is_wild, maker.is_deep = mode == 'wild', mode == 'deep'
        body = response_body(maker, protocol, operation, shape)
        headers = maker.headers(shape) if shape else {}
        yield {'kind': 'response', **answer_case(parser, body, headers, 200, shape)}
    if shape:
        yield {'kind': 'response', **answer_case(parser, b'', {}, 200, shape)}


def error_cases(maker, protocol, service):
    parser = botocore.parsers.create_parser(protocol)
    for shape in service.error_shapes:
        for maker.is_wild in (False, True):
            for status, headers, body in error_answers(maker, protocol, service, shape):
                generic = answer_case(parser, body, headers, status, None)
                code = generic.get('output', {}).get('Error', {}).get('Code')
                known = service.shape_for_error_code(code) if code is not None else None
                modelled = answer_case(parser, body, headers, status, known) if known else {'output': None}
                refused = generic.get('refused') or modelled.get('refused')
                yield {'kind': 'error', 'shape': shape.name, **generic, 'members': modelled.get('output'), 'refused': refused}


def protocols_of(service):
    names = [service.resolved_protocol]
    if CBOR in (service.metadata.get('protocols') or []):
        names.append(CBOR)
    return names


def cases_of(name, loader, seed):
    service = botocore.model.ServiceModel(loader.load_service_model(name, 'service-2'), name)
    for protocol in protocols_of(service):
        inputs, answers = Inputs(f'{seed}/{name}/{protocol}'), Answers(f'{seed}/{name}/{protocol}', protocol)
        head = {'service': name, 'protocol': protocol}
        for operation_name in service.operation_names:
            operation = service.operation_model(operation_name)
            head['operation'] = operation_name
            # Streams of events in an input are written by none of botocore's clients.
            if not operation.has_event_stream_input:
                for case in request_cases(inputs, protocol, operation):
                    yield {**head, **case}
            if operation.has_event_stream_output:
                yield {**head, 'kind': 'events', **events_case(answers, protocol, operation, plain)}
                continue
            for case in response_cases(answers, protocol, operation):
                yield {**head, **case}
        if service.operation_names:
            for case in error_cases(answers, protocol, service):
                yield {**head, **case}


def main(arguments):
    seed = '1'
    if arguments[:1] == ['--seed']:
        seed, arguments = arguments[1], arguments[2:]
    loader = botocore.loaders.Loader()
    for name in arguments or loader.list_available_services('service-2'):
        for case in cases_of(name, loader, seed):
            # botocore leaves XML elements in the output where a member came twice.
            print(json.dumps(case, default=lambda _: '$element'))


if __name__ == '__main__':
    main(sys.argv[1:])
